"""HTTP in, one call, HTTP out."""

from holdfast.board.partnership.views.files import money_file, seats_file
from holdfast.board.partnership.views.reading import (
    bodies,
    body,
    lay_members,
    links,
    money,
    seat,
    set_of_bodies,
    sets,
    terms_version,
)
from holdfast.board.partnership.views.writing import (
    ABOUT_BODY,
    ABOUT_SEAT,
    LINES,
    adopt,
    change_body,
    change_line,
    change_seat,
    declare,
    end_interest,
    open_body,
)

__all__ = [
    "ABOUT_BODY",
    "ABOUT_SEAT",
    "LINES",
    "adopt",
    "bodies",
    "body",
    "change_body",
    "change_line",
    "change_seat",
    "declare",
    "end_interest",
    "lay_members",
    "links",
    "money",
    "money_file",
    "open_body",
    "seat",
    "seats_file",
    "set_of_bodies",
    "sets",
    "terms_version",
]
