"""Whom an edition goes to, what was sent when, and who still waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.standing import unsent
from holdfast.board.annual_report.models import Dispatch, Edition, Recipient
from holdfast.board.annual_report.pages.now import beside, crumbs
from holdfast.board.annual_report.rules.calendar import own_list
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import BADGES, Link, NowCell, Status, met, no_reply, nothing, over
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SPEC = TableSpec(
    caption="Distribution list",
    columns=(
        Column("who", "Who", header=True),
        Column("copies", "Copies", numeric=True),
        Column("rule", "By which rule"),
        Column("draft", "Draft sent"),
        Column("sent", "Approved edition sent"),
        Column("move", "Write down"),
    ),
    nothing="Nobody is on the list yet.",
)
HEADER = ("Who", "Copies", "Rule", "Status", "Draft sent", "Approved edition sent", "How")


@dataclass(frozen=True)
class ListPage:
    crumbs: list[Link]
    now: list[NowCell]
    table: Table
    csv: str
    add: str
    set_out: bool
    beside: list[Link]

    @classmethod
    def of(
        cls, edition: Edition, recipients: Sequence[Recipient], *, may_work: bool
    ) -> "ListPage":
        reference = edition.record.reference
        waiting = unsent(edition, recipients)
        copies = sum(each.copies for each in recipients)
        own = sum(each.copies for each in recipients if not each.rule)
        return cls(
            crumbs=crumbs(edition),
            now=[
                NowCell(
                    "On the list",
                    f"{plural(copies, 'copy', 'copies')} to {len(recipients)}",
                    f"{own} by the board’s own choice, {copies - own} by the guidance. "
                    f"The board’s usual list is {sum(each.copies for each in own_list())} copies.",
                ),
                NowCell("Not sent", *_waiting(edition, waiting)),
                NowCell("Whose move", edition.drafted_by.title),
            ],
            table=plain_table(
                SPEC, [_row(edition, each, may_work=may_work) for each in recipients]
            ),
            csv=reverse("annual_report:recipients-csv", args=[reference]),
            add=reverse("annual_report:list-recipient", args=[reference]) if may_work else "",
            set_out=may_work and not recipients,
            beside=beside(edition),
        )


def rows(recipients: Sequence[Recipient]) -> list[tuple[str | int, ...]]:
    """The list as rows of a file. Nobody's name is in it but an office's."""
    found: list[tuple[str | int, ...]] = []
    for each in recipients:
        draft, sent, left = _sent(each)
        found.append(
            (
                each.who,
                each.copies,
                each.rule or "own list",
                each.status,
                draft.sent_on.isoformat() if draft else "",
                sent.sent_on.isoformat() if sent else f"left out: {left.how}" if left else "",
                "; ".join(one.how for one in (draft, sent) if one),
            )
        )
    return found


def _waiting(edition: Edition, waiting: Sequence[Recipient]) -> tuple[str, str, Status]:
    if edition.state != rules.APPROVED:
        return "Not due yet", "It is sent once it is approved.", nothing("Not approved")
    if not waiting:
        return "Nobody", "Everybody on the list has it.", met("Sent")
    names = "; ".join(each.who for each in waiting)
    return f"{len(waiting)}", names, over("Not sent after approval")


def _row(edition: Edition, each: Recipient, *, may_work: bool) -> Row:
    draft, sent, left = _sent(each)
    rule = f"{each.status} {BADGES[each.status]}"
    return Row(
        {
            "who": Cell(each.who),
            "copies": str(each.copies),
            "rule": Cell("The guidance names it" if each.rule else "Our own list", note=rule),
            "draft": _cell(draft, "not sent"),
            "sent": Cell("left out", note=left.how) if left else _final(edition, sent),
            "move": _move(edition, each, draft, sent, left) if may_work else Cell("–"),
        }
    )


def _sent(each: Recipient) -> tuple[Dispatch | None, Dispatch | None, Dispatch | None]:
    by = {one.what: one for one in each.dispatches.all()}
    what = Dispatch.What
    return by.get(what.DRAFT), by.get(what.APPROVED), by.get(what.LEFT_OUT)


def _cell(sent: Dispatch | None, missing: str) -> Cell:
    return Cell(day_words(sent.sent_on), note=sent.how) if sent else Cell(missing)


def _final(edition: Edition, sent: Dispatch | None) -> Cell:
    if sent:
        return _cell(sent, "")
    if edition.state == rules.APPROVED:
        return Cell(status=no_reply("Not sent"))
    return Cell("not approved yet")


def _move(
    edition: Edition,
    each: Recipient,
    draft: Dispatch | None,
    sent: Dispatch | None,
    left: Dispatch | None,
) -> Cell:
    args = [edition.record.reference, each.pk]
    waits = {rules.DRAFT: draft is None, rules.APPROVED: sent is None}.get(edition.state, False)
    if left or not waits:
        return Cell("–")
    out = Link("Leave it out", reverse("annual_report:leave-out", args=args))
    sent_it = reverse("annual_report:send", args=args)
    return Cell("Sent it", url=sent_it, more=() if each.rule else (out,))
