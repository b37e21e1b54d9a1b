"""Whom an edition goes to, and what was sent when."""

from datetime import date

from django.db import transaction

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.models import Dispatch, Edition, Recipient
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

TWICE = "{who} was written down for this already. A sending is never changed."


@transaction.atomic
def list_recipient(
    edition: Edition, *, who: str, by: Post, on: date, copies: int = 1
) -> Recipient:
    """Add a name to the distribution list by the board's own choice."""
    gate.require(by, Can.WORK, edition.record)
    if not who.strip() or copies < 1:
        raise NotAllowed("Say who receives it, and how many copies.")
    if edition.recipients.filter(who=who.strip()).exists():
        raise NotAllowed(f"{who.strip()} is on the list already.")
    made = Recipient.objects.create(
        edition=edition, who=who.strip(), copies=copies, status="L", by=by, on=on
    )
    write_down(edition, "list_recipient", note=made.who, by=by, on=on)
    return made


@transaction.atomic
def send(recipient: Recipient, *, sent_on: date, how: str, by: Post, on: date) -> Dispatch:
    """Write down that the edition went out: a draft as the draft, otherwise as approved."""
    edition = recipient.edition
    gate.require(by, Can.WORK, edition.record)
    if edition.state == rules.FROZEN:
        raise NotAllowed("This edition is not approved yet. Ask the chair to approve it first.")
    if not how.strip():
        raise NotAllowed("Say how it was sent.")
    if sent_on > on:
        raise NotAllowed("That day has not come yet. Write down what was sent.")
    if edition.approved_on and sent_on < edition.approved_on:
        raise NotAllowed("It was not approved yet on that day. Give the day it was sent.")
    what = Dispatch.What.DRAFT if edition.state == rules.DRAFT else Dispatch.What.APPROVED
    return _dispatch(recipient, what, sent_on=sent_on, how=how, by=by, on=on)


@transaction.atomic
def leave_out(recipient: Recipient, *, reason: str, by: Post, on: date) -> Dispatch:
    """Say why a recipient does not get the edition. Nobody whom the guidance names is left out."""
    gate.require(by, Can.WORK, recipient.edition.record)
    if recipient.rule:
        raise NotAllowed("The guidance names this recipient. Send it, and write down when.")
    if not reason.strip():
        raise NotAllowed("Say why it is not sent.")
    return _dispatch(recipient, Dispatch.What.LEFT_OUT, sent_on=on, how=reason, by=by, on=on)


def _dispatch(
    recipient: Recipient, what: Dispatch.What, *, sent_on: date, how: str, by: Post, on: date
) -> Dispatch:
    if recipient.dispatches.filter(what__in=[what, Dispatch.What.LEFT_OUT]).exists():
        raise NotAllowed(TWICE.format(who=recipient.who))
    made = Dispatch.objects.create(
        recipient=recipient, what=what, sent_on=sent_on, how=how.strip(), by=by, on=on
    )
    write_down(recipient.edition, "send", note=f"{made}, {made.how}", by=by, on=on)
    return made
