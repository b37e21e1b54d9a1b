"""What a paper says. A child's copy holds what is about that child and what is about all of them.

A paragraph for everybody that names another child of the group is left out of the copy, and so is
any fact that was not given for the family; its author is told what was left out, and nobody else.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from holdfast.engines.meetings.rules.blocks import (
    Block,
    Heading,
    Listing,
    Paragraph,
    pack,
    unpack,
)
from holdfast.kernel.records.models import Audience
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.practice.assessments.models import Assessment, AssessmentChild, SidedText
from holdfast.practice.assessments.rules import (
    carried,
    domains,
    editions,
    factors,
    outcomes,
    states,
    voices,
)
from holdfast.practice.assessments.rules.editions import Kind

GIVEN = {Audience.FAMILY.value, Audience.ANYONE.value}


@dataclass(frozen=True)
class Paper:
    """One paper, neutral of its format. `withheld` is for its author's eyes."""

    title: str
    author: str
    facts: Mapping[str, str]
    blocks: tuple[Block, ...]
    on: date
    withheld: tuple[str, ...] = ()


class Shared:
    """Texts about everybody, as one child's copy may carry them; counts what it leaves out."""

    def __init__(self, others: Sequence[AssessmentChild]) -> None:
        self.names = [row.known_as.split()[0] for row in others]
        self.left_out: list[str] = []

    def of(self, text: str, where: str) -> str:
        kept, named = voices.without(text, self.names)
        self.left_out += [f"{where}: a paragraph that names {name}" for name in named]
        return kept


def whole(assessment: Assessment) -> Paper:
    """Return the room's own paper: all of it, with every child."""
    rows = list(assessment.children.all())
    shared = Shared([])
    blocks = list(_about_all(assessment, shared, _sides_of(assessment, "")))
    for row in rows:
        key = domains.child_key(row.number)
        blocks.append(Heading(row.known_as))
        blocks += _about_one(row, _sides_of(assessment, key), family_only=False)
    return _paper(assessment, rows, blocks, ())


def copy_of(assessment: Assessment, row: AssessmentChild) -> Paper:
    """Return one child's copy, and what it leaves out for its author to see."""
    rows = list(assessment.children.all())
    others = [one for one in rows if one.pk != row.pk]
    shared = Shared(others)
    own = [one for one in rows if one.pk == row.pk][0]
    key = domains.child_key(own.number)
    blocks = list(_about_one(own, _sides_of(assessment, key), family_only=True))
    blocks = [*_about_all(assessment, shared, _sides_of(assessment, "")), *blocks]
    withheld = [_of_another(one, assessment) for one in others]
    closed = [fact.label for fact in own.facts.all() if fact.audience not in GIVEN]
    withheld += [f"{label}: not given for the family" for label in closed]
    return _paper(assessment, [own], blocks, (*withheld, *shared.left_out))


def _paper(
    assessment: Assessment,
    rows: Sequence[AssessmentChild],
    blocks: Sequence[Block],
    withheld: tuple[str, ...],
) -> Paper:
    names = " and ".join(row.known_as for row in rows)
    signed = ""
    if assessment.authorised_by is not None:
        signed = f"{assessment.authorised_by.title}, {day_words(assessment.authorised_on)}"
    facts = {
        "For": names,
        "Referral received": day_words(assessment.received_on),
        "Begun": day_words(assessment.started_on),
        "Written by": assessment.worker.title,
        "Signed by": signed
        or f"Nobody yet: {states.WORDS[states.State(assessment.state)].lower()}",
    }
    title = editions.WORDS[Kind(assessment.kind)]
    author = assessment.record.owner.name
    on = assessment.authorised_on or assessment.submitted_on or assessment.started_on
    return Paper(title, author, facts, tuple(blocks), on, withheld)


def _sides_of(assessment: Assessment, who: str) -> dict[str, SidedText]:
    ordered = sorted(assessment.texts.all(), key=lambda text: text.version)
    return {text.side: text for text in ordered if text.who == who}


