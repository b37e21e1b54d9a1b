"""What a paper says. A child's copy holds what is about that child and what is about all of them.

A paragraph for everybody that names another child of the group is left out of the copy, and so is
any fact that was not given for the family; its author is told what was left out, and nobody else.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from holdfast.engines.copies.rules.choosing import Held, Reader, Who, choose
from holdfast.engines.copies.rules.paper import Block, Items, Letter, Section, Words
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

SAID = {"", carried.Answer.NOT_KNOWN.value}


@dataclass
class Shared:
    """Texts about everybody, as one child's copy may carry them; collects what it leaves out."""

    others: Sequence[AssessmentChild] = ()
    source: str = ""
    left_out: list[Held] = field(default_factory=list)

    def of(self, text: str, where: str) -> str:
        keys = {row.known_as.split()[0]: domains.child_key(row.number) for row in self.others}
        kept, named = voices.without(text, keys)
        for name in named:
            about = frozenset(keys[one] for one in name.split(" and "))
            self.left_out.append(
                Held(f"{where}, a paragraph that names {name}", "", self.source,
                     Audience.FAMILY.value, subjects=about)
            )  # fmt: skip
        return kept


def whole(assessment: Assessment) -> Letter:
    """Return the room's own paper: all of it, with every child."""
    rows = list(assessment.children.all())
    found = list(_about_all(assessment, Shared(), _sides_of(assessment, "")))
    for row in rows:
        texts = _sides_of(assessment, domains.child_key(row.number))
        found += _about_one(row, texts, _known(row))
    return _letter(assessment, rows, found)


def copy_of(assessment: Assessment, row: AssessmentChild, to: str) -> tuple[Letter, list[Held]]:
    """Return one child's copy, and what it leaves out for its author to see."""
    rows = list(assessment.children.all())
    others = [one for one in rows if one.pk != row.pk]
    own = next(one for one in rows if one.pk == row.pk)
    source = assessment.record.owner.name
    shared = Shared(others, source)
    key = domains.child_key(own.number)
    facts = choose(_held(own, source), reader=reader_of(own, to))
    known = [fact.text for fact in facts.given]
    found = [
        *_about_all(assessment, shared, _sides_of(assessment, "")),
        *_about_one(own, _sides_of(assessment, key), known),
    ]
    withheld = [_of_another(one, assessment, source) for one in others]
    withheld += [fact for fact, _ in facts.withheld]
    return _letter(assessment, [own], found), [*withheld, *shared.left_out]


def reader_of(row: AssessmentChild, to: str) -> Reader:
    """Return a family's reader of one child's copy: the same from copy to copy."""
    key = domains.child_key(row.number)
    return Reader(f"{key}:{to.strip().lower()}"[:60], to, Who.FAMILY, about=frozenset({key}))


def _letter(
    assessment: Assessment, rows: Sequence[AssessmentChild], sections: Sequence[Section]
) -> Letter:
    state = states.WORDS[states.State(assessment.state)]
    signed = f"Nobody yet: {state.lower()}"
    if assessment.authorised_by is not None:
        signed = f"{assessment.authorised_by.title}, {day_words(assessment.authorised_on)}"
    first = Section(
        "When, and by whom",
        (
            Items(
                (
                    f"Referral received: {day_words(assessment.received_on)}",
                    f"Begun: {day_words(assessment.started_on)}",
                    f"Written by: {assessment.worker.title}",
                    f"Signed by: {signed}",
                )
            ),
        ),
    )
    title = editions.WORDS[Kind(assessment.kind)]
    names = " and ".join(row.known_as for row in rows)
    return Letter(title, names, (first, *sections), assessment.record.owner.name)


def _sides_of(assessment: Assessment, who: str) -> dict[str, SidedText]:
    ordered = sorted(assessment.texts.all(), key=lambda text: text.version)
    return {text.side: text for text in ordered if text.who == who}


def _about_all(
    assessment: Assessment, shared: Shared, texts: Mapping[str, SidedText]
) -> Iterator[Section]:
    asked = "What it was to find out"
    yield Section(asked, (Words(shared.of(assessment.asked, asked)),))
    yield from _sides(texts, shared)
    if assessment.decision_why:
        decided = "The manager’s decision"
        yield Section(decided, (Words(shared.of(assessment.decision_why, decided)),))


def _sides(texts: Mapping[str, SidedText], shared: Shared) -> Iterator[Section]:
    for side in domains.SIDES.values():
        found: list[Block] = []
        for key, words in side.dimensions.items():
            text = texts.get(side.key)
            said = shared.of(text.said.get(key, ""), words) if text else ""
            if said:
                found += [Words(words, strong=True), Words(said)]
        if found:
            yield Section(side.title, tuple(found))


def _about_one(
    row: AssessmentChild, texts: Mapping[str, SidedText], known: Sequence[str]
) -> Iterator[Section]:
    name = row.known_as
    yield Section(f"What {name} says", (_spoken(row),))
    seen = tuple(
        f"{day_words(one.on)}: {voices.SEEN_WORDS[voices.Seen(one.seen)].lower()}, {one.place}, "
        f"by {one.who}. {one.why} {one.note}".strip()
        for one in row.sightings.all()
    )
    nobody = Words("Nobody has written down a visit.")
    yield Section(f"Who has seen {name}", (Items(seen) if seen else nobody,))
    if known:
        yield Section(f"What is known of {name}", (Items(tuple(known)),))
    yield from _sides(texts, Shared())
    if row.factors.all():
        found = tuple(factors.in_words(one.key) for one in row.factors.all())
        yield Section(f"What was found for {name}", (Items(found),))
    if row.outcome:
        comes_to = Words(outcomes.WORDS[outcomes.Outcome(row.outcome)], strong=True)
        yield Section(f"What it comes to for {name}", (comes_to, Words(row.outcome_why)))


def _spoken(row: AssessmentChild) -> Block:
    said = []
    for one in row.voices.all():
        words = f"“{one.words}” " if one.words else ""
        drawn = f"A drawing, kept with the record: {one.shows}" if one.shows else ""
        said.append(f"{voices.WORDS[voices.House(one.house)]}. {words}{drawn}".strip())
    return Items(tuple(said)) if said else Words("No words of the child have been written down.")


def _held(row: AssessmentChild, source: str) -> list[Held]:
    """What is known of a child, as facts: each says how far it may go."""
    key = frozenset({domains.child_key(row.number)})
    return [
        Held(fact.label, f"{fact.label}: {fact.now or fact.value}", source, fact.audience,
             sensitivity=fact.sensitivity, subjects=key)
        for fact in row.facts.all()
        if fact.answer not in SAID
    ]  # fmt: skip


def _known(row: AssessmentChild) -> list[str]:
    return [fact.text for fact in _held(row, "")]


def _of_another(row: AssessmentChild, assessment: Assessment, source: str) -> Held:
    """All that is about another child, as one line for the author. Its words are not here."""
    key = domains.child_key(row.number)
    counted = {
        "side": len({text.side for text in assessment.texts.all() if text.who == key}),
        "visit": len(row.sightings.all()),
        "word or picture of its own": len(row.voices.all()),
        "factor": len(row.factors.all()),
    }
    many = {"word or picture of its own": "words or pictures of its own"}
    said = ", ".join(plural(n, what, many.get(what, "")) for what, n in counted.items() if n)
    number = f"{row.known_as} ({said or 'nothing was written'})"
    return Held(number, "", source, Audience.FAMILY.value, subjects=frozenset({key}))
