"""What this room tells the agenda, the plan and the annual report: frozen rows, no names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.voice.models import Group, Said
from holdfast.board.voice.rules import VoiceState, next_session, told
from holdfast.kernel.directory.models import Area


@dataclass(frozen=True)
class SaidRow:
    """One thing said and what became of it. `waiting_days` is None once the group was told."""

    reference: str
    number: int
    group: str
    session: str
    said_on: date
    theme: str
    words: str
    may_be_used: bool
    state: VoiceState
    taken_up_by: str
    we_did: str
    refers_to: str
    because: str
    decided_on: date | None
    told_on: date | None
    told_how: str
    told_words: str
    waiting_days: int | None

    @property
    def changed_a_decision(self) -> bool:
        return bool(self.we_did)


@dataclass(frozen=True)
class GroupRow:
    """A group, when it was last met, and when the next meeting is due by what was promised."""

    reference: str
    name: str
    who: str
    promised: str
    last: str
    sessions: int
    next_due: date | None
    late: bool
    said: tuple[SaidRow, ...]


def voice_rows(*, area: Area, on: date) -> tuple[SaidRow, ...]:
    """Return everything said in an area, group by group. Words without leave are left empty."""
    groups = rows_of_groups(Group.objects.of(area).for_page(), on=on)
    return tuple(said for group in groups for said in group.said)


def rows_of_groups(groups: Iterable[Group], *, on: date) -> tuple[GroupRow, ...]:
    """Return the rows of groups that were fetched for a page."""
    return tuple(row_of_group(one, on=on) for one in groups)


def row_of_group(group: Group, *, on: date) -> GroupRow:
    held = [one.dated for one in group.sessions.all() if one.dated.first <= on]
    last = max(held, key=lambda dated: dated.last, default=None)
    due = next_session(last.last if last else None, months=group.every_months)
    return GroupRow(
        reference=group.record.reference,
        name=group.name,
        who=group.who,
        promised=group.promised,
        last=last.words if last else "never",
        sessions=len(held),
        next_due=due,
        late=due is not None and due < on,
        said=tuple(_row(group, one, on=on) for one in group.said.all()),
    )


def _row(group: Group, said: Said, *, on: date) -> SaidRow:
    state, heard = VoiceState(said.state), said.session.dated
    waits = told(state, said_on=heard.last, told_on=said.told_on, on=on)
    return SaidRow(
        reference=group.record.reference,
        number=said.pk,
        group=group.name,
        session=heard.words,
        said_on=heard.last,
        theme=said.theme,
        words=said.words if said.may_be_used else "",
        may_be_used=said.may_be_used,
        state=state,
        taken_up_by=said.taken_up_by,
        we_did=said.we_did,
        refers_to=said.refers_to,
        because=said.because,
        decided_on=said.decided_on,
        told_on=said.told_on,
        told_how=said.told_how,
        told_words=waits.words,
        waiting_days=waits.days,
    )
