"""One family's page: state first, the worry, the plan, the help, then the story; and beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State as Promised
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Clock, Entry, Link, NowCell
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.children.access import KIND as CHILD
from holdfast.practice.early_help.access import PLAN, STORY
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.pages import beside, standing, words
from holdfast.practice.early_help.rules import law
from holdfast.practice.early_help.rules.states import WITH_THE_FAMILY, State
from holdfast.practice.early_help.rules.words import KIND_WORDS, Kind

SHORT_STORY = 12

PROMISES = TableSpec(
    caption="The plan: who does what, by when",
    columns=(
        Column("what", "What", header=True),
        Column("who", "Who"),
        Column("due", "By when"),
        Column("now", "Now"),
    ),
    nothing="Nothing has been promised yet.",
)
HELP = TableSpec(
    caption="Help offered, strand by strand",
    columns=(
        Column("what", "What", header=True),
        Column("whom", "For whom"),
        Column("basis", "On what basis"),
        Column("now", "How it went"),
    ),
    nothing="No help has been offered yet.",
)
MEETINGS = TableSpec(
    caption="Meetings",
    columns=(
        Column("what", "Meeting", header=True),
        Column("day", "Day"),
        Column("came", "Who came"),
        Column("decided", "Decided"),
    ),
    nothing="No meeting has been called yet.",
)


@dataclass(frozen=True)
class FamilyPage:
    """Everything the page prints. Without the story section, the worry and the story are empty."""

    reference: str
    caption: str
    heading: str
    worry: str
    changed: str
    now: Sequence[NowCell]
    promises: Table
    help: Table
    meetings: Table
    clocks: Sequence[Clock]
    story: Sequence[Entry]
    whole_story: bool
    may_write: bool
    may_plan: bool
    links: Sequence[Link]
    may_step_up: bool
    may_read_log: bool
    beside: beside.Beside

    @classmethod
    def of(cls, family: EarlyHelp, *, visit: Visit) -> "FamilyPage":
        record, on = family.record, visit.today
        whole = visit.opens(STORY)
        steps = list(record.steps.all())
        shown = [
            s for s in steps if (whole or s.section == PLAN) and s.move not in words.LONG_STORY
        ]
        going = family.ended_on is None
        may_write = going and gate.may(visit.post, Can.WORK, record, section=STORY)
        may_plan = may_write or (going and gate.may(visit.post, Can.WORK, record, section=PLAN))
        source = reverse("clock:timescales")
        lines = clock_lines(record.deadlines.all(), now=visit.now, reader=visit.post)
        return cls(
            reference=record.reference,
            caption=_caption(family),
            heading=family.known_as,
            worry=family.worry if whole else "",
            changed=family.changed if whole else "",
            now=(
                standing.state_cell(family),
                standing.move_cell(family, on=on),
                standing.next_cell(family, on=on, may_write=may_write),
            ),
            promises=_promises(family, on=on, may_plan=may_plan),
            help=_help(family, may_plan=may_plan),
            meetings=_meetings(family),
            clocks=[line.part(source) for line in lines],
            story=[words.entry_of(s, owner=record.owner_id) for s in shown][-SHORT_STORY:],
            whole_story=whole,
            may_write=may_write,
            may_plan=may_plan,
            links=_links(family) if may_plan and family.state in WITH_THE_FAMILY else (),
            may_step_up=may_write and family.state != State.STEPPED_UP,
            may_read_log=gate.may_at_home(visit.post, Can.WORK, record),
            beside=beside.of(
                family,
                whole=whole,
                may_write=may_write,
                may_link=whole and gate.may_open(visit.post, CHILD),
            ),
        )


def _caption(family: EarlyHelp) -> str:
    about = family.get_reason_display().lower()
    opened = day_words(family.offered_on)
    return f"Early help {family.record.reference} · {about} · offered {opened}"


def _links(family: EarlyHelp) -> list[Link]:
    plan = {"promise": "Promise something", "support": "Offer help", "meeting": "Call a meeting"}
    reference = family.record.reference
    return [
        Link(text, reverse("early_help:plan", args=[reference, entry]))
        for entry, text in plan.items()
    ]


def _promises(family: EarlyHelp, *, on: date, may_plan: bool) -> Table:
    def row(action: Action) -> Row:
        url = reverse("early_help:promise", args=[family.record.reference, action.pk])
        done = action.state == Promised.EVIDENCED
        return Row(
            {
                "what": Cell(action.what, url="" if done or not may_plan else url),
                "who": action.owner_words or "Nobody named",
                "due": day_words(action.due_on),
                "now": Cell(status=words.promise_status(action, on=on)),
            }
        )

    return plain_table(PROMISES, [row(action) for action in family.record.actions.all()])


def _help(family: EarlyHelp, *, may_plan: bool) -> Table:
    supports = [
        Row(
            {
                "what": Cell(
                    one.what,
                    url=reverse("early_help:went", args=[family.record.reference, one.number])
                    if may_plan and one.state != "finished"
                    else "",
                    note=_kind(one.kind, one.provider),
                ),
                "whom": one.whom,
                "basis": one.basis_words or law.BASIS_WORDS[law.Basis(one.basis)],
                "now": Cell(one.result, status=words.support_status(one), note=one.result),
            },
            group=one.strand or "Other help",
        )
        for one in sorted(family.supports.all(), key=lambda one: (one.strand == "", one.number))
    ]
    places = [
        Row(
            {
                "what": Cell(place.programme.name, note=_kind(place.programme.kind)),
                "whom": place.who,
                "basis": place.basis_words or law.BASIS_WORDS[law.Basis(place.basis)],
                "now": _place_words(place.left_on, place.completed),
            },
            group="Groups and programmes",
        )
        for place in family.places.all()
    ]
    return plain_table(HELP, [*supports, *places])


def _kind(kind: str, provider: str = "") -> str:
    said = KIND_WORDS[Kind(kind)]
    return f"{said}, {provider}" if provider else said


def _place_words(left_on: date | None, completed: bool | None) -> str:
    if left_on is None:
        return "Has a place"
    return f"{'Completed' if completed else 'Left'} {day_words(left_on)}"


def _meetings(family: EarlyHelp) -> Table:
    return plain_table(
        MEETINGS,
        [
            Row(
                {
                    "what": Cell(
                        str(meeting.get_kind_display()),
                        url=reverse(
                            "early_help:meeting", args=[family.record.reference, meeting.number]
                        ),
                    ),
                    "day": day_words(meeting.on),
                    "came": ", ".join(meeting.present) if meeting.held else "No record yet",
                    "decided": meeting.decided,
                }
            )
            for meeting in family.meetings.all()
        ],
    )
