"""One body: what it is for, who sits there, its terms, what it reports to, its law on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.partnership.extracts import BodyRow, SeatRow
from holdfast.board.partnership.models import Body, Terms
from holdfast.board.partnership.pages.days import RegimeSaid, day_filter, regime_said, span
from holdfast.board.partnership.pages.findings import Said, found_in, said
from holdfast.board.partnership.rules.regime import Regime
from holdfast.board.partnership.rules.words import KIND_WORDS, BodyKind, Capacity
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.models import Action
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Filter, Link, NowCell, Status, met, nothing
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SEATS = TableSpec(
    caption="Seats",
    columns=(
        Column("title", "Seat", header=True),
        Column("capacity", "Sits as"),
        Column("agency", "For"),
        Column("deputies", "Deputy"),
        Column("since", "Since"),
        Column("held", "Now"),
    ),
    nothing="Nobody sits here on this day. The board's manager seats somebody.",
)
WRITE = {
    "seat_post": "Seat a post",
    "new_seat": "Make a vacant seat",
    "terms": "Agree new terms of reference",
    "induction": "Record an induction",
    "change": "Change what it is",
    "end": "Say when it ends",
}


@dataclass(frozen=True)
class TermsSaid:
    number: int
    agreed: str
    review: str
    late: str
    text: str
    duties: tuple[str, ...]
    url: str


@dataclass(frozen=True)
class Task:
    """`form` is where it is said to be done, for whoever may."""

    letter: str
    what: str
    why: str
    whose: str
    form: Link | None = None


@dataclass(frozen=True)
class BodyPage:
    name: str
    caption: str
    purpose: str
    now: tuple[NowCell, ...]
    seats: Table
    findings: tuple[Said, ...]
    terms: TermsSaid | None
    earlier: tuple[Link, ...]
    groups: tuple[Link, ...]
    tasks: tuple[Task, ...]
    facts: tuple[Fact, ...]
    regime: RegimeSaid
    filters: tuple[Filter, ...]
    write: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        body: Body,
        row: BodyRow,
        seats: Sequence[SeatRow],
        *,
        actions: Sequence[Action],
        reviews: Mapping[int, int],
        regime: Regime,
        may_work: bool,
        on: date,
        today: date,
    ) -> "BodyPage":
        """`reviews` are the lay members' terms by the task that waits for their review."""
        terms = sorted(body.terms.all(), key=lambda one: -one.number)
        return cls(
            name=body.name,
            caption=f"{body.kind_words} · {body.record.reference}",
            purpose=body.purpose,
            now=_now(row, seats),
            seats=plain_table(
                SEATS,
                [seat_row(seat) for seat in seats],
                csv_url=reverse("partnership:seats_file", args=[row.reference]),
            ),
            findings=said(found_in(row, seats, regime=regime)),
            terms=_terms(terms[0], row, today=today) if terms else None,
            earlier=tuple(_terms_link(one, row) for one in terms[1:]),
            groups=tuple(_link(one) for one in body.groups.all() if one.exists(on=on)),
            tasks=tuple(
                _task(action, row, reviews if may_work else {}, on=today) for action in actions
            ),
            facts=_facts(body, row),
            regime=regime_said(regime, on=on),
            filters=(day_filter(_turns(body), on=on, today=today),),
            write=_write(row) if may_work else (),
        )


def seat_row(seat: SeatRow) -> Row:
    return Row(
        {
            "title": Cell(
                seat.title, url=reverse("partnership:seat", args=[seat.reference, seat.id])
            ),
            "capacity": Cell(
                seat.capacity_words, note="safeguarding partner" if seat.partner else ""
            ),
            "agency": seat.agency_name,
            "deputies": "; ".join(one.title for one in seat.deputies) or "none named",
            "since": day_words(seat.since) if seat.since else "not recorded",
            "held": Cell(status=held_status(seat)),
        },
        marked=seat.vacant,
    )


def held_status(seat: SeatRow) -> Status:
    return nothing("Vacant") if seat.vacant else met("Held")


