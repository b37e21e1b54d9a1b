"""What surrounds the pages before the door: the partnership and, in a demo, that it is one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from holdfast.kernel.access.framing import DEMO
from holdfast.kernel.directory.models import Partnership
from holdfast.kernel.ui.frame import Frame
from holdfast.kernel.ui.render import frame_of

View = Callable[..., HttpResponseBase]


def framed(request: HttpRequest) -> dict[str, Frame]:
    """Give every Jinja page its frame: allauth draws its own pages and knows of none."""
    return {"frame": frame_of(request)}


def frame_before_the_door(request: HttpRequest) -> Frame:
    partnership = Partnership.objects.filter(pk=1).first()
    inside = request.user.is_authenticated
    return Frame(
        partnership=partnership.name if partnership else "",
        signed_in=inside,
        sign_out="account_logout" if inside else "",
        demo=DEMO if partnership and partnership.demo else "",
    )


def before_the_door(view: View) -> View:
    """Frame a page of allauth's, keep it out of every cache, and post its mail afterwards.

    Mail goes out once the answer has been sent: how long an answer takes must not say whether
    there was anybody to write to.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        outgoing: list[Callable[[], None]] = []
        request.frame = frame_before_the_door(request)  # type: ignore[attr-defined]
        request.outgoing = outgoing  # type: ignore[attr-defined]
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response._resource_closers += outgoing  # type: ignore[attr-defined]
        return response

    return page
