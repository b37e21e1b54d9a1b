"""The pages on which something is gathered: a side, the child's words, known facts, factors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.forms import BoundField, Form
from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.assessments.models import (
    Assessment,
    AssessmentChild,
    CarriedFact,
    SidedText,
)
from holdfast.practice.assessments.rules import carried, domains, factors, voices

EVERYBODY = "everybody"


@dataclass(frozen=True)
class Said:
    label: str
    words: str


@dataclass(frozen=True)
class SidePage:
    """A side: for whom it is, what it says now, who else is named in a text for everybody."""

    reference: str
    title: str
    about: str
    source: str
    said: Sequence[Said]
    written: str
    warning: str

    @classmethod
    def of(
        cls,
        assessment: Assessment,
        side: domains.Side,
        child: AssessmentChild | None,
        latest: SidedText | None,
    ) -> "SidePage":
        rows = list(assessment.children.all())
        several = len(rows) > 1
        if child is not None:
            name = child.known_as
            about = f"Only what is about {name}. It stands in {name}’s copy and in nobody else’s."
        elif several:
            about = (
                "What is the same for all of them, written once. It stands in every child’s copy."
            )
        else:
            about = ""
        title = f"{side.title}: {child.known_as}" if child else side.title
        texts = latest.said if latest else {}
        return cls(
            reference=assessment.record.reference,
            title=title,
            about=about,
            source=f"{side.source}, {side.status}",
            said=[Said(words, texts.get(key, "")) for key, words in side.dimensions.items()],
            written=f"Saved {day_words(latest.on)} by {latest.by.title}." if latest else "",
            warning=_named(rows, texts) if several and child is None else "",
        )


def _named(rows: Sequence[AssessmentChild], texts: Mapping[str, str]) -> str:
    """Say which children a text for everybody names: every copy would carry it."""
    first = [row.known_as.split()[0] for row in rows]
    named = voices.names_in(" ".join(texts.values()), first)
    if not named:
        return ""
    return (
        f"This text names {' and '.join(named)}. Every child’s copy would say it. "
        "What is about one child alone belongs on that child’s own page."
    )


@dataclass(frozen=True)
class Spoken:
    """One thing the child said or drew. A drawing has its address and its words."""

    words: str
    by: str
    picture: str
    shows: str


@dataclass(frozen=True)
class VoicesPage:
    """Three houses and what is in them, in the child's own words."""

    name: str
    houses: Sequence[tuple[str, Sequence[Spoken]]]

    @classmethod
    def of(cls, row: AssessmentChild) -> "VoicesPage":
        reference = row.assessment.record.reference
        found: dict[str, list[Spoken]] = {house.value: [] for house in voices.House}
        for voice in row.voices.select_related("by"):
            picture = ""
            if voice.file_id:
                picture = reverse("assessments:drawing", args=[reference, voice.pk])
            by = f"To {voice.to_whom}, {day_words(voice.on)}"
            found[voice.house].append(Spoken(voice.words, by, picture, voice.shows))
        houses = [(voices.WORDS[voices.House(key)], said) for key, said in found.items()]
        return cls(row.known_as, houses)


@dataclass(frozen=True)
class KnownFact:
    """A fact with whose word it is, how old it is, and the fields that answer it."""

    label: str
    value: str
    source: str
    age: str
    old: bool
    pk: int

    def fields(self, form: Form) -> list[BoundField]:
        return [form[f"answer_{self.pk}"], form[f"now_{self.pk}"]]


@dataclass(frozen=True)
class FactsPage:
    facts: Sequence[KnownFact]

    @classmethod
    def of(cls, row: AssessmentChild, facts: Sequence[CarriedFact], *, on: date) -> "FactsPage":
        return cls(
            [
                KnownFact(
                    label=fact.label,
                    value=fact.value,
                    source=f"{fact.from_record}, {day_words(fact.since)}",
                    age=voices.age_words(fact.since, on=on),
                    old=carried.is_old(fact.since, on=on),
                    pk=fact.pk,
                )
                for fact in facts
            ]
        )


def codes(on: date) -> Mapping[str, Mapping[str, str]]:
    """The census's code beside each factor, by the form's field and in the year of a day."""
    year = factors.collection_year(on)
    found: dict[str, dict[str, str]] = {}
    groups = {f.group: None for f in factors.catalogue().factors.values()}
    for number, group in enumerate(groups):
        found[f"group_{number}"] = {
            key: f"Census {factors.year_words(year)}: {code}"
            for key, factor in factors.catalogue().factors.items()
            if factor.group == group and (code := factors.code_of(key, year=year))
        }
    return found
