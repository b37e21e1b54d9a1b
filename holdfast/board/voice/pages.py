"""What the voice pages say: you said, we did, and when they were told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.voice.extracts import GroupRow, SaidRow, row_of_group, rows_of_groups
from holdfast.board.voice.models import Group
from holdfast.board.voice.rules import TABLE, VoiceState
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, Status

FORMS = {
    "take-up": ("Take it up", "take_up"),
    "decide": ("Say what it changed", "decide"),
    "decline": ("Say why it is not taken up", "decline"),
    "tell": ("Say when they were told", "tell_back"),
}
WITHHELD = "The group did not agree to its use: only the theme is kept in view."


@dataclass(frozen=True)
class SaidBlock:
    theme: str
    said: str
    when: str
    did: str
    refers: str
    status: Status
    told: str
    forms: tuple[Link, ...]


@dataclass(frozen=True)
class GroupBlock:
    name: str
    url: str
    who: str
    met: str
    due: Status
    said: tuple[SaidBlock, ...]


@dataclass(frozen=True)
class GroupsPage:
    summary: str
    groups: tuple[GroupBlock, ...]

    @classmethod
    def of(cls, groups: Sequence[Group], *, on: date) -> "GroupsPage":
        rows = rows_of_groups(groups, on=on)
        said = [one for row in rows for one in row.said]
        changed = sum(1 for one in said if one.changed_a_decision)
        waiting = sum(1 for one in said if one.waiting_days is not None)
        return cls(
            summary=f"{plural(len(said), 'thing')} said by {plural(len(rows), 'group')}. "
            f"{changed} changed a decision. {waiting} not told yet what became of it.",
            groups=tuple(_group(row, may_work=False) for row in rows),
        )


@dataclass(frozen=True)
class GroupPage:
    block: GroupBlock
    facts: tuple[Fact, ...]
    sessions: tuple[Fact, ...]
    forms: tuple[Link, ...]
    caption: str

    @classmethod
    def of(cls, group: Group, *, may_work: bool, on: date) -> "GroupPage":
        row = row_of_group(group, on=on)
        reference = row.reference
        return cls(
            block=_group(row, may_work=may_work),
            facts=(
                Fact("Speaks for", row.who),
                Fact("Promised", row.promised or f"A meeting every {group.every_months} months"),
                Fact("Sessions held", str(row.sessions)),
            ),
            sessions=tuple(
                Fact(one.dated.words, f"With the {one.with_whom}", note=_took_part(one.took_part))
                for one in reversed(group.sessions.all())
            ),
            forms=(
                (
                    Link("Write down a session", reverse("voice:session", args=[reference])),
                    Link("Write down what was said", reverse("voice:hear", args=[reference])),
                )
                if may_work
                else ()
            ),  # fmt: skip
            caption=reference,
        )


def _took_part(number: int | None) -> str:
    if number is None:
        return "how many took part was not written down"
    return f"{plural(number, 'young person', 'young people')} took part"


def _group(row: GroupRow, *, may_work: bool) -> GroupBlock:
    return GroupBlock(
        name=row.name,
        url=reverse("voice:group", args=[row.reference]),
        who=row.who,
        met=f"Last met {row.last}.",
        due=_due(row),
        said=tuple(_blocks(row.said, may_work=may_work)),
    )


def _due(row: GroupRow) -> Status:
    if row.next_due is None:
        return parts.nothing("No meeting is due by a promise")
    day = day_words(row.next_due)
    return parts.over(f"Due by {day}, not held") if row.late else parts.running(f"Next by {day}")


def _blocks(said: Iterable[SaidRow], *, may_work: bool) -> Iterable[SaidBlock]:
    for one in said:
        yield SaidBlock(
            theme=one.theme,
            said=one.words if one.may_be_used else WITHHELD,
            when=one.session,
            did=_did(one),
            refers=one.refers_to,
            status=_status(one),
            told=_told(one),
            forms=_forms(one) if may_work else (),
        )


def _did(one: SaidRow) -> str:
    if one.we_did and one.decided_on:
        return f"{one.we_did} Decided {day_words(one.decided_on)}."
    if one.because:
        return f"Not taken up, because: {one.because}"
    return (
        f"With {one.taken_up_by}; nothing is decided yet." if one.taken_up_by else "Nothing yet."
    )


def _told(one: SaidRow) -> str:
    if one.told_on is None:
        return f"{one.told_words.capitalize()}."
    return f"Told on {day_words(one.told_on)}: {one.told_how}."


def _status(one: SaidRow) -> Status:
    if one.state is VoiceState.TOLD:
        return parts.met("Told back")
    if one.state is VoiceState.NOT_TAKEN_UP:
        return parts.refused("Not taken up; not told yet")
    if one.state is VoiceState.DECIDED:
        return parts.no_reply("Decided; not told yet")
    return parts.running("Taken up") if one.state is VoiceState.TAKEN_UP else parts.soon("Said")


def _forms(one: SaidRow) -> tuple[Link, ...]:
    can = set(TABLE.available(one.state))
    return tuple(
        Link(words, reverse(f"voice:{form.replace('-', '_')}", args=[one.reference, one.number]))
        for form, (words, move) in FORMS.items()
        if move in can
    )
