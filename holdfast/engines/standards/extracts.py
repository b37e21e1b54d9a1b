"""What rooms above read of frameworks and grades: frozen rows, without a person's name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.engines.standards.models import Assessment, Edition, Grade
from holdfast.engines.standards.rules.planned import PlannedEdition, Sort
from holdfast.engines.standards.rules.scales import RAG, Colour, colour, gap
from holdfast.kernel.directory.models import Area


@dataclass(frozen=True)
class GradeRow:
    """One criterion of one assessed body as it stands on a day.

    `colour` is None for what is no grade. `gap` is the body's own grade less the moderated one in
    steps, None until both are grades. `oldest` is the date of the oldest evidence cited.
    """

    assessment: int
    body: str
    standard: int
    standard_title: str
    criterion: str
    text: str
    claimed: str
    moderated: str
    reason: str
    colour: Colour | None
    claimed_colour: Colour | None
    why: str
    fell: bool
    gap: int | None
    to_confirm: bool
    evidence: int
    oldest: date | None


def grade_rows(assessments: Iterable[Assessment], *, on: date) -> tuple[GradeRow, ...]:
    """Return every grade of some assessments, in two queries however many there are."""
    ids = [one.pk for one in assessments]
    found = Grade.objects.filter(assessment__in=ids).for_page()
    order = ("assessment_id", "criterion__standard__number", "criterion__place")
    return tuple(grade_row(grade, on=on) for grade in found.order_by(*order))


def grade_row(grade: Grade, *, on: date) -> GradeRow:
    """Expects a grade fetched with `for_page`."""
    criterion, now = grade.criterion, grade.standing(on=on)
    scale = grade.assessment.edition.scale or RAG
    pieces = [one.evidence for one in grade.citations.all()]
    claimed = "" if grade.to_confirm else grade.self_value
    return GradeRow(
        assessment=grade.assessment_id,
        body=grade.assessment.name,
        standard=criterion.standard.number,
        standard_title=criterion.standard.title,
        criterion=criterion.code,
        text=criterion.text,
        claimed=claimed,
        moderated=grade.moderated_value,
        reason=grade.reason,
        colour=now.colour,
        claimed_colour=colour(claimed, scale) if scale.holds(claimed) else None,
        why=now.why,
        fell=now.fell,
        gap=gap(claimed, grade.moderated_value, scale),
        to_confirm=grade.to_confirm,
        evidence=len(pieces),
        oldest=min((one.dated_on for one in pieces), default=None),
    )


def edition_in_force(code: str, *, area: Area, on: date) -> Edition | None:
    """Return the edition of a framework in force in an area on a day, with all that it says."""
    here = Edition.objects.filter(framework__code=code, framework__record__area=area)
    return here.in_force(on=on).whole().first()


def threshold_on(on: date, *, area: Area) -> PlannedEdition | None:
    """Return the board's threshold document as it stood on a day, or None before the first.

    The front door shows it beside a decision: `standards` are the levels, `criteria` what is seen
    at each, in groups.
    """
    sort = Sort.THRESHOLDS.value
    here = Edition.objects.filter(framework__sort=sort, framework__record__area=area)
    found = here.in_force(on=on).whole().first()
    return found.planned() if found else None
