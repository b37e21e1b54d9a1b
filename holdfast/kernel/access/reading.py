"""What the log says to those who may read it: of a sealed record, only to its circle."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import URLPattern, URLResolver, get_resolver

from holdfast.kernel.access.models import BreakGlass, BreakGlassReview, Disposal, Entry, Grant
from holdfast.kernel.access.words import KINDS, Can
from holdfast.kernel.directory.models import Account
from holdfast.kernel.records.models import Record

REVIEW_WITHIN = timedelta(days=3)
"""How soon a break-glass is reviewed. A local standard, not law."""

LOOKS_BACK = timedelta(days=30)


def entries_for_guardian() -> QuerySet[Entry]:
    """Return every entry that is not about a sealed record, nor of a page of a sealed room."""
    sealed = Record.objects.filter(sealed=True, pk=OuterRef("record_id"))
    room = Q(page__in=pages_of(*_sealed_kinds()))
    gone = Q(what=Entry.What.DISPOSAL, detail__kind__in=_sealed_kinds())
    found = Entry.objects.filter(~Exists(sealed), salt__isnull=False).exclude(room).exclude(gone)
    return found.select_related("account", "post__agency")


def entries_about(record: Record) -> QuerySet[Entry]:
    """Return every entry about one record, and every search and export that it was in."""
    searches = Entry.objects.filter(what__in=[Entry.What.SEARCH, Entry.What.EXPORT]).annotate(
        said=Cast("detail", CharField())
    )
    holding = searches.filter(said__contains=str(record.pk))
    found = Entry.objects.filter(Q(record_id=record.pk) | Q(pk__in=holding.values("pk")))
    return found.select_related("account", "post__agency")


def refusals(*, since: datetime) -> int:
    return entries_for_guardian().filter(let_in=False, at__gte=since).count()


def break_glasses() -> QuerySet[BreakGlass]:
    """Return every break-glass, those that wait for their review first, and oldest first."""
    found = BreakGlass.objects.filter(record__sealed=False)
    return found.select_related(
        "record", "holding__post__agency", "review__reviewed_by__post__agency"
    ).order_by("began_at", "pk")


def waiting() -> QuerySet[BreakGlass]:
    reviewed = BreakGlassReview.objects.filter(break_glass=OuterRef("pk"))
    return break_glasses().filter(~Exists(reviewed))


def grants_outside_sealed_rooms() -> QuerySet[Grant]:
    return Grant.objects.filter(record__sealed=False).select_related(
        "record", "post__agency", "given_by__agency", "end__ended_by__agency"
    )


def disposals_outside_sealed_rooms() -> QuerySet[Disposal]:
    return (
        Disposal.objects.exclude(kind__in=_sealed_kinds())
        .select_related("asked_by__post__agency", "confirmed__by__post__agency")
        .order_by("-pk")
    )


def disposable(reference: str) -> Record | None:
    """Return an unsealed record by its reference; a sealed one is answered as an absent one."""
    return Record.objects.filter(reference=reference, sealed=False).first()


def pages_of(*kinds: str, can: Can | None = None) -> list[str]:
    """Return the names of the pages behind the doors of some kinds of record."""
    wanted = [f"{kind}:{can}:" if can else f"{kind}:" for kind in kinds]
    return [name for name, mark in _doors() if any(mark.startswith(one) for one in wanted)]


def _sealed_kinds() -> list[str]:
    return [kind.name for kind in KINDS.values() if kind.sealed]


def _doors() -> Iterator[tuple[str, str]]:
    """Yield every page's name with what its door says of itself."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[URLPattern | URLResolver], namespace: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, inner)
        elif mark := getattr(pattern.callback, "door", ""):
            yield f"{namespace}{pattern.name}", str(mark)


def last_looked(record: Record, *, by: Account, page: str) -> datetime | None:
    """Return when somebody was let into a page about a record before this time, in any post."""
    mine = Entry.objects.filter(record_id=record.pk, account=by, page=page, let_in=True)
    times = list(mine.order_by("-pk").values_list("at", flat=True)[:2])
    return times[1] if len(times) > 1 else None
