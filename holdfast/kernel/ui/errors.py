"""What a reader sees when a page cannot be shown. The same words for `no such` and `not yours`."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from holdfast.kernel.ui.render import render


@dataclass(frozen=True)
class Problem:
    """A title, what is so, and what to do."""

    status: int
    title: str
    text: str
    what_to_do: str


BAD_REQUEST = Problem(
    400,
    "That could not be read",
    "Something in what was sent to Holdfast is not as a page of ours would send it.",
    "Go back, load the page again and try once more. Nothing has been saved.",
)
FORBIDDEN = Problem(
    403,
    "That was not sent from a page of yours",
    "The page may have been open for too long, or you signed in as another post meanwhile.",
    "Go back, load the page again and try once more. Nothing has been saved.",
)
NOT_FOUND = Problem(
    404,
    "Not found",
    "There is nothing here that you can open.",
    "Check the address or the reference. If you were sent it by somebody, ask them.",
)
TOO_MANY = Problem(
    429,
    "Too many tries",
    "This was asked for too often in a short time.",
    "Wait a few minutes, then try again. If a child is in danger now, ring 999.",
)
BROKEN = Problem(
    500,
    "Something went wrong in Holdfast",
    "The fault is ours. What you sent has not been saved.",
    "Try again. If it happens twice, tell your support team the time it happened.",
)
UNAVAILABLE = Problem(
    503,
    "Holdfast is not available just now",
    "It is being looked after, or its database cannot be reached.",
    "Try again in a few minutes. Use your agency's out-of-hours procedure if a child cannot wait.",
)


def show(request: HttpRequest, problem: Problem) -> HttpResponse:
    """The problem as a page with its status."""
    return render(request, "ui/error.html", {"problem": problem}, status=problem.status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, BAD_REQUEST)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, FORBIDDEN)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """For the setting CSRF_FAILURE_VIEW. The reason is for a log, not for the reader."""
    return show(request, FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The exception's words are never shown: they could say what exists."""
    return show(request, NOT_FOUND)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, TOO_MANY)


def broken(request: HttpRequest) -> HttpResponse:
    return show(request, BROKEN)


def unavailable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return show(request, UNAVAILABLE)
