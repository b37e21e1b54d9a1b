"""What surrounds a page, told to `ui`: the partnership, the post acted as, what was logged."""

from django.http import HttpRequest
from django.utils import timezone

from holdfast.kernel.access import nav
from holdfast.kernel.access.gate import Answer
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Partnership
from holdfast.kernel.ui.frame import Frame

DEMO = "Published figures are real; people and cases are invented."
SEALED = (
    "Sealed room. Only this record's own circle may open it. It is in no search, count or list "
    "outside this room, and there is no break-glass."
)


def frame_for(
    request: HttpRequest,
    partnership: Partnership,
    holding: Holding | None,
    answer: Answer,
    entry: Entry,
) -> Frame:
    """Build the frame of one page. A refused page's frame says nothing about what was asked."""
    post = holding.post if holding else None
    seen = answer.record if answer.let_in else None
    menu = nav.menu_for(post, at=partnership.area, here=request.path)
    return Frame(
        partnership=partnership.name,
        post=post.title if post else "",
        signed_in=True,
        home_url=nav.home_of(post, at=partnership.area),
        change_post="access:posts",
        sign_out="account_logout",
        nav=menu.headings,
        nav_under=menu.pages,
        demo=_demo(partnership),
        sealed=SEALED if seen is not None and seen.sealed else "",
        foot=_foot(post.title if post else "", answer),
    )


def _demo(partnership: Partnership) -> str:
    if not partnership.demo:
        return ""
    now = timezone.localtime(moment.now())
    return f"{DEMO} The demo’s clock says {now:%A %-d %B %Y, %H:%M}."


def _foot(post: str, answer: Answer) -> str:
    if not answer.let_in:
        return ""
    now = timezone.localtime(moment.now())
    return (
        f"Opening this page was written in the access log: {now:%a %-d %b %Y, %H:%M}, {post}. "
        "Times are Europe/London."
    )
