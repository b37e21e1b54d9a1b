"""What several views fetch: the family or the programme of the record that the door let in."""

from django.http import Http404

from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.meanwhile import Meanwhile, steps_since
from holdfast.practice.early_help.models import Assessment, EarlyHelp, Programme
from holdfast.practice.early_help.pages.words import HEADS


def family_of(visit: Visit) -> EarlyHelp:
    return (
        EarlyHelp.objects.select_related("record__area", "lead__agency", "offered_by__agency")
        .prefetch_related("children", "relatives")
        .get(record=visit.record)
    )


def assessment_of(visit: Visit, *, number: int = 0) -> Assessment:
    """One assessment of this family: by its number, or the one under way, or else the last."""
    found = (
        Assessment.objects.filter(early_help__record=visit.record)
        .select_related("early_help__record__area", "author", "agency")
        .prefetch_related("sections__by", "early_help__children")
    )
    one = found.filter(number=number).first() if number else found.order_by("-number").first()
    if one is None:
        raise Http404
    return one


def programme_of(visit: Visit) -> Programme:
    return Programme.objects.for_page().get(record=visit.record)


def second_look(visit: Visit) -> Meanwhile:
    """Where somebody was first, say what they wrote."""
    return lambda form: steps_since(visit, form, heads=HEADS)
