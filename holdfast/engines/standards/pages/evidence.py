"""What the evidence library says: the expired first, each with its owner and who cites it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.engines.standards.models import Assessment, Citation, Evidence
from holdfast.engines.standards.rules.grading import age_words, expiry_words
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, NowCell, Status, met, nothing, over, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page

SOON_DAYS = 90
"""Evidence is said to expire soon this many days before: a local standard (L)."""

LISTED = TableSpec(
    "Evidence that grades cite, the expired first",
    (
        Column("what", "Evidence", sort="what", header=True),
        Column("agency", "Agency", sort="agency.name"),
        Column("owner", "Looked after by"),
        Column("dated", "From", sort="dated_on"),
        Column("expires", "Counts until", sort="expires_on"),
        Column("cited", "Cited by"),
    ),
    default_sort="expires",
    csv=True,
    nothing="No evidence is kept yet. It comes with returns, or the board's manager keeps it.",
)
HEAD = ("Evidence", "Agency", "Looked after by", "Where it is", "From", "Counts until", "Standing",
        "Cited by")  # fmt: skip


def evidence_table(found: QuerySet[Evidence], params: Mapping[str, Any], *, on: date) -> Table:
    """Expects evidence fetched with `for_list`."""
    return sort_and_page(found, params, LISTED, lambda one: _row(one, on=on))


def _row(one: Evidence, *, on: date) -> Row:
    now = standing(one, on=on)
    return Row(
        {
            "what": Cell(one.what, url=reverse("standards:piece", args=[one.pk])),
            "agency": one.agency.name,
            "owner": owner_words(one),
            "dated": Cell(day_words(one.dated_on), note=age_words(one.dated_on, on=on)),
            "expires": Cell(status=now, note=_until(one)),
            "cited": cited_words(one),
        }
    )


def standing(one: Evidence, *, on: date) -> Status:
    """A shape and a word for how long a piece still counts."""
    word = expiry_words(one.shown, on=on)
    if one.expires_on is None:
        return nothing(word)
    if not one.shown.counts(on=on):
        return over(word)
    return soon(word) if (one.expires_on - on).days <= SOON_DAYS else met(word)


def _until(one: Evidence) -> str:
    return day_words(one.expires_on) if one.expires_on else ""


def owner_words(one: Evidence) -> str:
    return str(one.owner) if one.owner else one.owner_words


def cited_words(one: Evidence) -> str:
    """Say where it is cited: each assessment with its criteria, or that nobody cites it."""
    parts = [f"{name}: {', '.join(codes)}" for name, codes in _cited(one.citations.all())]
    return "; ".join(parts) or "nobody yet"


def _cited(citations: Iterable[Citation]) -> Iterator[tuple[str, list[str]]]:
    by_return = sorted(citations, key=lambda c: (c.grade.assessment_id, c.grade.criterion.code))
    for _, mine in groupby(by_return, key=lambda c: c.grade.assessment_id):
        of_it = list(mine)
        yield of_it[0].grade.assessment.label, [one.grade.criterion.code for one in of_it]


def table_rows(found: Iterable[Evidence], *, on: date) -> list[tuple[str, ...]]:
    """Every piece as its file has it."""
    return [
        (
            one.what,
            one.agency.name,
            owner_words(one),
            one.kept_at,
            one.dated_on.isoformat(),
            one.expires_on.isoformat() if one.expires_on else "",
            expiry_words(one.shown, on=on),
            cited_words(one),
        )
        for one in found
    ]


@dataclass(frozen=True)
class EvidencePage:
    """One piece: how long it counts, who looks after it, where it is cited, what came before."""

    title: str
    agency: str
    now: tuple[NowCell, ...]
    facts: tuple[Fact, ...]
    cited: tuple[Fact, ...]
    older: Link | None
    newer: Link | None
    renew: str
    cite: tuple[Link, ...]

    @classmethod
    def of(
        cls, one: Evidence, assessments: Iterable[Assessment], *, may_work: bool, on: date
    ) -> "EvidencePage":
        """Expects a piece fetched with `for_page`; `assessments` are those that may cite it."""
        newer = getattr(one, "replaced_by", None)
        alive = newer is None
        at = [one.pk]
        return cls(
            title=one.what,
            agency=one.agency.name,
            now=_now(one, newer, on=on),
            facts=_facts(one),
            cited=tuple(
                Fact(
                    f"{c.grade.assessment.label}, {c.grade.criterion.code}",
                    c.grade.criterion.text,
                    note=c.grade.assessment.name,
                )
                for c in one.citations.all()
            ),
            older=_link(one.replaces),
            newer=_link(newer),
            renew=reverse("standards:renew", args=at) if may_work and alive else "",
            cite=tuple(
                Link(f"Cite it in {each}", reverse("standards:cite", args=[*at, each.pk]))
                for each in assessments
            )
            if alive
            else (),
        )


def _link(one: Evidence | None) -> Link | None:
    if one is None:
        return None
    words = f"{one.what}, from {day_words(one.dated_on)}"
    return Link(words, reverse("standards:piece", args=[one.pk]))


def _now(one: Evidence, newer: Evidence | None, *, on: date) -> tuple[NowCell, ...]:
    count = len(one.citations.all())
    if newer is not None:
        move = "Nobody: a newer piece has taken its place"
    elif one.shown.counts(on=on):
        move = "Nobody"
    else:
        move = f"{owner_words(one)}: renew it"
    until = f"Counts until {_until(one)}" if one.expires_on else "No day was given."
    return (
        NowCell("State", "", until, status=standing(one, on=on)),
        NowCell("Whose move", move),
        NowCell("Cited", f"By {plural(count, 'criterion', 'criteria')}" if count else "Nowhere"),
    )


def _facts(one: Evidence) -> tuple[Fact, ...]:
    return (
        Fact("Agency", one.agency.name),
        Fact("Looked after by", owner_words(one) or "nobody was named"),
        Fact("From", day_words(one.dated_on)),
        Fact("Where it can be found", one.kept_at or "not said"),
        Fact("Kept", day_words(one.given_on), note=f"by the {one.given_by.title}"),
    )
