"""Looking for a child, and only then opening a record. A name never stands in an address."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access.asking import typed
from holdfast.kernel.access.door import Visit, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.access import KIND
from holdfast.practice.children.forms.find import FindForm
from holdfast.practice.children.models.looking import matches_for
from holdfast.practice.children.pages.find import Found, found_of, result_words


@require_http_methods(["GET", "HEAD", "POST"])
@room_door(KIND, Can.OPEN)
def find(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = FindForm(typed(request), today=visit.today)
    found: list[Found] = []
    searched = False
    if form.is_valid():
        found, searched = _look(form, visit), True
        if "open" in request.POST:
            opened = _open(form, found, visit)
            if opened:
                return redirect(opened)
        sent = request.POST.copy()
        sent["looked"] = form.proof()
        form.data = sent
    context = {
        "form": form,
        "found": found,
        "searched": searched,
        "likely": any(one.likely for one in found),
        "result": result_words(found),
    }
    return render(request, "children/find.html", context)


def _look(form: FindForm, visit: Visit) -> list[Found]:
    """Search, and commit to the log what came of it, before anything is shown."""
    matches = matches_for(form.told, to=visit.post)
    visit.returned([child.record_id for child, _ in matches], looked_for=form.fields_typed)
    return found_of(matches, on=visit.today)


def _open(form: FindForm, found: list[Found], visit: Visit) -> str:
    """Open a record, if just this child was looked for; say why where one is likely the same."""
    if not form.was_looked_for:
        form.add_error(None, "Look first: what you changed has not been looked for yet.")
        return ""
    why = form.cleaned_data["why_new"].strip()
    if any(one.likely for one in found) and not why:
        form.add_error("why_new", "Somebody here is likely this child. Say why it is not.")
        return ""
    try:
        child = verbs.open_child(form.told, by=visit.post, on=visit.today, why_new=why)
    except NotAllowed as reason:
        form.add_error(None, str(reason))
        return ""
    return reverse("children:record", args=[child.record.reference])