def _about_all(
    assessment: Assessment, shared: Shared, texts: Mapping[str, SidedText]
) -> Iterator[Block]:
    yield Heading("What it was to find out")
    yield from _paragraphs(shared.of(assessment.asked, "What it was to find out"))
    for side in domains.SIDES.values():
        yield from _side(side, texts.get(side.key), shared)
    if assessment.decision_why:
        yield Heading("The manager’s decision")
        yield from _paragraphs(shared.of(assessment.decision_why, "The manager’s decision"))


def _side(side: domains.Side, text: SidedText | None, shared: Shared) -> Iterator[Block]:
    found: list[Block] = []
    for key, words in side.dimensions.items():
        said = shared.of(text.said.get(key, ""), words) if text else ""
        if said:
            found += [Paragraph(words, strong=True), *_paragraphs(said)]
    if found:
        yield Heading(side.title)
        yield from found


def _about_one(
    row: AssessmentChild, texts: Mapping[str, SidedText], *, family_only: bool
) -> Iterator[Block]:
    name = row.known_as
    yield Heading(f"What {name} says")
    yield from _spoken(row)
    yield Heading(f"Who has seen {name}")
    seen = tuple(
        f"{day_words(one.on)}: {voices.SEEN_WORDS[voices.Seen(one.seen)].lower()}, {one.place}, "
        f"by {one.who}. {one.why} {one.note}".strip()
        for one in row.sightings.all()
    )
    yield Listing(seen) if seen else Paragraph("Nobody has written down a visit.")
    known = tuple(_known(row, family_only=family_only))
    if known:
        yield Heading(f"What is known of {name}")
        yield Listing(known)
    for side in domains.SIDES.values():
        yield from _side(side, texts.get(side.key), Shared([]))
    if row.factors.all():
        yield Heading("What was found")
        yield Listing(tuple(factors.in_words(one.key) for one in row.factors.all()))
    if row.outcome:
        yield Heading("What it comes to")
        yield Paragraph(outcomes.WORDS[outcomes.Outcome(row.outcome)], strong=True)
        yield from _paragraphs(row.outcome_why)


def _spoken(row: AssessmentChild) -> Iterator[Block]:
    said = [
        (f"“{one.words}”" if one.words else "", one.shows, voices.WORDS[voices.House(one.house)])
        for one in row.voices.all()
    ]
    if not said:
        yield Paragraph("No words of the child have been written down.")
    for words, shows, house in said:
        drawn = f"A drawing, kept with the record: {shows}" if shows else ""
        yield Paragraph(f"{house}. {words} {drawn}".replace("  ", " ").strip())


def _known(row: AssessmentChild, *, family_only: bool) -> Iterator[str]:
    for fact in row.facts.all():
        if fact.answer in {"", carried.Answer.NOT_KNOWN}:
            continue
        if not family_only or fact.audience in GIVEN:
            yield f"{fact.label}: {fact.now or fact.value}"


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(one.strip()) for one in text.split("\n") if one.strip()]


def _of_another(row: AssessmentChild, assessment: Assessment) -> str:
    key = domains.child_key(row.number)
    sides = len({text.side for text in assessment.texts.all() if text.who == key})
    counted = {
        "side": sides,
        "visit": len(row.sightings.all()),
        "word or picture of its own": len(row.voices.all()),
        "factor": len(row.factors.all()),
    }
    many = {"word or picture of its own": "words or pictures of its own"}
    said = ", ".join(plural(n, what, many.get(what, "")) for what, n in counted.items() if n)
    return f"All that is about {row.known_as}: {said or 'nothing was written'}"


def kept(paper: Paper) -> str:
    """Return the paper as text to be frozen. What is withheld is not in it."""
    told = asdict(paper) | {"blocks": pack(paper.blocks), "on": paper.on.isoformat()}
    del told["withheld"]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Paper:
    """Return a paper as it was frozen."""
    told = json.loads(text)
    return Paper(
        title=told["title"],
        author=told["author"],
        facts=told["facts"],
        blocks=unpack(told["blocks"]),
        on=date.fromisoformat(told["on"]),
    )
