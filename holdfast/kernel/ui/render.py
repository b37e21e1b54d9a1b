"""One way to answer with a page: framed, never cached."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader

from holdfast.kernel.ui.frame import SIGNED_OUT, Frame


def frame_of(request: HttpRequest) -> Frame:
    """What the door or a middleware told about this page; signed out when nobody told."""
    frame = getattr(request, "frame", SIGNED_OUT)
    return frame if isinstance(frame, Frame) else SIGNED_OUT


def render(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page in its frame. No browser or proxy may keep it."""
    values = {"frame": frame_of(request), **(context or {})}
    response = HttpResponse(
        loader.render_to_string(template, values, request=request, using="jinja2"),
        status=status,
    )
    response["Cache-Control"] = "no-store"
    return response
