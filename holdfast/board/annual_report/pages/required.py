"""What a report must hold, how far it is filled, and who holds each item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.model import Report
from holdfast.board.annual_report.documents.standing import Holder
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.pages.now import FILLED, beside, counts, crumbs, due_cell
from holdfast.board.annual_report.rules.by_hand import PARTS
from holdfast.board.annual_report.rules.required import (
    HOW_WORDS,
    Filled,
    Guidance,
    Held,
    Part,
    guidance,
    verdict,
)
from holdfast.kernel.ui.parts import BADGES, Filter, Link, NowCell
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

MEMORY = "M"

SPEC = TableSpec(
    caption="What the report must hold",
    columns=(
        Column("number", "No", numeric=True),
        Column("item", "What is asked", header=True),
        Column("far", "How far"),
        Column("parts", "What fills it"),
        Column("lacks", "What is missing"),
        Column("holder", "Who holds it"),
        Column("rule", "By which rule"),
    ),
    nothing="This edition of the guidance asks for nothing.",
)


@dataclass(frozen=True)
class RequiredPage:
    crumbs: list[Link]
    title: str
    now: list[NowCell]
    verdict: str
    picker: list[Filter]
    publisher: str
    table: Table
    by_hand: list[Link]
    beside: list[Link]

    @classmethod
    def of(
        cls,
        edition: Edition,
        report: Report,
        held: Sequence[Held],
        who: dict[str, Holder],
        *,
        asked: Guidance,
        usual: Guidance,
        may_work: bool,
        on: date,
    ) -> "RequiredPage":
        return cls(
            crumbs=crumbs(edition),
            title=report.title,
            now=[
                NowCell("How far", counts(held), "Worked out from the report; nobody types it."),
                due_cell(edition, guidance=asked.key, on=on),
                NowCell("Whose move", *_whose(held, who)),
            ],
            verdict=verdict(held),
            picker=[_picker(asked, usual)],
            publisher=_publisher(asked),
            table=plain_table(SPEC, [_row(edition, each, who, may_work) for each in held]),
            by_hand=_by_hand(edition) if may_work and edition.state == rules.DRAFT else [],
            beside=beside(edition),
        )


def _by_hand(edition: Edition) -> list[Link]:
    """The parts that no room holds yet, to be typed."""
    return [
        Link(
            each.title,
            reverse("annual_report:by-hand", args=[edition.record.reference, each.slug]),
        )
        for each in PARTS
    ]


def _picker(asked: Guidance, usual: Guidance) -> Filter:
    options = [
        (key, f"{each.title}{' (asks for this year)' if each is usual else ''}")
        for key, each in guidance().items()
    ]
    return Filter("edition", "By which guidance", options, asked.key)


def _publisher(asked: Guidance) -> str:
    sent = "; ".join(f"{each.who} ({each.status})" for each in asked.sent_to)
    due = f" It is due {asked.deadline} ({asked.deadline_status})." if asked.deadline else ""
    return (
        f"{asked.title}: published by {asked.publisher} ({asked.publisher_status}); "
        f"sent to {sent}.{due}"
    )


def _whose(held: Sequence[Held], who: dict[str, Holder]) -> tuple[str, str]:
    """The post that holds most of what is not filled."""
    titles = [
        post.title
        for each in held
        if each.filled is not Filled.FILLED and (post := who[each.item.key].post)
    ]
    if not titles:
        return "Nobody’s", "Every item is filled."
    most = max(dict.fromkeys(titles), key=titles.count)
    return most, f"Holds {titles.count(most)} of the {len(titles)} items that are not filled."


def _row(edition: Edition, each: Held, who: dict[str, Holder], may_work: bool) -> Row:
    holder = who[each.item.key]
    url = reverse("annual_report:charge", args=[edition.record.reference, each.item.key])
    return Row(
        {
            "number": str(each.item.number),
            "item": Cell(each.item.words),
            "far": Cell(status=FILLED[each.filled]),
            "parts": _words(each.has, "nothing yet"),
            "lacks": _words(each.lacks, "nothing"),
            "holder": Cell(
                holder.post.title if holder.post else "Nobody: name a post",
                url=url if may_work else "",
                note="" if holder.named else "by the role, nobody was named",
            ),
            "rule": Cell(
                each.asked.where or HOW_WORDS[each.asked.how].capitalize(),
                note=_how_sure(each),
            ),
        }
    )


def _words(parts: Sequence[Part], nothing: str) -> str:
    return "; ".join(part.words for part in parts) or nothing


def _how_sure(each: Held) -> str:
    status = each.asked.status
    checked = " Not checked." if status == MEMORY else ""
    return f"{status} {BADGES[status]}.{checked}"
