"""The verbs of the partnership: bodies, seats, lay members, declarations, links and money."""

from holdfast.board.partnership.transitions.adopting import adopt_bodies
from holdfast.board.partnership.transitions.bodies import (
    agree_terms,
    change_body,
    end_body,
    end_link,
    link_body,
    open_body,
)
from holdfast.board.partnership.transitions.lay import (
    declare_interest,
    end_interest,
    record_induction,
    review_lay_term,
    set_lay_term,
)
from holdfast.board.partnership.transitions.money import (
    change_contribution,
    change_spend,
    record_contribution,
    record_spend,
)
from holdfast.board.partnership.transitions.seats import (
    end_deputy,
    end_seat,
    make_seat,
    name_deputy,
    seat_post,
)

__all__ = [
    "adopt_bodies",
    "agree_terms",
    "change_body",
    "change_contribution",
    "change_spend",
    "declare_interest",
    "end_body",
    "end_deputy",
    "end_interest",
    "end_link",
    "end_seat",
    "link_body",
    "make_seat",
    "name_deputy",
    "open_body",
    "record_contribution",
    "record_induction",
    "record_spend",
    "review_lay_term",
    "seat_post",
    "set_lay_term",
]
