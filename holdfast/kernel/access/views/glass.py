"""Break-glass, and its review by a second person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import grants, reading
from holdfast.kernel.access.door import Visit, glass_door, not_found, page_door
from holdfast.kernel.access.forms import BreakGlassForm, FindingForm
from holdfast.kernel.access.models import BreakGlassReview
from holdfast.kernel.access.pages.glass import AskPage, ReviewPage, entrance, reviews_table
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.render import render


@require_http_methods(["GET", "HEAD", "POST"])
@glass_door()
def break_glass(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Ask why, and open the record for a few hours."""
    form = BreakGlassForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            grants.break_glass(
                visit.record, holding=visit.holding, reason=form.cleaned_data["reason"]
            )
            return redirect(entrance(visit.record))
        except NotAllowed as why_not:
            form.add_error("reason", str(why_not))
    page = AskPage.of(visit.record, post=visit.post, now=visit.now)
    return render(request, "access/break_glass.html", {"page": page, "form": form})


@require_safe
@page_door(Role.RECORDS_GUARDIAN)
def reviews(request: HttpRequest, visit: Visit) -> HttpResponse:
    """List every break-glass, those that wait first."""
    return render(request, "access/reviews.html", {"table": reviews_table(now=visit.now)})


@require_http_methods(["GET", "HEAD", "POST"])
@page_door(Role.RECORDS_GUARDIAN)
def review(request: HttpRequest, visit: Visit, pk: int) -> HttpResponse:
    """Show what was opened under a break-glass and what was not, and take the finding."""
    broken = reading.break_glasses().filter(pk=pk).first()
    if broken is None:
        return not_found(request)
    form = FindingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            grants.review(
                broken,
                finding=BreakGlassReview.Finding(form.cleaned_data["finding"]),
                why=form.cleaned_data["why"],
                by=visit.holding,
            )
            return redirect("access:reviews")
        except NotAllowed as why_not:
            form.add_error(None, str(why_not))
    page = ReviewPage.of(broken, by=visit.holding, now=visit.now)
    return render(request, "access/review.html", {"page": page, "form": form})
