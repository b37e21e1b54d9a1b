"""The room's own figures: unsuppressed, and so not for outside."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from holdfast.kernel.directory.words import Sector, in_words
from holdfast.kernel.ui.charts import Bar, Chart, bars
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Badge
from holdfast.kernel.ui.tables import Column, Row, Table, TableSpec, plain_table
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import procedure


@dataclass(frozen=True)
class TargetLine:
    """One cohort target: the share that was met, of how many, and how sure the target is."""

    words: str
    share: str
    of: str
    badge: Badge
    source: str


@dataclass(frozen=True)
class FiguresPage:
    chart: Chart | None
    employers: Table
    referrers: Table
    contacts: Table
    targets: Sequence[TargetLine]
    concluded: int


def figures_page(everything: Sequence[Allegation]) -> FiguresPage:
    """Count what this post may see, by year from April to March."""
    met = [a for a in everything if a.tests]
    spans = [(a.received_on, a.concluded_on) for a in met if a.concluded_on]
    return FiguresPage(
        chart=_chart(met),
        employers=_table("Allegations by employer’s sector", met, lambda a: a.employer_sector),
        referrers=_table("Allegations, by who told the LADO", met, lambda a: a.referrer_sector),
        contacts=_table("All contacts, by threshold", everything, _kind, {}),
        targets=[_target(target, spans) for target in procedure.TARGETS],
        concluded=len(spans),
    )


def _chart(found: Sequence[Allegation]) -> Chart | None:
    """Allegations by the employer's sector, all years, the most first. None without any."""
    counted = Counter(a.employer_sector for a in found)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return None
    sector, most = ranked[0]
    tied = len(ranked) > 1 and ranked[1][1] == most
    lead = "No one sector has the most" if tied else f"Most are from {in_words(sector).lower()}"
    total = plural(len(found), "allegation", "allegations")
    return bars(
        "Allegations by employer’s sector, all years",
        [Bar(in_words(name), number, emphasis=number == most) for name, number in ranked],
        finding=f"{lead}: {most} of {total}.",
        caption="Allegations that met the threshold, by the employer’s sector, all years",
        head=("Employer’s sector", "Allegations"),
        note="A sector that is not drawn has none.",
    )


def _kind(allegation: Allegation) -> str:
    if allegation.tests:
        return "threshold met"
    return "advice or below the threshold" if allegation.threshold_on else "not decided or advice"


def _table(
    caption: str,
    found: Sequence[Allegation],
    key: Callable[[Allegation], str],
    rows: dict[str, int] | None = None,
) -> Table:
    """Sectors down, years across. A sector that told nothing stands there with nought."""
    years = sorted({procedure.financial_year(a.received_on) for a in found})
    counted = Counter((key(a), procedure.financial_year(a.received_on)) for a in found)
    names = [s.value for s in Sector] if rows is None else sorted({key(a) for a in found})
    spec = TableSpec(
        caption=caption,
        columns=(
            Column("name", "Sector" if rows is None else "Kind", header=True),
            *(Column(year, year, numeric=True) for year in years),
            Column("all", "All", numeric=True),
        ),
        nothing="Nothing has been counted yet.",
    )
    lines = [
        Row(
            {
                "name": in_words(name),
                **{year: str(counted[name, year]) for year in years},
                "all": str(sum(counted[name, year] for year in years)),
            }
        )
        for name in names
    ]
    return plain_table(spec, lines if found else [])


def _target(target: procedure.Target, spans: Sequence[tuple[object, object]]) -> TargetLine:
    within, of = procedure.share_within(spans, target.months)  # type: ignore[arg-type]
    share = f"{100 * within / of:.0f}%" if of else "none concluded"
    months = "1 month" if target.months == 1 else f"{target.months} months"
    return TargetLine(
        words=f"{target.share}% within {months}",
        share=share,
        of=f"{within} of {of}",
        badge=Badge(target.source.status),
        source=target.source.text,
    )
