"""What was done in the year, and which of it has evidence that something changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.chapters.activity import NO_EVIDENCE
from holdfast.board.annual_report.models import Activity, Edition, Impact
from holdfast.board.annual_report.pages.now import beside, crumbs
from holdfast.board.annual_report.rules.easy_words import Reading, reading
from holdfast.board.annual_report.rules.from_plan import source_of
from holdfast.board.workplan.extracts import latest_plan, report_rows
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import State
from holdfast.kernel.ui.parts import Link, NowCell, Status, met, nothing


@dataclass(frozen=True)
class Told:
    """One paragraph with what shows its impact, how its plain words read, and what can be done."""

    theme: str
    what: str
    when: str
    source: str
    status: Status
    impacts: list[str]
    plain: str
    plain_said: str
    links: list[Link]


@dataclass(frozen=True)
class ActivitiesPage:
    crumbs: list[Link]
    now: list[NowCell]
    told: list[Told]
    family: str
    too_long: list[str]
    add: str
    plan: str
    beside: list[Link]

    @classmethod
    def of(
        cls,
        edition: Edition,
        activities: Sequence[Activity],
        *,
        family: Reading | None,
        may_work: bool,
    ) -> "ActivitiesPage":
        open_ = may_work and edition.state == rules.DRAFT
        told = [_told(edition, each, open_=open_) for each in activities]
        bare = sum(1 for each in activities if not each.impacts.all())
        silent = sum(1 for each in activities if not each.plain)
        return cls(
            crumbs=crumbs(edition),
            now=[
                NowCell(
                    "Evidence of impact",
                    f"{len(told) - bare} of {len(told)} with evidence",
                    f"The other {bare} are printed with the mark “{NO_EVIDENCE}”" if bare else "",
                ),
                NowCell("For families", f"{len(told) - silent} of {len(told)} in plain words"),
                NowCell(
                    "Whose move",
                    edition.drafted_by.title if open_ else "Nobody’s",
                    "" if open_ else "Only a draft is written on.",
                ),
            ],
            told=told,
            family=family.why if family else "",
            too_long=list(family.too_long) if family else [],
            add=reverse("annual_report:tell", args=[edition.record.reference]) if open_ else "",
            plan=reverse("annual_report:from-plan", args=[edition.record.reference]),
            beside=beside(edition),
        )


def _told(edition: Edition, activity: Activity, *, open_: bool) -> Told:
    impacts = [_impact(each) for each in activity.impacts.all()]
    plain = reading([activity.plain])
    return Told(
        theme=activity.theme or "The board",
        what=activity.what,
        when=activity.happened.words if activity.happened else "undated",
        source=activity.source,
        status=met("Evidence of impact") if impacts else nothing(NO_EVIDENCE.rstrip(".")),
        impacts=impacts,
        plain=activity.plain or "not told in plain words",
        plain_said=(
            "" if not activity.plain else "reads easily" if plain.easy else f"hard: {plain.why}"
        ),
        links=_links(edition, activity) if open_ else [],
    )


def offered_lines(edition: Edition, *, on: date) -> list[tuple[int, str]]:
    """Lines of the year's plan that are done or have evidence, and are not told here yet."""
    plan = latest_plan(year=edition.year)
    told = set(Activity.objects.of(edition).values_list("source", flat=True))
    return [
        (row.number, f"{row.number}. {row.title}: {row.shown or row.state.value}")
        for row in (report_rows(plan, on=on) if plan else ())
        if (row.shown or row.state is not State.AGREED)
        and source_of(row.reference, row.number) not in told
    ]


def _impact(each: Impact) -> str:
    return f"{each.changed} {each.how_known} {day_words(each.dated_on)}, {each.source}."


def _links(edition: Edition, activity: Activity) -> list[Link]:
    args = [edition.record.reference, activity.pk]
    named = {
        "impact": "Show what changed",
        "rewrite": "Write it otherwise",
        "withdraw": "Take it out",
    }
    return [
        Link(words, reverse(f"annual_report:{name}", args=args)) for name, words in named.items()
    ]
