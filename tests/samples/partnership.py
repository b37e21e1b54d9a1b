"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.partnership.models import (
    Body,
    Contribution,
    Declaration,
    Deputy,
    LayTerm,
    LinkedBody,
    Seat,
    Spend,
)
from holdfast.board.partnership.rules.words import Capacity

BOARD_PAGES = {"money", "money_file", "links", "contribution_line", "spend_line", "end_link"}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    page = name.split(":")[1]
    body = Body.objects.get(code=_code(page))
    known = {
        "reference": body.record.reference,
        "name": "board-april-2013",
        "year": "2013-14",
        "number": _number(page, body),
    }
    return {word: known[word] for word in wanted}


def _code(page: str) -> str:
    return "SSCB" if page in BOARD_PAGES | {"lay_term", "lay_review"} else "EXEC"


def _number(page: str, body: Body) -> int:
    if page == "terms_version":
        return 1
    found = {
        "contribution_line": Contribution.objects.filter(budget__body=body),
        "spend_line": Spend.objects.filter(budget__body=body),
        "end_link": LinkedBody.objects.filter(body=body),
        "end_deputy": Deputy.objects.filter(seat__body=body),
        "end_interest": Declaration.objects.filter(seat__body=body),
        "lay_review": LayTerm.objects.filter(seat__body=body),
        "lay_term": Seat.objects.filter(body=body, capacity=Capacity.LAY_MEMBER),
    }.get(page, Seat.objects.filter(body=body))
    return found.order_by("pk").values_list("pk", flat=True)[0]
