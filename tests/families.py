"""The demo's early help chapter alone, told and taken back; and one more of what it lists."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta

from holdfast.demo import cast as demo_cast
from holdfast.demo.story import early_help
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post, this_partnership
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import EarlyHelp, Programme
from holdfast.practice.early_help.rules.words import Kind, Reason
from tests import told


@contextmanager
def at_work() -> Iterator[dict[str, Holding]]:
    """The cast by key, and the chapter's families, until the block ends."""
    with told.rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        early_help.tell({key: holding.post for key, holding in cast.items()})
        yield cast


def cast_alone() -> dict[str, Holding]:
    """The cast by key, and no family."""
    return demo_cast.assemble()


def a_family(number: int, posts: Mapping[str, Post], on: date) -> None:
    """One more family, and more of each thing in one that is helped; a session and a place."""
    by = posts["early_help"]
    told = verbs.OfferTold(
        children=(verbs.FamilyChildTold(f"Child {number}"),), worry="Late.",
        reason=Reason.SCHOOL, relatives=(verbs.RelativeTold(f"Ms {number}"),),
    )  # fmt: skip
    new = verbs.offer(told, area=this_partnership().area, by=by, on=on)
    verbs.agree(new, who="Ms", by=by, on=on)
    old = EarlyHelp.objects.get(known_as="Nia and Theo Harcastle")
    verbs.promise(
        old, what=f"Promise {number}", owner=Who(by), due_on=on + timedelta(days=9), by=by, on=on
    )
    verbs.offer_support(old, kind=Kind.OUTREACH, what=f"Help {number}", whom="Theo", by=by, on=on)
    verbs.join_team(old, who=f"Helper {number}", part="Helps", by=by, on=on)
    verbs.call_meeting(old, meets_on=on, by=by, on=on)
    group = Programme.objects.get(kind=Kind.PARENTING)
    verbs.plan_sessions(group, [verbs.SessionTold(on, "More")], by=by, on=on)
    verbs.give_place(group, new, subject="adult-1", by=by, on=on)
    verbs.start_programme(
        verbs.ProgrammeTold(f"Group {number}", Kind.GIRLS, "Girls", "Us", "We", on),
        area=this_partnership().area, by=by, on=on,
    )  # fmt: skip
