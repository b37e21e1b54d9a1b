"""One seat: what it is, since when it is held, its deputies, what was declared, its inductions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from holdfast.board.partnership.extracts import SeatRow
from holdfast.board.partnership.models import Declaration, Deputy, LayTerm, Seat
from holdfast.board.partnership.pages.body import held_status
from holdfast.board.partnership.pages.days import sentence, span
from holdfast.board.partnership.rules.words import DECLARED_WORDS, Capacity, Declared
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import State
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.ui.parts import Fact, Link, NowCell


@dataclass(frozen=True)
class Item:
    """A line that may be ended, with the link to do it."""

    words: str
    when: str
    end: Link | None = None


@dataclass(frozen=True)
class SeatPage:
    title: str
    caption: str
    text: str
    back: Link
    now: tuple[NowCell, ...]
    tenures: tuple[str, ...]
    deputies: tuple[Item, ...]
    declarations: tuple[Item, ...]
    silence: str
    inductions: tuple[Item, ...]
    lay: tuple[Fact, ...]
    others: tuple[Link, ...]
    write: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        seat: Seat,
        row: SeatRow,
        *,
        holdings: Sequence[Holding],
        elsewhere: Sequence[SeatRow],
        may_work: bool,
        own: bool,
        on: date,
    ) -> "SeatPage":
        declared = list(seat.declarations.all())
        return cls(
            title=seat.post.title,
            caption=f"{seat.capacity_words} · {seat.body.name}",
            text=f"For {row.agency_name}. {sentence(span(row.since, row.until))}.",
            back=Link(seat.body.name, reverse("partnership:body", args=[row.reference])),
            now=_now(row, holdings, declared, on=on),
            tenures=tuple(_tenure(holding) for holding in holdings),
            deputies=tuple(_deputy(one, row, may_work) for one in seat.deputies.all()),
            declarations=tuple(_declared(one, row, may_work or own) for one in declared),
            silence="" if declared else "Nothing is declared, and nobody said that there is none.",
            inductions=tuple(
                Item(
                    f"{one.what}{'; booklet given' if one.booklet else ''}",
                    day_words(one.held_on),
                )
                for one in seat.inductions.all()
            ),
            lay=_lay(seat) if row.capacity is Capacity.LAY_MEMBER else (),
            others=tuple(
                Link(
                    f"{one.capacity_words}, {one.body_name}",
                    reverse("partnership:seat", args=[one.reference, one.id]),
                )
                for one in elsewhere
                if one.id != row.id
            ),
            write=_write(seat, row, may_work=may_work, own=own),
        )


def _now(
    row: SeatRow, holdings: Sequence[Holding], declared: Sequence[Declaration], *, on: date
) -> tuple[NowCell, ...]:
    since = _day(holdings[0].starts_at) if holdings and not row.vacant else None
    new = since is not None and (on - since).days < 90
    interests = [one for one in declared if one.sort != Declared.NOTHING and not one.ended_on]
    if interests:
        words = f"{len(interests)} declared"
    else:
        words = "nothing to declare" if declared else "no declaration"
    return (
        NowCell(
            "The post",
            "" if row.vacant else f"held since {day_words(since)}" if since else "held",
            "The holder is new." if new else "The seat keeps its promises when holders change.",
            status=held_status(row) if row.vacant else None,
        ),
        NowCell("Deputy", "; ".join(one.title for one in row.deputies) or "none named"),
        NowCell("Interests", words, "" if declared else "Silence is not the same as none."),
    )


def _day(moment: object) -> date:
    return timezone.localdate(moment)  # type: ignore[arg-type]


def _tenure(holding: Holding) -> str:
    """The dates alone: who held a post before is nobody's business on this page."""
    ended = _day(holding.ends_at) if holding.ends_at else None
    return sentence(span(_day(holding.starts_at), ended))


def _deputy(one: Deputy, row: SeatRow, may_work: bool) -> Item:
    end = None
    if may_work and not one.ends_on:
        end = Link(
            f"End the deputy {one.post.title}",
            reverse("partnership:end_deputy", args=[row.reference, one.pk]),
        )
    return Item(f"{one.post.title}, {one.post.agency.name}", span(one.starts_on, one.ends_on), end)


def _declared(one: Declaration, row: SeatRow, may_end: bool) -> Item:
    words = DECLARED_WORDS[Declared(one.sort)]
    since = f"; since {day_words(one.since)}" if one.since else ""
    ended = f"; ended {day_words(one.ended_on)}" if one.ended_on else ""
    end = None
    if may_end and not one.ended_on and one.sort != Declared.NOTHING:
        end = Link(
            f"Say that it is over: {one.what}",
            reverse("partnership:end_interest", args=[row.reference, one.pk]),
        )
    what = f"{words}: {one.what}" if one.what else words
    return Item(what, f"declared {day_words(one.declared_on)}{since}{ended}", end)


def _lay(seat: Seat) -> tuple[Fact, ...]:
    term: LayTerm | None = getattr(seat, "lay_term", None)
    if term is None:
        return (Fact("Term", "not recorded"),)
    return (
        Fact("Term", span(term.starts_on, term.ends_on)),
        Fact("Mentor", term.mentor.post.title if term.mentor else "none named"),
        Fact("Confidentiality agreement", _signed(term.agreement_signed_on)),
        Fact("Review", review_words(term)),
        Fact("Re-advertise", day_words(term.readvertise_on) if term.readvertise_on else "no date"),
    )


def review_words(term: LayTerm) -> str:
    """Return the day of the review, and whether it was held."""
    if term.review_on is None:
        return "no date"
    held = term.review is not None and term.review.state != State.AGREED
    return f"{day_words(term.review_on)}{': held' if held else ''}"


def _signed(day: date | None) -> str:
    return f"signed {day_words(day)}" if day else "no signature recorded"


def _write(seat: Seat, row: SeatRow, *, may_work: bool, own: bool) -> tuple[Link, ...]:
    offered = {}
    if may_work or own:
        offered["declare"] = "Declare an interest, or that there is none"
    if may_work:
        offered["deputy"] = "Name a deputy"
        if row.capacity is Capacity.LAY_MEMBER:
            offered["lay_term"] = "Keep the lay member's term"
        if not seat.ends_on:
            offered["end_seat"] = "End this seat"
    return tuple(
        Link(words, reverse(f"partnership:{name}", args=[row.reference, row.id]))
        for name, words in offered.items()
    )
