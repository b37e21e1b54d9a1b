"""What the pages of frameworks say. Plain values, so that a template cannot reach the database."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse

from holdfast.engines.standards.models import Edition, Framework
from holdfast.engines.standards.rules.comparing import Difference, differences
from holdfast.engines.standards.rules.planned import PlannedEdition, PlannedStandard, Sort
from holdfast.engines.standards.rules.scales import SCALES, Scale, mapped, most_lost
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Badge, Link, NowCell, Status, met, nothing, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

LISTED = TableSpec(
    "Frameworks that the board works to",
    (
        Column("title", "Framework", header=True),
        Column("sort", "For"),
        Column("now", "In force"),
        Column("next", "Being written"),
    ),
    nothing="No framework yet. The board's manager loads one from its file.",
)


def frameworks_table(found: Iterable[Framework], *, on: date) -> Table:
    """Expects frameworks with their record and editions fetched."""
    rows = []
    for framework in found:
        editions = list(framework.editions.all())
        now = in_force(editions, on=on)
        drafts = [one.label for one in editions if one.approved_on is None]
        url = reverse("standards:framework", args=[framework.record.reference])
        cells = {
            "title": Cell(framework.title, url=url),
            "sort": Sort(framework.sort).value,
            "now": f"{now.label}, from {day_words(now.in_force_from)}" if now else "none",
            "next": "; ".join(drafts) or "none",
        }
        rows.append(Row(cells))
    return plain_table(LISTED, rows)


def in_force(editions: Iterable[Edition], *, on: date) -> Edition | None:
    approved = [one for one in editions if one.approved_on and one.in_force_from <= on]
    return max(approved, key=lambda one: (one.in_force_from, one.number), default=None)


@dataclass(frozen=True)
class ScaleBlock:
    """A scale, and how each of its grades reads on the others."""

    table: Table
    source: str
    badge: Badge


def scale_blocks() -> tuple[ScaleBlock, ...]:
    return tuple(_scale_block(one) for one in SCALES.values())


def _scale_block(scale: Scale) -> ScaleBlock:
    others = [one for one in SCALES.values() if one is not scale]
    spec = TableSpec(
        f"Grades on the scale {scale.name}",
        (Column("grade", "Grade", header=True), *(Column(o.code, o.name) for o in others)),
    )
    rows = [
        Row(
            {"grade": f"{step.value}: {step.words}"}
            | {o.code: mapped(step.value, source=scale, target=o) for o in others}
        )
        for step in reversed(scale.steps)
    ]
    said = [
        f"up to {plural(lost, 'step')} by way of {other.name}"
        for other in others
        if (lost := most_lost(scale, other))
    ]
    lost_words = "; ".join(said) or "nothing"
    note = f"Lost on the way there and back: {lost_words}."
    return ScaleBlock(plain_table(spec, rows, note=note), scale.source, Badge(scale.status))


@dataclass(frozen=True)
class CriterionBlock:
    code: str
    text: str
    evidence: str
    grades: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class GroupBlock:
    name: str
    criteria: tuple[CriterionBlock, ...]


@dataclass(frozen=True)
class StandardBlock:
    number: int
    title: str
    text: str
    optional: bool
    groups: tuple[GroupBlock, ...]


@dataclass(frozen=True)
class EditionPage:
    title: str
    label: str
    number: int
    now: tuple[NowCell, ...]
    source: str
    badge: Badge
    scale: str
    standards: tuple[StandardBlock, ...]
    editions: tuple[Link, ...]
    changes: Link | None
    approve: str

    @classmethod
    def of(
        cls, edition: Edition, editions: Sequence[Edition], *, may_decide: bool, on: date
    ) -> "EditionPage":
        reference, planned = edition.framework.record.reference, edition.planned()
        older = [one for one in editions if one.number < edition.number]
        scale = edition.scale
        waiting = edition.approved_on is None
        return cls(
            title=planned.title,
            label=planned.label,
            number=edition.number,
            now=_now_line(edition, editions, on=on),
            source=planned.source,
            badge=Badge(planned.source_status),
            scale=f"{scale.name}: {scale.source}" if scale else "not graded",
            standards=standard_blocks(planned, scale),
            editions=tuple(_edition_link(reference, one) for one in editions),
            changes=Link(
                f"What changed since {older[0].label}",
                reverse("standards:changes", args=[reference, edition.number]),
            )
            if older
            else None,
            approve=reverse("standards:approve", args=[reference, edition.number])
            if may_decide and waiting
            else "",
        )


def _edition_link(reference: str, edition: Edition) -> Link:
    words = edition.label if edition.approved_on else f"{edition.label} (draft)"
    return Link(words, reverse("standards:edition", args=[reference, edition.number]))


def _now_line(
    edition: Edition, editions: Sequence[Edition], *, on: date
) -> tuple[NowCell, NowCell, NowCell]:
    state, move = edition_state(edition, editions, on=on)
    used = f"First used on {day_words(edition.locked_on)}" if edition.locked_on else "Not yet"
    return (
        NowCell("State", "", f"From {day_words(edition.in_force_from)}", status=state),
        NowCell("Whose move", move),
        NowCell("Used", used, "A used edition is kept for ever." if edition.locked_on else ""),
    )


def edition_state(
    edition: Edition, editions: Iterable[Edition], *, on: date
) -> tuple[Status, str]:
    if edition.approved_on is None:
        return running("Draft"), "The chair: read and approve it"
    newest = in_force(editions, on=on)
    if newest is None or edition.in_force_from > on:
        return running("Approved, not in force yet"), "Nobody"
    if newest.pk == edition.pk:
        return met("In force"), "Nobody"
    return nothing(f"Replaced by {newest.label}"), "Nobody"


def standard_blocks(planned: PlannedEdition, scale: Scale | None) -> tuple[StandardBlock, ...]:
    return tuple(_standard_block(one, scale) for one in planned.standards)


def _standard_block(standard: PlannedStandard, scale: Scale | None) -> StandardBlock:
    order = list(dict.fromkeys(one.group for one in standard.criteria))
    mine = sorted(standard.criteria, key=lambda one: order.index(one.group))
    groups = [
        GroupBlock(
            name,
            tuple(
                CriterionBlock(
                    one.code,
                    one.text,
                    "; ".join(one.evidence),
                    tuple(
                        (f"{step.value}: {step.words}", one.descriptors[step.value])
                        for step in (reversed(scale.steps) if scale else ())
                        if step.value in one.descriptors
                    ),
                )
                for one in criteria
            ),
        )
        for name, criteria in groupby(mine, key=lambda one: one.group)
    ]
    return StandardBlock(
        standard.number, standard.title, standard.text, standard.optional, tuple(groups)
    )


@dataclass(frozen=True)
class ChangesPage:
    title: str
    old: str
    new: str
    back: Link
    differences: tuple[Difference, ...]

    @classmethod
    def of(cls, old: Edition, new: Edition) -> "ChangesPage":
        here = reverse("standards:edition", args=[new.framework.record.reference, new.number])
        return cls(
            title=new.framework.title,
            old=old.label,
            new=new.label,
            back=Link(new.label, here),
            differences=differences(old.planned(), new.planned()),
        )


@dataclass(frozen=True)
class ThresholdsPage:
    """The threshold document as it is in force, or an earlier edition that was asked for."""

    title: str
    label: str
    since: str
    state: Status
    source: str
    badge: Badge
    levels: tuple[StandardBlock, ...]
    editions: tuple[Link, ...]

    @classmethod
    def of(cls, chosen: Edition, editions: Sequence[Edition], *, on: date) -> "ThresholdsPage":
        planned = chosen.planned()
        state, _ = edition_state(chosen, editions, on=on)
        return cls(
            title=planned.title,
            label=planned.label,
            since=day_words(planned.in_force_from),
            state=state,
            source=planned.source,
            badge=Badge(planned.source_status),
            levels=standard_blocks(planned, None),
            editions=tuple(Link(one.label, f"?edition={one.number}") for one in editions),
        )
