"""What several views fetch: the family or the programme of the record that the door let in."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.http import Http404

from holdfast.kernel.access.door import Visit
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.forms.base import EntryForm
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


@contextmanager
def second_look(form: EntryForm, visit: Visit) -> Iterator[None]:
    """Where somebody was first, say what they wrote; the form then stands on what is now so.

    So the second editor reads the other's words beside their own, and can send theirs knowingly.
    """
    try:
        yield
    except NotAllowed as why:
        now = Record.objects.get(pk=visit.record.pk).version
        seen = form.cleaned_data["seen"]
        if seen == now:
            raise
        steps = visit.record.steps.order_by("-pk").select_related("by")[: now - seen]
        written = " ".join(
            f"{step.by.title}: {HEADS.get(step.move, '')} {step.note}" for step in steps
        )
        form.data = {name: form.data[name] for name in form.data} | {"seen": str(now)}
        raise NotAllowed(f"{why} Meanwhile: {written}") from why
