"""Returns as lists and pages read them: with how far they are, in a fixed number of queries."""

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from holdfast.engines.asks.models.answers import Answer, Sending
from holdfast.engines.asks.models.requests import Request


def listed(requests: QuerySet[Request]) -> QuerySet[Request]:
    """Add to each return how many answers there are, when it was first sent and as what."""
    later = Answer.objects.filter(
        request=OuterRef("request"),
        question=OuterRef("question"),
        version__gt=OuterRef("version"),
    )
    filled = Answer.objects.given().filter(~Exists(later), request=OuterRef("pk"))
    counted = filled.order_by().values("request").annotate(n=Count("pk")).values("n")
    sent = Sending.objects.filter(request=OuterRef("pk"))
    return requests.annotate(  # type: ignore[no-redef]
        answered=Coalesce(Subquery(counted), 0),
        first_sent_on=Subquery(sent.order_by("number").values("sent_on")[:1]),
        last_reply=Subquery(sent.order_by("-number").values("reply")[:1]),
    ).select_related(
        "record__owner",
        "record__area",
        "round__question_set",
        "round__record",
        "round__asked_by__agency",
        "lead__agency",
        "sign_off__agency",
    )
