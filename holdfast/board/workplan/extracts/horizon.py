"""What this room tells the agenda's standing item of what is coming: frozen rows."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.workplan.models import Plan, PolicyItem
from holdfast.kernel.directory.models import Area


@dataclass(frozen=True)
class PolicyRow:
    """One item of the horizon. `due` says that its review has passed or was never set."""

    pk: int
    title: str
    source: str
    known: str
    dated: str
    implication: str
    owner: str
    action: str
    review_on: date | None
    done_on: date | None
    done_how: str
    due: bool


def horizon_rows(*, area: Area, on: date) -> tuple[PolicyRow, ...]:
    """Return what is on the horizon of an area's latest plan."""
    plan = Plan.objects.filter(record__area=area).latest_first().first()
    return horizon_of(plan, on=on) if plan else ()


def horizon_of(plan: Plan, *, on: date) -> tuple[PolicyRow, ...]:
    found = plan.policy_items.select_related("owner", "action__owner")
    return tuple(_row(item, on=on) for item in found)


def _row(item: PolicyItem, *, on: date) -> PolicyRow:
    return PolicyRow(
        pk=item.pk,
        title=item.title,
        source=item.source,
        known=item.known,
        dated=item.dated.words,
        implication=item.implication,
        owner=item.owner_words or "Nobody: name one",
        action=item.action.what if item.action else "",
        review_on=item.review_on,
        done_on=item.done_on,
        done_how=item.done_how,
        due=item.is_due(on=on),
    )
