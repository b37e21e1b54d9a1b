"""What a reader of the plan asked to see, and what can be asked."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from textwrap import shorten
from urllib.parse import urlencode

from holdfast.board.workplan.extracts import ReportRow
from holdfast.board.workplan.models import Meeting, Plan, Priority
from holdfast.board.workplan.rules.wording import dated_words
from holdfast.kernel.actions.states import Kind
from holdfast.kernel.ui.parts import Filter, Link

SHOWS = {
    "all": "all",
    "past": "past date",
    "still": "not moving",
    "duties": "standing duties",
}


@dataclass(frozen=True)
class Asked:
    """What the reader asked for. Anything unknown reads as not asked."""

    show: str = "all"
    owner: str = ""
    priority: str = ""
    since: str = ""

    def lets(self, row: ReportRow) -> bool:
        shown = {
            "past": row.colour == "R",
            "still": row.not_moving,
            "duties": row.kind is Kind.DUTY,
        }
        owned = not self.owner or self.owner in [owner.role for owner in row.owners]
        answers = not self.priority or self.priority in row.priorities
        return shown.get(self.show, True) and owned and answers

    @property
    def query(self) -> str:
        asked = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode(asked)}"


@dataclass(frozen=True)
class Show:
    """One way to narrow the list, as a link with its count; the chosen one is not a link."""

    words: str
    count: int
    link: Link | None


def shows(rows: Sequence[ReportRow], asked: Asked) -> tuple[Show, ...]:
    found = []
    for code, words in SHOWS.items():
        wanted = replace(asked, show=code)
        count = sum(1 for row in rows if wanted.lets(row))
        link = None if code == asked.show else Link(f"{words} {count}", wanted.query)
        found.append(Show(words, count, link))
    return tuple(found)


def filters(
    rows: Sequence[ReportRow],
    priorities: Sequence[Priority],
    meetings: Sequence[Meeting],
    asked: Asked,
) -> tuple[Filter, ...]:
    roles = sorted({owner.role for row in rows for owner in row.owners})
    return (
        Filter("show", "Show", list(SHOWS.items()), asked.show),
        Filter("owner", "Owner", [("", "any owner"), *((r, r) for r in roles)], asked.owner),
        Filter(
            "priority",
            "Priority",
            [
                ("", "any priority"),
                *(
                    (p.code, f"{p.code} {shorten(p.text, 44, placeholder=' …')}")
                    for p in priorities
                ),
            ],
            asked.priority,
        ),
        Filter(
            "since",
            "Changed since",
            [(str(m.pk), meeting_words(m)) for m in reversed(meetings)],
            asked.since,
        ),
    )


def _in_short(priority: Priority) -> str:
    return f"{priority.code} {shorten(priority.text, 44, placeholder=' …')}"


def chosen_meeting(plan: Plan, asked: Asked, held: Sequence[Meeting]) -> Meeting | None:
    """Return the meeting that was asked for, or the last one held."""
    named = [meeting for meeting in held if str(meeting.pk) == asked.since]
    return next(iter(named), held[-1] if held else None)


def meeting_words(meeting: Meeting) -> str:
    return f"{meeting.body} of {dated_words(meeting.dated)}"
