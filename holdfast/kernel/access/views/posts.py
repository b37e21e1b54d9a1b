"""Where one lands, and which post one acts as."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from holdfast.kernel.access import nav
from holdfast.kernel.access.door import Visit, page_door
from holdfast.kernel.access.forms import ChoosePost
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.ui.render import render


@require_safe
@page_door()
def home(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Go to the first page of the post."""
    return redirect(nav.home_of(visit.post, at=visit.partnership.area))


@require_safe
@page_door()
def nothing_here(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Say that this post has no room of its own, and what that means."""
    return render(request, "access/nothing_here.html", {"post": visit.post})


@require_http_methods(["GET", "HEAD", "POST"])
@page_door()
def posts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose which of one's own posts to act as. Only what is held now is offered."""
    mine = Holding.objects.current(at=visit.now).filter(person=visit.account.person_id)
    held = list(mine.select_related("post__agency").order_by("pk"))
    form = ChoosePost(request.POST or None, held=held, acting=visit.holding)
    if request.method == "POST" and form.is_valid():
        request.session["holding"] = int(form.cleaned_data["holding"])
        return redirect("access:home")
    password = "account_change_password" if visit.account.has_usable_password() else ""
    context = {"form": form, "held": held, "change_password": password}
    return render(request, "access/posts.html", context)
