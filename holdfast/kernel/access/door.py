"""The door on every page: who are you, may you, write it down, come in or find nothing here.

A view behind a door takes `(request, visit)`. The entry in the access log is committed before the
view runs and before a verb opens its transaction: a rollback cannot lose the entry, and nothing is
sent without one. A stranger's answer is "not found", word for word the same for a record that is
sealed, foreign or absent.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from holdfast.kernel.access import gate, ledger, log
from holdfast.kernel.access.framing import frame_for
from holdfast.kernel.access.gate import EVERYTHING, Answer
from holdfast.kernel.access.words import KINDS, Can, Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Account, Holding, Partnership, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui import errors

P = ParamSpec("P")
WRITES = {"POST", "PUT", "PATCH", "DELETE"}
STRONG = {"mfa", "socialaccount"}


@dataclass(frozen=True)
class Visit:
    """Who is at the door, as which post, for which record, by what right, at what moment."""

    account: Account
    holding: Holding
    post: Post
    partnership: Partnership
    page: str
    now: datetime
    today: date
    answer: Answer

    @property
    def record(self) -> Record:
        """The record let in. A page about no record has none, and asking is a mistake."""
        if self.answer.record is None:
            raise Refused("This page is about no record.")
        return self.answer.record

    def opens(self, section: str) -> bool:
        """Say whether this visit may see a section of the record."""
        return bool({EVERYTHING, section} & self.answer.sections)

    def returned(self, ids: Iterable[UUID], *, looked_for: str = "") -> None:
        """Commit the ids that a search found. Called before the first byte is sent.

        `looked_for` says which fields were searched, never what was typed.
        """
        found = [str(one) for one in ids]
        self._write("search", {"returned": found, "fields": looked_for})

    def exported(self, manifest: Mapping[str, Any]) -> None:
        """Commit what is about to be taken out. Called before the first byte is sent."""
        self._write("export", manifest)

    def _write(self, what: str, detail: Mapping[str, Any]) -> None:
        record = self.answer.record
        log.write(
            log.Line(
                what=what,
                page=self.page,
                let_in=True,
                right=self.answer.right,
                account=self.account,
                holding=self.holding,
                post=self.post,
                record_id=record.pk if record else None,
                detail=detail,
            )
        )


View = Callable[Concatenate[HttpRequest, Visit, P], HttpResponseBase]
Guarded = Callable[..., HttpResponseBase]
Asked = Callable[[HttpRequest, Post | None, dict[str, Any]], Answer]


def door(can: Can, *, kind: str, section: str = "") -> Callable[[View[P]], Guarded]:
    """Guard a page about one record, whose URL names it as `reference`."""

    def ask(request: HttpRequest, post: Post | None, kwargs: dict[str, Any]) -> Answer:
        return gate.look_up(kwargs.pop("reference"), kind=kind, to=post, can=can, section=section)

    return _guard(ask, mark=f"{kind}:{can}:{section}")


def log_door() -> Callable[[View[P]], Guarded]:
    """Guard the page that says who has looked at one record, of whatever kind."""

    def ask(request: HttpRequest, post: Post | None, kwargs: dict[str, Any]) -> Answer:
        return gate.look_up_log(kwargs.pop("reference"), to=post)

    return _guard(ask, mark="any kind:work or granted:log")


def glass_door() -> Callable[[View[P]], Guarded]:
    """Guard the page that asks for break-glass: only where a record may be had by it."""

    def ask(request: HttpRequest, post: Post | None, kwargs: dict[str, Any]) -> Answer:
        return gate.look_up_glass(kwargs.pop("reference"), to=post)

    return _guard(ask, mark="kinds with break-glass:see:")


def room_door(kind: str, can: Can = Can.SEE) -> Callable[[View[P]], Guarded]:
    """Guard a page of a room that is about no one record: its register, its search, its form."""

    def ask(request: HttpRequest, post: Post | None, kwargs: dict[str, Any]) -> Answer:
        declared = KINDS[kind]
        role = Role(post.role) if post else None
        here = post is not None and _of_here(post)
        may = role is not None and (
            ((here or declared.abroad) and can in declared.at_home.get(role, ()))
            or (here and can in declared.in_area.get(role, ()))
        )
        return Answer(None, may, "room" if may else "no right", frozenset())

    return _guard(ask, mark=f"{kind}:{can}:room")


def page_door(*roles: Role) -> Callable[[View[P]], Guarded]:
    """Guard a page about no record: for some roles of this partnership's own area, or, where none
    is named, for every post, a neighbour's too.
    """

    def ask(request: HttpRequest, post: Post | None, kwargs: dict[str, Any]) -> Answer:
        may = post is not None and (not roles or (Role(post.role) in roles and _of_here(post)))
        return Answer(None, may, "role" if may else "no right", frozenset())

    return _guard(ask, mark=f"page:{','.join(roles) or 'every post'}")


def _guard(ask: Asked, *, mark: str) -> Callable[[View[P]], Guarded]:
    def guard(view: View[P]) -> Guarded:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
            if not isinstance(request.user, Account):
                return redirect("account_login")
            partnership = this_partnership()
            if not partnership.demo and not _strongly(request):
                return redirect("mfa_activate_totp")
            holding = holding_of(request)
            answer = ask(request, holding.post if holding else None, kwargs)
            page = _name(request)
            entry = log.write(_line(request, holding, answer, page))
            request.frame = frame_for(  # type: ignore[attr-defined]
                request, partnership, holding, answer, entry
            )
            if holding is None or not answer.let_in:
                return not_found(request)
            visit = Visit(
                account=request.user,
                holding=holding,
                post=holding.post,
                partnership=partnership,
                page=page,
                now=moment.now(),
                today=moment.today(),
                answer=answer,
            )
            return _let_in(view, request, visit, entry.pk, kwargs)

        guarded.door = mark  # type: ignore[attr-defined]
        guarded.ask = ask  # type: ignore[attr-defined]
        return guarded

    return guard


def _let_in(
    view: Callable[..., HttpResponseBase],
    request: HttpRequest,
    visit: Visit,
    entry: int,
    kwargs: dict[str, Any],
) -> HttpResponseBase:
    """Run the view, every write under the entry's number. A verb's refusal is written down too."""
    try:
        with ledger.acting(f"entry {entry}"):
            response = view(request, visit, **kwargs)
    except Refused as why:
        log.write(
            _line(
                request,
                visit.holding,
                Answer(visit.answer.record, False, str(why), frozenset()),
                visit.page,
            )
        )
        return not_found(request)
    response["Cache-Control"] = "no-store"
    return response


def holding_of(request: HttpRequest) -> Holding | None:
    """Return the holding acted as: the one chosen in the session, if it is still held now."""
    account = request.user
    if not isinstance(account, Account):
        return None
    mine = (
        Holding.objects.current(at=moment.now())
        .filter(person=account.person_id)
        .select_related("post__agency__area", "post__team", "person")
        .order_by("pk")
    )
    held = list(mine)
    chosen = request.session.get("holding")
    return next((one for one in held if one.pk == chosen), held[0] if held else None)


def not_found(request: HttpRequest) -> HttpResponse:
    """Answer as if there were nothing here. Also the product's own 404."""
    return errors.not_found(request)


def _of_here(post: Post) -> bool:
    """Say whether the post's agency works in this partnership's area."""
    return Partnership.objects.filter(pk=1, area=post.agency.area_id).exists()


def _strongly(request: HttpRequest) -> bool:
    """A real account signs in with a second factor, or through its agency's own login.

    What somebody else proved in the same browser does not count: the records name their account.
    """
    proved = get_authentication_records(request, request.user)
    return any(one.get("method") in STRONG for one in proved)


def _name(request: HttpRequest) -> str:
    match = request.resolver_match
    return match.view_name if match else ""


def _line(request: HttpRequest, holding: Holding | None, answer: Answer, page: str) -> log.Line:
    account = request.user
    return log.Line(
        what="write" if request.method in WRITES else "read",
        page=page,
        let_in=answer.let_in and holding is not None,
        right=answer.right[:80],
        account=account if isinstance(account, Account) else None,
        holding=holding,
        post=holding.post if holding else None,
        record_id=answer.record.pk if answer.record else None,
    )
