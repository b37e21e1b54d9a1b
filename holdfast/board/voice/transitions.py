"""The verbs of voice: hear a group, take up what it said, decide, tell it, or say why not."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.voice.access import KIND
from holdfast.board.voice.models import Group, Said, Session
from holdfast.board.voice.rules import TABLE, TERM_MONTHS
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this. Nothing of theirs was overwritten. "
    "Read it again, then send yours again."
)


@transaction.atomic
def open_group(
    *,
    name: str,
    who: str,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
    every_months: int = TERM_MONTHS,
    promised: str = "",
) -> Group:
    """Open the record of a group. `every_months` is how often a meeting was promised."""
    if Group.objects.filter(name=name, record__area=area).exists():
        raise NotAllowed(f"{name} has its record already. Open that one.")
    record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
    group = Group.objects.create(
        record=record, name=name, who=who, every_months=every_months, promised=promised
    )
    _write_down(group, "open_group", by=by, on=on, note=name)
    return group


@transaction.atomic
def hold_session(
    group: Group, *, dated: Dated, took_part: int | None, with_whom: str, by: Post, on: date
) -> Session:
    """Write down that a group was met: when, by whom, and how many took part. No names."""
    gate.require(by, Can.WORK, group.record)
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. A session is written down once held.")
    session = Session.objects.create(
        group=group, held_from=dated.first, precision=dated.precision, took_part=took_part,
        with_whom=with_whom, by=by, **moment.written(),
    )  # fmt: skip
    _write_down(group, "hold_session", by=by, on=on, note=dated.words)
    return session


@transaction.atomic
def hear(
    session: Session, *, theme: str, words: str, may_be_used: bool, by: Post, on: date
) -> Said:
    """Write down one thing that was said, in our words, and whether the group lets it be used."""
    gate.require(by, Can.WORK, session.group.record)
    if not words.strip():
        raise NotAllowed("Write what was said, in your own words and without a name.")
    said = Said.objects.create(
        group=session.group, session=session, theme=theme, words=words, may_be_used=may_be_used
    )
    _write_down(session.group, "hear", to_state=said.state, by=by, on=on, note=theme)
    return said


@transaction.atomic
def take_up(said: Said, *, taken_up_by: str, by: Post, on: date, seen: int | None = None) -> None:
    """Say who sees to it: a sub-group or a meeting, in words."""
    _move(said, "take_up", by=by, on=on, seen=seen, note=taken_up_by, taken_up_by=taken_up_by)


@transaction.atomic
def decide(
    said: Said,
    *,
    we_did: str,
    refers_to: str,
    decided_on: date,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Say which decision it changed, with the plan's line or the meeting, and the day."""
    if not we_did.strip():
        raise NotAllowed("Say what was decided because of it.")
    if decided_on > on:
        raise NotAllowed(f"{day_words(decided_on)} has not come yet. Wait for the decision.")
    _move(
        said, "decide", by=by, on=on, seen=seen, note=we_did, we_did=we_did, refers_to=refers_to,
        decided_on=decided_on,
    )  # fmt: skip


@transaction.atomic
def decline(said: Said, *, because: str, by: Post, on: date, seen: int | None = None) -> None:
    """Say why it is not taken up. The group is still owed the answer."""
    if not because.strip():
        raise NotAllowed("Say why it is not taken up. The group will be told this reason.")
    _move(said, "decline", by=by, on=on, seen=seen, note=because, because=because, decided_on=on)


@transaction.atomic
def tell_back(
    said: Said, *, told_on: date, how: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say when and how the group was told what became of what it said."""
    if told_on > on:
        raise NotAllowed(f"{day_words(told_on)} has not come yet. Write it down once they know.")
    if said.decided_on and told_on < said.decided_on:
        raise NotAllowed("They cannot have been told before it was decided. Correct the day.")
    if not how.strip():
        raise NotAllowed("Say how they were told.")
    _move(said, "tell_back", by=by, on=on, seen=seen, note=how, told_on=told_on, told_how=how)


def _move(
    said: Said, move: str, *, by: Post, on: date, seen: int | None, note: str, **kept: object
) -> None:
    gate.require(by, Can.WORK, said.group.record)
    before = said.state
    after = TABLE.target(state=before, move=move)
    version = said.version if seen is None else seen
    unchanged = Said.objects.filter(pk=said.pk, version=version)
    if not unchanged.update(version=F("version") + 1, state=after, **kept):
        raise NotAllowed(STALE)
    said.refresh_from_db()
    words = f"{said.theme}: {note}"
    _write_down(said.group, move, before, after, by=by, on=on, note=words)


def _write_down(
    group: Group,
    move: str,
    from_state: str = "",
    to_state: str = "",
    *,
    by: Post,
    on: date,
    note: str,
) -> None:
    story.write_step(
        record=group.record,
        move=move,
        from_state=from_state,
        to_state=to_state,
        by=by,
        on=on,
        note=note,
        sensitivity=Sensitivity.NONE,
    )
