"""What was carried forward from last time, each grade asking whether it is still true."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.engines.standards.models import Assessment, Grade
from holdfast.engines.standards.rules.grading import age_words
from holdfast.engines.standards.rules.scales import RAG
from holdfast.kernel.actions.dated import day_words


@dataclass(frozen=True)
class Carried:
    """One grade carried forward. `field` is its box on the form."""

    pk: int
    code: str
    text: str
    grade: str
    said: str
    since: str
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class StillTruePage:
    title: str
    waiting: tuple[Carried, ...]
    confirmed: int

    @classmethod
    def of(cls, found: Assessment, grades: Iterable[Grade], *, on: date) -> "StillTruePage":
        """Expects grades fetched with `for_page`."""
        carried = [one for one in grades if one.carried_from_id]
        return cls(
            title=str(found),
            waiting=tuple(_carried(one, on=on) for one in carried if one.to_confirm),
            confirmed=sum(not one.to_confirm for one in carried),
        )


def _carried(grade: Grade, *, on: date) -> Carried:
    scale, day = grade.assessment.edition.scale or RAG, grade.self_on
    value = grade.self_value
    return Carried(
        pk=grade.pk,
        code=grade.criterion.code,
        text=grade.criterion.text,
        grade=f"{value}: {scale.words(value)}" if scale.holds(value) else value,
        said=grade.self_words,
        since=f"Said on {day_words(day)}, {age_words(day, on=on)}" if day else "No day is known",
        evidence=tuple(_piece(one.evidence.what, one.evidence.expires_on, on=on)
                       for one in grade.citations.all()),
    )  # fmt: skip


def _piece(what: str, expires_on: date | None, *, on: date) -> str:
    if expires_on is None or expires_on >= on:
        return what
    return f"{what}, expired {day_words(expires_on)}"
