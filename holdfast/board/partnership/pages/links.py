"""The bodies outside the board, what they are for, and who speaks for the board there."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.partnership.models import Body, LinkedBody
from holdfast.board.partnership.pages.days import span
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

LINKS = TableSpec(
    caption="Linked bodies",
    columns=(
        Column("name", "Body", header=True),
        Column("what", "What it is to the board"),
        Column("who", "Who speaks for the board there"),
        Column("agreement", "Agreement"),
    ),
    nothing="No linked body is listed. The board's manager adds one.",
)


@dataclass(frozen=True)
class LinksPage:
    name: str
    back: Link
    table: Table
    ended: tuple[str, ...]
    write: tuple[Link, ...]

    @classmethod
    def of(cls, body: Body, links: Sequence[LinkedBody], *, may_work: bool) -> "LinksPage":
        reference = body.record.reference
        now = [link for link in links if link.ends_on is None]
        return cls(
            name=body.name,
            back=Link(body.name, reverse("partnership:body", args=[reference])),
            table=plain_table(LINKS, [_row(link, reference, may_work) for link in now]),
            ended=tuple(
                f"{link.name}, {span(link.starts_on, link.ends_on)}"
                for link in links
                if link.ends_on
            ),
            write=(Link("List a body", reverse("partnership:link", args=[reference])),)
            if may_work
            else (),
        )


def _row(link: LinkedBody, reference: str, may_work: bool) -> Row:
    end = reverse("partnership:end_link", args=[reference, link.pk]) if may_work else ""
    return Row(
        {
            "name": Cell(link.name, url=end),
            "what": link.what,
            "who": link.represented_words or "nobody named",
            "agreement": link.agreement or "none recorded",
        }
    )
