"""The board's bodies, seats, lay members and money."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.partnership import extracts, transitions
from holdfast.board.partnership.models import Body, Seat
from holdfast.board.partnership.rules.words import Declared, Head
from holdfast.demo.cast import APPOINTED
from holdfast.demo.story.clock import at
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Agency, Post

TITLES = {
    "Independent chair": "board_chair",
    "Development manager": "board_manager",
    "Lay member": "lay_member",
    "Board member for the police": "police_member",
    "Board member for health": "health_member",
}

HOLDERS = {
    "Director of children's services": "Miriam Falk",
    "Designated doctor": "Kwame Orr-Bright",
    "Director of public health": "Ingrid Solberg-Hale",
    "Board member for the hospital": "Dafydd Pryce",
    "Board member for mental health": "Petra Lindgren",
    "Board member for housing": "Samir Castellane",
    "Board member for youth offending": "Oona Brackley",
    "Board member for primary schools": "Lucinda Farrow",
    "Board member for secondary schools": "Ezekiel Thorne",
    "Board member for the voluntary sector": "Hyacinth Moss",
    "Board member for Cafcass": "Rory Pell",
    "Lead member for children": "Winifred Asante-Cole",
    "Head of human resources": "Gideon Marr",
    "Head of quality assurance, children's services": "Tamsin Oyelaran",
    "Learning and development manager": "Barnaby Quill",
    "Head of permanence, children's services": "Sunniva Reid",
}
"""Who holds the seats that the cast does not. All invented. The seat for probation, the second
lay member's and the faith communities adviser's are vacant."""

COUNCIL = "Southwark Council, children's services"
NOT_PRINTED = "Not in the published papers"


def tell(posts: Mapping[str, Post]) -> None:
    """The manager keeps the board of 2012/13, its members, and what changed in April 2013."""
    manager = posts["board_manager"]
    known = {title: posts[key] for title, key in TITLES.items()}
    with at(2012, 1, 3, 14, 0):
        bodies = transitions.adopt_bodies(
            extracts.shipped_set("board-2012-13"), posts=known, by=manager, on=date(2012, 1, 3)
        )
        by_code = {body.code: body for body in bodies}
        _appoint()
        _tell_money(by_code["SSCB"], "2012/13", by=manager, on=date(2012, 1, 3))
    _tell_induction(by_code, posts)
    _tell_april(by_code, known, posts)


def _appoint() -> None:
    found = {post.title: post for post in Post.objects.filter(title__in=HOLDERS)}
    for number, (title, name) in enumerate(HOLDERS.items(), 1):
        account = appointments.open_account(name=name, email=f"seat-{number:02d}@holdfast.example")
        appointments.appoint(account.person, found[title], at=APPOINTED)


def _tell_induction(by_code: Mapping[str, Body], posts: Mapping[str, Post]) -> None:
    manager, day = posts["board_manager"], date(2012, 9, 19)
    main, board = by_code["MAIN"], by_code["SSCB"]
    with at(2012, 9, 19, 16, 0):
        for body in (main, board):
            transitions.record_induction(
                body,
                seats=list(Seat.objects.filter(body=body).held(on=day)),
                held_on=day,
                what="The yearly induction of board members",
                booklet=True,
                by=manager,
                on=day,
            )
        transitions.set_lay_term(
            _seat(board, "Lay member"),
            starts_on=date(2012, 1, 3),
            ends_on=date(2014, 3, 31),
            mentor=_seat(main, "Board member for the voluntary sector"),
            agreement_signed_on=day,
            review_on=date(2013, 8, 31),
            readvertise_on=date(2014, 1, 31),
            by=manager,
            on=day,
        )


def _tell_april(
    by_code: Mapping[str, Body], known: Mapping[str, Post], posts: Mapping[str, Post]
) -> None:
    manager, day = posts["board_manager"], date(2013, 4, 3)
    with at(2013, 4, 3, 10, 0):
        transitions.adopt_bodies(
            extracts.shipped_set("board-april-2013"), posts=known, by=manager, on=day
        )
        for code, duty, review_on in (
            (
                "EXEC",
                "Keep neglect, sexual exploitation and early help in front at every meeting",
                date(2014, 4, 30),
            ),
            (
                "MAIN",
                "Take neglect, sexual exploitation and early help as the year's themes",
                date(2014, 4, 30),
            ),
            ("HR", "Ask every agency how it recruits safely", date(2013, 5, 31)),
        ):
            before = by_code[code].terms.first()
            duties = before.duties if before else []
            transitions.agree_terms(
                by_code[code],
                duties=[*duties, duty],
                review_on=review_on,
                by=manager,
                on=day,
            )
        _tell_money(by_code["SSCB"], "2013/14", by=manager, on=day)
        _tell_deputies_and_declarations(by_code, posts, on=day)


def _tell_deputies_and_declarations(
    by_code: Mapping[str, Body], posts: Mapping[str, Post], *, on: date
) -> None:
    executive, board = by_code["EXEC"], by_code["SSCB"]
    police = _seat(executive, "Board member for the police")
    health = _seat(executive, "Board member for health")
    for seat, deputy in ((police, "police"), (health, "nurse")):
        transitions.name_deputy(seat, post=posts[deputy], by=posts["board_manager"], on=on)
    declared = [
        (police, Declared.MEMBERSHIP, "The borough's community safety partnership"),
        (health, Declared.MEMBERSHIP, "Lambeth Safeguarding Children Board"),
        (_seat(board, "Lay member"), Declared.INTEREST, "Governor of a primary school"),
        (_seat(board, "Development manager"), Declared.NOTHING, ""),
    ]
    for seat, sort, what in declared:
        transitions.declare_interest(seat, sort=sort, what=what, by=posts["board_manager"], on=on)


def _tell_money(board: Body, year: str, *, by: Post, on: date) -> None:
    """The council's £50,000 is printed, and unchanged; nothing else is."""
    given: list[tuple[str, int | None, str]] = [
        (COUNCIL, 50_000_00, ""),
        ("Police, child abuse investigation team", None, ""),
        ("Southwark community health services", None, "The designated nurse's time"),
    ]
    agencies = {one.name: one for one in Agency.objects.filter(name__in=[g[0] for g in given])}
    for name, pence, in_kind in given:
        transitions.record_contribution(
            board,
            year=year,
            agency=agencies[name],
            pence=pence,
            in_kind=in_kind,
            source="Cover report to cabinet, July 2013" if pence else NOT_PRINTED,
            by=by,
            on=on,
        )
    for head in (Head.REVIEWS, Head.TRAINING, Head.STAFFING):
        transitions.record_spend(
            board, year=year, head=head, pence=None, note=NOT_PRINTED, by=by, on=on
        )


def _seat(body: Body, title: str) -> Seat:
    return Seat.objects.select_related("body__record", "post__agency").get(
        body=body, post__title=title
    )
