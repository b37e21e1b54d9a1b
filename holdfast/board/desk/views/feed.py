"""A post's calendar, read without signing in: titles, times and places, and nothing more.

The secret in the address is the key. Only its digest is kept; the post revokes it, a year ends
it, and so does the day on which nobody holds the post. Every reading is written in the access
log before it is answered, and an unknown secret is answered as any page that is not there.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from holdfast.board.desk.documents import gathering
from holdfast.engines.meetings.documents import ical
from holdfast.engines.meetings.models import Feed, Meeting
from holdfast.engines.meetings.rules.secret import digest_of
from holdfast.kernel.access import log
from holdfast.kernel.access.door import not_found
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, this_partnership

PAGE = "desk:feed"


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    today = moment.today()
    found = (
        Feed.objects.filter(digest=digest_of(secret), revoked_on=None, expires_on__gt=today)
        .select_related("post__agency")
        .first()
    )
    holding = _holding(found) if found else None
    log.write(
        log.Line(
            what="export" if holding else "read",
            page=PAGE,
            let_in=holding is not None,
            right=f"calendar address {found.pk}" if found else "no such address",
            holding=holding,
            post=found.post if found else None,
        )
    )
    if found is None or holding is None:
        return not_found(request)
    meetings = Meeting.objects.visible_to(found.post).for_list()
    content = ical.calendar(
        gathering.listed(meetings),
        name=this_partnership().short_name,
        made_at=moment.now(),
    )
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _holding(found: Feed) -> Holding | None:
    return Holding.objects.current(at=moment.now()).filter(post=found.post).first()