def _now(row: BodyRow, seats: Sequence[SeatRow]) -> tuple[NowCell, ...]:
    chairs = [seat for seat in seats if seat.capacity is Capacity.CHAIR]
    vacant = sum(1 for seat in seats if seat.vacant)
    meets = f"{plural(row.meets_a_year, 'time')} a year" if row.meets_a_year else "not laid down"
    return (
        NowCell(
            "Chair" if len(chairs) < 2 else "Chairs",
            " and ".join(seat.title for seat in chairs) or "nobody",
            "; ".join(seat.agency_name for seat in chairs),
        ),
        NowCell(
            "Seats",
            plural(len(seats), "seat"),
            f"{vacant} vacant" if vacant else "none vacant",
        ),
        NowCell("Meets", meets, f"Together with {row.joint_with}" if row.joint_with else ""),
    )


def _facts(body: Body, row: BodyRow) -> tuple[Fact, ...]:
    found = [Fact("Code", body.code), Fact("Exists", span(body.starts_on, body.ends_on))]
    if body.reports_to:
        found.append(Fact("Reports to", "", link=_link(body.reports_to)))
    if body.follows:
        found.append(Fact("Follows", "", link=_link(body.follows)))
    found += [Fact("Followed by", "", link=_link(one)) for one in body.followed_by.all()]
    if row.kind is BodyKind.BOARD:
        found += [
            Fact("Money", "", link=_beside("money", row, "contributions and spending")),
            Fact("Linked bodies", "", link=_beside("links", row, "who speaks for us where")),
        ]
    return (*found, Fact("Source", body.source or "entered here"))


def _beside(name: str, row: BodyRow, words: str) -> Link:
    return Link(words, reverse(f"partnership:{name}", args=[row.reference]))


def _link(body: Body) -> Link:
    return Link(body.name, reverse("partnership:body", args=[body.record.reference]))


def _turns(body: Body) -> list[date | None]:
    return [body.starts_on, body.ends_on]


def _task(action: Action, row: BodyRow, reviews: Mapping[int, int], *, on: date) -> Task:
    stands = action.standing(on=on)
    form = None
    if action.pk in reviews:
        args = [row.reference, reviews[action.pk]]
        form = Link("Record the review", reverse("partnership:lay_review", args=args))
    return Task(stands.colour.value, action.what, stands.why, action.whose_move(on=on), form)


def _write(row: BodyRow) -> tuple[Link, ...]:
    return tuple(
        Link(words, reverse(f"partnership:{name}", args=[row.reference]))
        for name, words in WRITE.items()
    )


def _terms(terms: Terms, row: BodyRow, *, today: date) -> TermsSaid:
    late = (today - terms.review_on).days if terms.review_on else 0
    return TermsSaid(
        number=terms.number,
        agreed=day_words(terms.agreed_on),
        review=day_words(terms.review_on) if terms.review_on else "",
        late=f"Their review is {plural(late, 'day')} late" if late > 0 else "",
        text=terms.text,
        duties=tuple(terms.duties),
        url=_terms_link(terms, row).url,
    )


def _terms_link(terms: Terms, row: BodyRow) -> Link:
    return Link(
        f"Version {terms.number}, agreed {day_words(terms.agreed_on)}",
        reverse("partnership:terms_version", args=[row.reference, terms.number]),
    )


@dataclass(frozen=True)
class TermsPage:
    """One version of a body's terms of reference, the latest or an earlier one."""

    body: Link
    kind: str
    terms: TermsSaid
    latest: bool
    versions: tuple[Link, ...]

    @classmethod
    def of(cls, body: Body, row: BodyRow, number: int, *, today: date) -> "TermsPage | None":
        terms = sorted(body.terms.all(), key=lambda one: -one.number)
        found = next((one for one in terms if one.number == number), None)
        if found is None:
            return None
        return cls(
            body=_link(body),
            kind=KIND_WORDS[row.kind],
            terms=_terms(found, row, today=today),
            latest=found is terms[0],
            versions=tuple(_terms_link(one, row) for one in terms if one is not found),
        )
