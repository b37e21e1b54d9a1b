"""From the text of a framework's file to a checked edition. Raises BadFile with one sentence."""

from holdfast.engines.standards.rules.planned import (
    PlannedCriterion,
    PlannedEdition,
    PlannedStandard,
    Sort,
)
from holdfast.engines.standards.rules.scales import SCALES, Scale
from holdfast.kernel.actions.reading import Field, open_text

FORM = "holdfast framework 1"
STATUSES = {"V", "V2", "M", "L"}
MUST = {
    *{"form", "code", "title", "kind", "edition", "source", "source_status"},
    *{"in_force_from", "standards"},
}


def read_framework(text: str, *, file: str) -> PlannedEdition:
    """Read a whole edition; nothing is used of a file with one mistake."""
    top = open_text(text, file=file, form=FORM).group(must=MUST, may={"scale"})
    sort = Sort(top["kind"].one_of({one.value for one in Sort}, "a kind of framework"))
    scale = SCALES[top["scale"].one_of(SCALES, "a scale")] if "scale" in top else None
    if scale is None and sort is Sort.SELF_ASSESSMENT:
        top["kind"].fail("A self-assessment is graded: add its `scale`.")
    standards = tuple(_standard(item, scale) for item in top["standards"].items())
    if not standards:
        top["standards"].fail("A framework has at least one standard.")
    _each_once(top["standards"], [str(one.number) for one in standards])
    _each_once(top["standards"], [c.code for one in standards for c in one.criteria])
    return PlannedEdition(
        code=_code(top["code"]),
        title=top["title"].text(most=120),
        sort=sort,
        label=top["edition"].text(most=60),
        source=top["source"].text(most=300),
        source_status=top["source_status"].one_of(STATUSES, "a status of the source"),
        scale=scale.code if scale else "",
        in_force_from=top["in_force_from"].day(),
        standards=standards,
    )


def _code(field: Field) -> str:
    said = field.text(most=40)
    if not said.isascii() or not said.replace("-", "").isalnum() or said != said.lower():
        field.fail("Write small letters, figures and hyphens, such as section-11.")
    return said


def _each_once(field: Field, codes: list[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            field.fail(f"{code} stands more than once. Number each one differently.")
        seen.add(code)


def _standard(field: Field, scale: Scale | None) -> PlannedStandard:
    said = field.group(must={"number", "title", "text", "criteria"}, may={"optional"})
    criteria = tuple(_criterion(item, scale) for item in said["criteria"].items())
    if not criteria:
        said["criteria"].fail("A standard has at least one criterion.")
    return PlannedStandard(
        number=said["number"].number(least=1, most=99),
        title=said["title"].text(most=120),
        text=said["text"].text(most=600),
        optional=said["optional"].flag() if "optional" in said else False,
        criteria=criteria,
    )


def _criterion(field: Field, scale: Scale | None) -> PlannedCriterion:
    said = field.group(must={"code", "text"}, may={"group", "evidence", "grades"})
    return PlannedCriterion(
        code=said["code"].text(most=10),
        text=said["text"].text(most=400),
        group=said["group"].text(most=80) if "group" in said else "",
        evidence=said["evidence"].texts(most=200) if "evidence" in said else (),
        descriptors=_descriptors(said["grades"], scale) if "grades" in said else {},
    )


def _descriptors(field: Field, scale: Scale | None) -> dict[str, str]:
    if scale is None:
        field.fail("This framework has no scale, so nothing in it is graded.")
    known = {step.value for step in scale.steps}
    said = field.group(must=known)
    return {value: said[value].text(most=300) for value in sorted(known)}
