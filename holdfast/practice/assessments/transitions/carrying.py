"""What earlier records say of a child comes along, each with its source and its age."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Audience
from holdfast.practice.assessments.models import (
    Assessment,
    AssessmentChild,
    CarriedFact,
    SidedText,
)
from holdfast.practice.assessments.rules import domains, editions
from holdfast.practice.assessments.rules.carried import Known
from holdfast.practice.assessments.rules.editions import Kind


@transaction.atomic
def carry(
    child: AssessmentChild, *, known: Sequence[Known], by: Post, on: date
) -> list[CarriedFact]:
    """Carry what is known of a child into a new assessment, to be confirmed or put right.

    `known` comes from the child's own record; what the last assessment says is added here.
    """
    key = domains.child_key(child.number)
    return CarriedFact.objects.bulk_create(
        CarriedFact(
            child=child,
            key=one.key,
            label=one.label,
            value=one.value,
            from_record=one.source,
            since=one.since,
            source=by.agency,
            subjects=[key],
            audience=Audience.FAMILY if one.for_family else Audience.AGENCIES,
        )
        for one in [*known, *_of_the_last_assessment(child)]
    )


def _of_the_last_assessment(child: AssessmentChild) -> Iterator[Known]:
    """What the newest signed assessment says of this child: its own words, and everybody's."""
    if child.child_record is None:
        return
    earlier = Assessment.objects.authorised().about(child.child_record)
    last = earlier.exclude(pk=child.assessment_id).first()
    if last is None:
        return
    row = last.children.get(child_record=child.child_record)
    mine = {domains.EVERYBODY, domains.child_key(row.number)}
    latest: dict[tuple[str, str], SidedText] = {}
    for text in last.texts.filter(who__in=mine).exclude(side="analysis").order_by("version"):
        latest[text.side, text.who] = text
    source = f"{editions.WORDS[Kind(last.kind)]}, {last.record.reference}"
    for (side, who), text in sorted(latest.items(), key=lambda one: one[0]):
        for dimension, words in domains.SIDES[side].dimensions.items():
            if text.said.get(dimension):
                yield Known(
                    f"{dimension}-{'own' if who else 'all'}",
                    words,
                    text.said[dimension],
                    source,
                    text.on,
                )
