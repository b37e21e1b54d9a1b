"""One assessment: state first, then the children, what is written, the clocks and the story."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.clock.timescales import book
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Clock, Entry, Link, NowCell, Status, met, nothing, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import Assessment, AssessmentChild, SidedText
from holdfast.practice.assessments.pages import standing, words
from holdfast.practice.assessments.rules import domains, editions, factors, outcomes, states
from holdfast.practice.assessments.rules.editions import Kind

SHORT_STORY = 12
EVERYBODY = "everybody"


@dataclass(frozen=True)
class ChildCard:
    """One child of the group: last words, seen, factors, outcome, and where each is written."""

    name: str
    age: str
    words: str
    words_by: str
    seen: Status
    sightings: Sequence[str]
    factors: Sequence[str]
    outcome: str
    outcome_why: str
    links: Sequence[Link]


@dataclass(frozen=True)
class CasePage:
    """Everything the page of one assessment prints."""

    reference: str
    heading: str
    caption: str
    asked: str
    now: Sequence[NowCell]
    missing: Sequence[standing.Missing]
    children: Sequence[ChildCard]
    sides: Table
    clocks: Sequence[Clock]
    owed: str
    story: Sequence[Entry]
    entries: int
    acts: Sequence[Link]
    papers: Sequence[Link]
    decision: str

    @classmethod
    def of(cls, assessment: Assessment, *, visit: Visit) -> "CasePage":
        steps = list(assessment.record.steps.all())
        opened = assessment.state in states.OPEN
        absent = standing.missing(assessment) if opened else []
        lines = clock_lines(assessment.record.deadlines.all(), now=visit.now, reader=visit.post)
        source = reverse("clock:timescales")
        return cls(
            reference=assessment.record.reference,
            heading=words.title_of(assessment),
            caption=_caption(assessment),
            asked=assessment.asked,
            now=(
                standing.state_cell(assessment),
                standing.move_cell(assessment, on=visit.today),
                standing.next_cell(assessment, absent),
            ),
            missing=absent,
            children=[_card(row, assessment, on=visit.today) for row in assessment.children.all()],
            sides=_sides(assessment),
            clocks=[line.part(source) for line in lines],
            owed=_owed([line.what for line in lines if line.reason_needed]),
            story=[words.entry_of(step) for step in steps[-SHORT_STORY:]],
            entries=len(steps),
            acts=_acts(assessment, visit=visit),
            papers=_papers(assessment),
            decision=_decision(assessment),
        )


def _caption(assessment: Assessment) -> str:
    edition = book().editions.get(assessment.edition)
    under = edition.name if edition else assessment.edition
    was = ""
    if assessment.began_as != assessment.kind:
        was = f" · begun as {editions.WORDS[Kind(assessment.began_as)].lower()}"
    received = day_words(assessment.received_on)
    return f"Assessment {assessment.record.reference} · {under} · referral of {received}{was}"


def _decision(assessment: Assessment) -> str:
    if assessment.authorised_by is None:
        return ""
    day = day_words(assessment.authorised_on)
    return f"{assessment.authorised_by.title}, {day}: {assessment.decision_why}"


def _owed(late: Sequence[str]) -> str:
    if not late:
        return ""
    return f"Guidance asks for a reason, and none is written yet: {'; '.join(late)}."


def _card(row: AssessmentChild, assessment: Assessment, *, on: date) -> ChildCard:
    said = [voice for voice in row.voices.all() if voice.words]
    last = said[-1] if said else None
    outcome = outcomes.WORDS[outcomes.Outcome(row.outcome)] if row.outcome else ""
    return ChildCard(
        name=row.known_as,
        age=row.age_words(on=on),
        words=last.words if last else "",
        words_by=f"To {last.to_whom}, {day_words(last.on)}" if last else "",
        seen=words.seen_status(row, on=on),
        sightings=[
            f"{day_words(one.on)}: {words.sighting_words(one)}" for one in row.sightings.all()
        ],
        factors=[factors.in_words(one.key) for one in row.factors.all()],
        outcome=outcome,
        outcome_why=row.outcome_why,
        links=_child_links(row, assessment),
    )


def _child_links(row: AssessmentChild, assessment: Assessment) -> list[Link]:
    here = [assessment.record.reference, row.number]
    name = row.known_as
    found = [Link(f"{name}’s words and pictures", reverse("assessments:voices", args=here))]
    if assessment.state == states.State.WRITING:
        found += [
            Link(f"What is known of {name}", reverse("assessments:facts", args=here)),
            Link(f"Factors for {name}", reverse("assessments:factors", args=here)),
            Link(f"Outcome for {name}", reverse("assessments:outcome", args=here)),
        ]
    if assessment.state == states.State.AUTHORISED:
        found.append(Link(f"{name}’s copy", reverse("assessments:make_copy", args=here)))
    return found


def _sides(assessment: Assessment) -> Table:
    """Which side is written for whom: everybody first, then what differs for each child."""
    rows = list(assessment.children.all())
    several = len(rows) > 1
    shared = "For all" if several else rows[0].known_as
    columns = [Column("side", "Side", header=True), Column(EVERYBODY, shared)]
    if several:
        columns += [Column(domains.child_key(r.number), r.known_as) for r in rows]
    spec = TableSpec(caption="What is written", columns=columns)
    texts = standing.latest_texts(assessment)
    keys = [(column.key, column.key.replace(EVERYBODY, "")) for column in columns[1:]]
    return plain_table(
        spec,
        [
            Row(
                {
                    "side": side.title,
                    **{
                        key: _side_cell(assessment, side, key, texts.get((side.key, who)))
                        for key, who in keys
                    },
                }
            )
            for side in domains.SIDES.values()
        ],
    )


def _side_cell(
    assessment: Assessment, side: domains.Side, who: str, text: SidedText | None
) -> Cell:
    url = reverse("assessments:side", args=[assessment.record.reference, side.key, who])
    label = "Write" if assessment.state == states.State.WRITING else "Read"
    if text is None or not text.said:
        return Cell("Nothing yet" if label == "Read" else label, url=url)
    done = f"{len(text.said)} of {len(side.dimensions)}, {day_words(text.on)}"
    return Cell(label, url=url, note=f"{done}, {text.by.title}")


def _acts(assessment: Assessment, *, visit: Visit) -> list[Link]:
    """What can be done now, by whoever looks."""
    reference = assessment.record.reference
    manages = gate.may(visit.post, Can.DECIDE, assessment.record, section=STORY)
    wanted: list[tuple[str, str]] = []
    if assessment.state == states.State.WRITING:
        wanted += [("visit", "Who has seen the child"), ("submit", "Hand it to the manager")]
    if assessment.state == states.State.WITH_MANAGER:
        wanted += (
            [("sign", "Sign it or send it back")] if manages else [("recall", "Ask for it back")]
        )
    wanted += [("note", "Write an entry"), ("late", "Why a clock is late")]
    if manages and assessment.state == states.State.AUTHORISED:
        wanted.append(("follow", "Begin the next assessment"))
    if manages and assessment.state in states.OPEN:
        wanted += [("review", "Look at it together"), ("hand_over", "Give it to another worker")]
        wanted += [("stop", "Stop it before its end")]
        kind = Kind(assessment.kind)
        if assessment.state == states.State.WRITING and kind in editions.CHANGED:
            wanted.append(("convert", "Make it a single assessment"))
    return [
        Link(label, reverse(f"assessments:{name}", args=[reference])) for name, label in wanted
    ]


def _papers(assessment: Assessment) -> list[Link]:
    reference = assessment.record.reference
    found = [Link("Read it as one paper", reverse("assessments:paper", args=[reference]))]
    return found + [
        Link(
            f"Copy {copy.number} for {copy.reader_words}, {day_words(copy.on)}",
            reverse("assessments:copy", args=[reference, copy.number]),
        )
        for copy in assessment.record.reader_copies.all()
    ]


STATUS = {
    states.State.WRITING: running,
    states.State.WITH_MANAGER: running,
    states.State.AUTHORISED: met,
    states.State.STOPPED: nothing,
}


def status_of(assessment: Assessment) -> Status:
    state = states.State(assessment.state)
    return STATUS[state](states.WORDS[state])
