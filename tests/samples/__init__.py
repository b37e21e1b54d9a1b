"""Arguments with which every page of the told story exists, room by room."""

from tests.samples import (
    allegations,
    annual_report,
    asks,
    assessments,
    children,
    desk,
    early_help,
    enquiries,
    front_door,
    indicators,
    journey,
    kernel,
    local_data,
    partnership,
    private_fostering,
    scrutiny,
    section11,
    standards,
    voice,
    workplan,
)

ROOMS = {
    "access": kernel,
    "clock": kernel,
    "allegations": allegations,
    "annual_report": annual_report,
    "asks": asks,
    "assessments": assessments,
    "children": children,
    "desk": desk,
    "early_help": early_help,
    "enquiries": enquiries,
    "front_door": front_door,
    "indicators": indicators,
    "journey": journey,
    "local_data": local_data,
    "partnership": partnership,
    "private_fostering": private_fostering,
    "scrutiny": scrutiny,
    "section11": section11,
    "standards": standards,
    "voice": voice,
    "workplan": workplan,
}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    """Return what a page's address needs. `name` is its full name, such as workplan:line."""
    room = name.split(":", maxsplit=1)[0]
    return ROOMS[room].arguments(name, wanted) if wanted else {}
