"""Drafts on a form: kept by one button, thrown away by another, taken up when the page opens."""

from typing import TypeVar

from django import forms
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from holdfast.kernel.access.door import Visit
from holdfast.kernel.ui.filters import at
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Draft
from holdfast.practice.allegations.rules import asking

F = TypeVar("F", bound=forms.Form)


def drafted(request: HttpRequest, visit: Visit, form: asking.Form) -> bool:
    """Do what a draft's button asks. False when neither was pressed."""
    if "keep" in request.POST:
        typed = {name: request.POST.getlist(name) for name in request.POST}
        verbs.keep_draft(form, typed=typed, by=visit.post, on=visit.today)
        return True
    if "drop" in request.POST:
        verbs.drop_draft(form, by=visit.post, on=visit.today)
        return True
    return False


def draft_of(visit: Visit, form: asking.Form) -> Draft | None:
    return Draft.objects.of(visit.holding, form, at=visit.now)


def typed_in(draft: Draft | None) -> "MultiValueDict[str, str] | None":
    return MultiValueDict(draft.typed) if draft else None


def taken_up(form: F) -> F:
    """A draft's answers stand in the form, and nothing is said of what is still missing."""
    form.errors.clear()
    return form


def draft_words(draft: Draft | None) -> str:
    if draft is None:
        return ""
    return f"Draft kept {at(draft.kept_at)}. Only you can read it, until {at(draft.expires_at)}."
