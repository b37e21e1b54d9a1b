"""The record page: state first, then the story, the clocks, and beside them who knows what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.lines import ClockLine, clock_lines
from holdfast.kernel.clock.states import State
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Badge, Clock, Entry, Link, NowCell, met, running, soon
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.pages import beside, standing, words
from holdfast.practice.allegations.rules import law, procedure

SHORT_STORY = 15


@dataclass(frozen=True)
class RecordPage:
    """Everything the record page prints."""

    reference: str
    caption: str
    heading: str
    summary: str
    owed: str
    now: Sequence[NowCell]
    clocks: Sequence[Clock]
    story: Sequence[Entry]
    more: Sequence[Link]
    edition: str
    version: int
    write_url: str
    copy_url: str
    beside: beside.Beside

    @classmethod
    def of(cls, allegation: Allegation, *, visit: Visit) -> "RecordPage":
        on = visit.today
        record = allegation.record
        steps = list(record.steps.all())
        told = [words.entry_of(s, owner=record.owner_id) for s in steps if s.move in words.MAIN]
        return cls(
            reference=record.reference,
            caption=_caption(allegation),
            heading=words.title_of(allegation),
            summary=allegation.summary or _first_account(allegation),
            owed=_owed(allegation, on=on),
            now=(
                standing.state_cell(allegation, on=on),
                standing.move_cell(allegation, on=on),
                standing.next_cell(allegation, on=on),
            ),
            clocks=_clocks(allegation, visit=visit),
            story=told[-SHORT_STORY:],
            more=_more(allegation, entries=len(steps)),
            edition=_edition(allegation),
            version=record.version,
            write_url=reverse("allegations:menu", args=[record.reference]),
            copy_url=reverse("allegations:write", args=[record.reference, "copy"]),
            beside=beside.of(allegation, visit=visit),
        )


def _caption(allegation: Allegation) -> str:
    record = allegation.record
    kinds = words.categories_of(allegation)
    sector = allegation.get_employer_sector_display().lower()
    opened = day_words(record.opened_on)
    return f"Allegation {record.reference} · {kinds} · sector: {sector} · opened {opened}"


def _first_account(allegation: Allegation) -> str:
    concern = allegation.concerns.all()[0] if allegation.concerns.all() else None
    if concern is None:
        return "No account has been written yet."
    said = concern.account.replace("“", "‘").replace("”", "’")
    return f"{concern.whose_words}: “{said}” No summary has been written yet."


def _owed(allegation: Allegation, *, on: date) -> str:
    """The sentence that a reader must not miss: promised, said done, and never shown."""
    owed = standing.open_actions(allegation)
    if not any(a.due_on and a.due_on < on for a in owed):
        return ""
    return "Nobody has shown us that what was agreed has happened."


def _clocks(allegation: Allegation, *, visit: Visit) -> list[Clock]:
    """Over first, then running, then met. Actions and the cohort target stand among them."""
    record = allegation.record
    source = reverse("clock:timescales")
    lines = clock_lines(record.deadlines.all(), now=visit.now, reader=visit.post)
    ranked = [(standing.lateness(line), line.part(source)) for line in _newest(lines)]
    for action in standing.open_actions(allegation):
        late = bool(action.due_on and action.due_on < visit.today)
        ranked.append((0 if late else 1, _action_clock(action, on=visit.today)))
    ranked.append((2, _target_clock(allegation, on=visit.today)))
    return [clock for _, clock in sorted(ranked, key=lambda pair: pair[0])]


def _newest(lines: Sequence[ClockLine]) -> list[ClockLine]:
    """Of a clock that comes round, met in time each time, only the newest is shown."""
    last = {line.rule_id: n for n, line in enumerate(lines) if line.state is State.MET}
    return [
        line
        for n, line in enumerate(lines)
        if line.state is not State.MET or last[line.rule_id] == n
    ]


def _action_clock(action: Action, *, on: date) -> Clock:
    moved = action.standing(on=on).times_moved
    agreed = [c for c in action.date_changes.all() if c.counts]
    first = f" from {day_words(agreed[0].old_on)}" if agreed else ""
    total = (action.due_on - action.agreed_on).days if action.due_on else 0
    return Clock(
        what=f"{action.what}, evidenced",
        due=action.due_on or "No date agreed",
        now=words.action_status(action, on=on),
        whose=action.owner.title if action.owner else "Nobody named",
        whose_more=action.owner.agency.name if action.owner else "",
        why=f"Agreed date, moved {_times(moved)}{first}." if moved else "Agreed date.",
        used=((on - action.agreed_on).days / total) if total > 0 else None,
    )


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _target_clock(allegation: Allegation, *, on: date) -> Clock:
    within, days, ended = standing.outcome_age(allegation, on=on)
    target = procedure.TARGETS[0]
    if ended:
        said = met(f"In {words.days(days)}")
    else:
        said = running(f"Day {days}") if on <= within else soon(f"Day {days}, past one month")
    share = f"{target.share}% within {target.months} month"
    return Clock(
        what="Outcome",
        due=within,
        now=said,
        why=f"A target for a year’s cases together: {share}. Not a deadline.",
        badge=Badge(target.source.status),
        source=Link("Source", reverse("clock:timescales")),
    )


def _more(allegation: Allegation, *, entries: int) -> list[Link]:
    reference = allegation.record.reference
    found = [Link(f"All {entries} entries", reverse("allegations:entries", args=[reference]))]
    for meeting in allegation.meetings.all():
        url = reverse("allegations:meeting", args=[reference, meeting.number])
        found.append(Link(words.meeting_title(meeting), url))
    return found


def _edition(allegation: Allegation) -> str:
    offered = law.outcome_list(allegation.concluded_on or allegation.received_on)
    return f"Outcome list in force: {offered.title}"
