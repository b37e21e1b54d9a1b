"""The family's timeline: every dated step of brothers and sisters, told once, oldest first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q
from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page
from holdfast.practice.children.access import STORY
from holdfast.practice.children.models import Child
from holdfast.practice.journey.pages.everything import everything
from holdfast.practice.journey.pages.told import Happened, Reader

MOST = 12
"""Brothers and sisters on one page. A larger family is told from another child's page too."""

TIMELINE = TableSpec(
    caption="Dated steps",
    columns=(
        Column("on", "Day", header=True, sort="on"),
        Column("what", "What"),
        Column("whom", "About"),
        Column("source", "Who says so"),
        Column("text", "In their words"),
    ),
    default_sort="on",
    per_page=100,
    nothing="Nothing is written down where you may read it.",
)


@dataclass
class Shared:
    """One step, and all the children it is about."""

    step: Happened
    about: list[str] = field(default_factory=list)

    @property
    def on(self) -> date:
        return self.step.on


def family_of(child: Child, reader: Reader) -> list[Child]:
    """Return the child with those brothers and sisters whose story the reader may see."""
    tied = Q(pk__in=[tie.other_id for tie in child.ties.all() if tie.other_id])
    home = Q(household=child.household_id) if child.household_id else Q(pk__in=[])
    seen = Child.objects.visible_to(reader.post, section=STORY).standing().exclude(pk=child.pk)
    return [child, *seen.filter(tied | home).for_page().distinct()[:MOST]]


def timeline_of(family: list[Child], reader: Reader, params: Mapping[str, Any]) -> Table:
    steps: dict[tuple[object, ...], Shared] = {}
    for child in family:
        for step in everything(child, reader).happened:
            key = (step.on, step.what, step.text, step.url if "/children/" not in step.url else "")
            one = steps.setdefault(key, Shared(step))
            one.about.append(child.forename or child.known_as)
    return sort_and_page(list(steps.values()), params, TIMELINE, _row)


def _row(one: Shared) -> Row:
    return Row(
        {
            "on": day_words(one.on),
            "what": Cell(one.step.what, url=one.step.url),
            "whom": ", ".join(dict.fromkeys(one.about)),
            "source": one.step.source,
            "text": one.step.text,
        }
    )


def address_of(child: Child) -> str:
    return reverse("journey:child", args=[child.record.reference])
