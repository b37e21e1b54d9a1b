"""Which child's record a child of the family is: the hub looks, and a person decides."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access import gate
from holdfast.kernel.access.asking import ask, typed
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.fields import pick
from holdfast.practice.children.access import KIND as CHILD
from holdfast.practice.children.models.looking import matches_for
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.access import KIND, STORY
from holdfast.practice.early_help.models import FamilyChild
from holdfast.practice.early_help.views.asked import family_of
from holdfast.practice.early_help.views.writing import asking_of

NEW = "new"


@require_http_methods(["GET", "POST"])
@door(Can.SEE, kind=KIND, section=STORY)
def link(request: HttpRequest, visit: Visit, *, number: int) -> HttpResponse:
    """Offer the children whom the hub may see and who are like the one told of, with the reasons.

    Only who may open a child's record finds this page: nobody else searches.
    """
    mine = FamilyChild.objects.filter(early_help__record=visit.record, number=number, child=None)
    found = mine.select_related("early_help__record").first()
    if found is None or not gate.may_open(visit.post, CHILD):
        raise Http404
    told = found.as_child_told()
    offered = matches_for(told, to=visit.post)
    likely = {child.record.reference: (child, why) for child, why in offered}
    visit.returned(
        [child.record_id for child, _ in likely.values()], looked_for="name, date of birth"
    )
    form = LinkForm(typed(request), offered=[
        (reference, f"{child.known_as}, {reference}: {', '.join(why.reasons)}")
        for reference, (child, why) in likely.items()
    ])  # fmt: skip

    def act(given: dict[str, Any]) -> None:
        if given["which"] == NEW:
            verbs.open_and_link(found, by=visit.post, on=visit.today)
            return
        child, _ = likely[given["which"]]
        verbs.link_child(found, child=child.record, by=visit.post, on=visit.today)

    text = f"Told of: {found.known_as}. " + (
        f"Born {told.born_on:%-d %B %Y}." if told.born_on else "No date of birth was told."
    )
    asking = asking_of(visit, family_of(visit), "Which child is this?", "Link them", text=text)
    return ask(request, form, asking, act)


class LinkForm(forms.Form):
    which = pick("The child’s record", [], "Choose one, or that none of them is this child.")

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["which"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        none = "None of them" if offered else "Nobody like this is known"
        field.choices = [*offered, (NEW, f"{none}: open a record for this child")]
