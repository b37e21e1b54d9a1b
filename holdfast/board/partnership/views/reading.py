"""Pages that are read: the tree of bodies, one body, a seat, lay members, money, links, sets."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from holdfast.board.partnership import extracts, pages
from holdfast.board.partnership.access import KIND
from holdfast.board.partnership.data import SETS
from holdfast.board.partnership.models import Body, BudgetYear, LayTerm, Seat
from holdfast.board.partnership.rules.words import Capacity
from holdfast.board.partnership.views.finding import ROLES, the_body, the_seat
from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit, door, page_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.ui.render import render


@require_safe
@page_door(*ROLES)
def bodies(request: HttpRequest, visit: Visit) -> HttpResponse:
    day = pages.day_asked(request.GET.get("on", ""), today=visit.today)
    found = Body.objects.visible_to(visit.post).for_page()
    rows = sorted(
        (extracts.body_row(body) for body in found),
        key=lambda row: (extracts.ORDER.index(row.kind), row.id),
    )
    there = Body.objects.visible_to(visit.post).existing(on=day)
    seats = Seat.objects.filter(body__in=there).taken(on=day).for_page(on=day)
    page = pages.BodiesPage.of(
        rows,
        extracts.seat_rows(seats),
        regime=extracts.regime_on(day),
        on=day,
        today=visit.today,
        may_open=gate.may_open(visit.post, KIND),
    )
    return render(request, "partnership/bodies.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def body(request: HttpRequest, visit: Visit) -> HttpResponse:
    day = pages.day_asked(request.GET.get("on", ""), today=visit.today)
    found = the_body(visit)
    page = pages.BodyPage.of(
        found,
        extracts.body_row(found),
        extracts.seats_of(found, day),
        actions=list(Action.objects.filter(record=visit.record).for_page()),
        reviews=_reviews(visit),
        regime=extracts.regime_on(day),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        on=day,
        today=visit.today,
    )
    return render(request, "partnership/body.html", {"page": page})


def _reviews(visit: Visit) -> dict[int, int]:
    """Return the lay members' terms of this body whose review waits, by its task."""
    waiting = LayTerm.objects.filter(
        seat__body__record=visit.record, review__state=State.AGREED.value
    )
    return dict(waiting.values_list("review_id", "pk"))


@require_safe
@door(Can.SEE, kind=KIND)
def terms_version(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = the_body(visit)
    page = pages.TermsPage.of(found, extracts.body_row(found), number, today=visit.today)
    if page is None:
        raise Http404
    return render(request, "partnership/terms.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def seat(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    found = the_seat(visit, number, on=visit.today)
    page = pages.SeatPage.of(
        found,
        extracts.seat_rows([found])[0],
        holdings=list(Holding.objects.filter(post=found.post_id).order_by("-starts_at")),
        elsewhere=extracts.seats_held_by(found.post, visit.today),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
        own=visit.post.pk == found.post_id,
        on=visit.today,
    )
    return render(request, "partnership/seat.html", {"page": page})


@require_safe
@page_door(*ROLES)
def lay_members(request: HttpRequest, visit: Visit) -> HttpResponse:
    there = Body.objects.visible_to(visit.post).existing(on=visit.today)
    found = (
        Seat.objects.filter(body__in=there, capacity=Capacity.LAY_MEMBER)
        .taken(on=visit.today)
        .for_page(on=visit.today)
        .select_related("lay_term__mentor__post", "lay_term__review")
        .prefetch_related("inductions")
    )
    seats = list(found)
    page = pages.LayPage.of(seats, extracts.seat_rows(seats), on=visit.today)
    return render(request, "partnership/lay_members.html", {"page": page})


@require_safe
@door(Can.SEE, kind=KIND)
def money(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = the_body(visit)
    budgets = BudgetYear.objects.filter(body=found).order_by("-year")
    by_year = {budget.year: budget for budget in budgets}
    year = request.GET.get("year", "")
    if year not in by_year:
        year = next(iter(by_year), "")
    page = pages.MoneyPage.of(
        found.name,
        visit.record.reference,
        extracts.money_in(visit.record.area, year) if year else None,
        year=year or "no year yet",
        years=list(by_year),
        lines=_lines(by_year[year]) if year else {},
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "partnership/money.html", {"page": page})


def _lines(budget: BudgetYear) -> dict[tuple[str, str], int]:
    given = budget.contributions.values_list("agency_id", "pk")
    spent = budget.spends.values_list("head", "pk")
    return {
        **{("contribution", str(agency)): line for agency, line in given},
        **{("spend", head): line for head, line in spent},
    }


@require_safe
@door(Can.SEE, kind=KIND)
def links(request: HttpRequest, visit: Visit) -> HttpResponse:
    found = the_body(visit)
    page = pages.LinksPage.of(
        found,
        list(found.links.select_related("represented_by")),
        may_work=gate.may(visit.post, Can.WORK, visit.record),
    )
    return render(request, "partnership/links.html", {"page": page})


@require_safe
@page_door(*ROLES)
def sets(request: HttpRequest, visit: Visit) -> HttpResponse:
    page = pages.SetsPage.of({name: extracts.shipped_set(name) for name in SETS})
    return render(request, "partnership/sets.html", {"page": page})


@require_safe
@page_door(*ROLES)
def set_of_bodies(request: HttpRequest, visit: Visit, name: str) -> HttpResponse:
    if name not in SETS:
        raise Http404
    page = pages.SetPage.of(
        extracts.shipped_set(name),
        may_open=gate.may_open(visit.post, KIND),
        today=visit.today,
    )
    return render(request, "partnership/set.html", {"page": page, "name": name})
