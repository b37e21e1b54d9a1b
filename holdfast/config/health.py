"""Two questions of the machine that runs Holdfast: is it alive, and may people be sent to it?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.config import starting


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. It asks nothing of the database."""
    return _word("alive", 200)


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers, is migrated and has every safeguard; or 503, without a reason."""
    return _word("ready", 200) if starting.is_ready() else _word("not ready", 503)


def _word(word: str, status: int) -> HttpResponse:
    response = HttpResponse(f"{word}\n", status=status, content_type="text/plain")
    response["Cache-Control"] = "no-store"
    return response
