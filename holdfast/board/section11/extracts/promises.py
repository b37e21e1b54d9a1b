"""What agencies promised, as the tracker has it."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.models import Cycle, ReturnAction
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Agency


@dataclass(frozen=True)
class PromiseRow:
    """An action that a return led to, as the tracker has it on a day."""

    found: int
    agency: str
    agency_id: int
    year: str
    what: str
    owner: str
    due_on: date | None
    colour: str
    why: str
    standard: int | None


def promises(
    agency: Agency | None = None,
    *,
    on: date,
    cycle: Cycle | None = None,
    area: int | None = None,
) -> tuple[PromiseRow, ...]:
    """Return what an agency promised in any cycle, or what was promised in one cycle or area."""
    links = ReturnAction.objects.select_related("found__agency", "found__cycle")
    if agency is not None:
        links = links.filter(found__agency=agency)
    if cycle is not None:
        links = links.filter(found__cycle=cycle)
    if area is not None:
        links = links.filter(found__cycle__record__area=area)
    found = list(links)
    actions = Action.objects.filter(section_11__in=[one.pk for one in found]).for_page()
    by_id = {one.pk: one for one in actions}
    return tuple(_promise(link, by_id[link.action_id], on=on) for link in found)


def _promise(link: ReturnAction, action: Action, *, on: date) -> PromiseRow:
    now = action.standing(on=on)
    return PromiseRow(
        found=link.found_id,
        agency=link.found.name,
        agency_id=link.found.agency_id,
        year=link.found.cycle.year,
        what=action.what,
        owner=action.owner_words,
        due_on=now.due_on,
        colour=now.colour.value,
        why=now.why,
        standard=link.standard,
    )
