"""How a contact comes: a professional's form, a call, the public's form, a batch from a night."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.clock import running
from holdfast.kernel.clock.counting import london_day
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door.access import HUB, KIND, REPLY, STORY, keeper
from holdfast.practice.front_door.models import Batch, Contact, ContactChild
from holdfast.practice.front_door.rules import batch_file, law, states
from holdfast.practice.front_door.rules.households import home_key
from holdfast.practice.front_door.transitions import comparing
from holdfast.practice.front_door.transitions.told import ReportTold

HEAR_DAYS = 400
BASIS = "Working Together: the referrer hears what was decided"


@transaction.atomic
def receive(area: Area, told: ReportTold, *, by: Post, on: date) -> Contact:
    """Take one report. Its clock to a decision starts with the moment it was received.

    A professional writes it, or the hub does while somebody tells it. Partial answers are taken:
    only the worry and one word for a child are needed.
    """
    _says_enough(told)
    keep = keeper(area)
    record = gate.open_record(kind=KIND, area=area, owner=keep.agency, by=by, on=on)
    return _begin(record, told, keep=keep, by=by, on=on)


@transaction.atomic
def receive_public(area: Area, told: ReportTold, *, by: Post, on: date) -> Contact:
    """Take what the public form says. It is kept in the name of the hub's own post."""
    _says_enough(told)
    record = gate.open_record(kind=KIND, area=area, owner=by.agency, by=by, on=on)
    return _begin(record, told, keep=by, by=by, on=on)


@transaction.atomic
def take_batch(
    area: Area, *, channel: law.Channel, content: bytes, filename: str, by: Post, on: date
) -> Batch:
    """Take a file of reports: all of it, or, with one bad row, nothing."""
    if Role(by.role) not in HUB or not gate.may_open(by, KIND):
        raise gate.Refused("Only the hub takes batches.")
    reports, bad = batch_file.read(content, filename=filename)
    future = [one for one in reports if one.received > _plain(moment.now())]
    if bad:
        rows = " ".join(f"Row {one.row}: {one.sentence}" for one in bad[:20])
        more = f" And {len(bad) - 20} more." if len(bad) > 20 else ""
        raise NotAllowed(f"Nothing was taken. {rows}{more}")
    if not reports:
        raise NotAllowed(f"{filename} has a heading and no rows. Choose the file again.")
    if future:
        raise NotAllowed(f"“{future[0].reference}” has not happened yet. Put its moment right.")
    digest = hashlib.sha256(content).hexdigest()
    if Batch.objects.filter(area=area, sha256=digest).exists():
        raise NotAllowed("This file was taken already. Nothing was taken twice.")
    made = Batch.objects.create(
        area=area, channel=channel.value, filename=filename[:120], sha256=digest,
        reports=len(reports), taken_at=moment.now(), by=by,
    )  # fmt: skip
    _take(area, reports, made, by=by, on=on)
    return made


def _take(
    area: Area, reports: Sequence[batch_file.Report], batch: Batch, *, by: Post, on: date
) -> None:
    """Open every report's record at once; what follows for each is a few rows."""
    keep = keeper(area)
    records = gate.open_records(
        kind=KIND, area=area, owners=[keep.agency for _ in reports], by=by, on=on
    )
    police = batch.channel == law.Channel.POLICE
    for record, report in zip(records, reports, strict=True):
        told = ReportTold(
            children=report.children, worry=report.worry, channel=law.Channel(batch.channel),
            received_at=timezone.make_aware(report.received), theirs=report.reference,
            referrer="Police notification" if police else "Out-of-hours duty",
            source="6" if police else "5A", address=report.address, postcode=report.postcode,
            safe=report.safe,
        )  # fmt: skip
        _begin(record, told, keep=keep, by=by, on=on, batch=batch)


def _begin(
    record: Record, told: ReportTold, *, keep: Post, by: Post, on: date, batch: Batch | None = None
) -> Contact:
    at = told.received_at or moment.now()
    if at > moment.now():
        raise NotAllowed("The moment it was received has not come yet. Give it as it was.")
    sender = told.told_by or (None if Role(by.role) in HUB or told.public else by)
    sector = sender.agency.sector if sender else ""
    contact = Contact.objects.create(
        record=record, state=states.TABLE.start, channel=told.channel.value, received_at=at,
        received_on=london_day(at), 
        written_by=None if told.public or batch else by,
        author=None if told.public or batch else story.holder(by), told_by=sender,
        agency=sender.agency if sender else None,
        referrer=(told.referrer or (f"{sender.title}, {sender.agency.name}" if sender else
                  "Not named"))[:200],
        source=told.source or law.source_of(sector, public=told.public, named=bool(told.referrer)),
        public=told.public, batch=batch, theirs=told.theirs, worry=told.worry.strip(),
        wants=told.wants.strip(), safe=told.safe.strip()[:200], address=told.address.strip()[:200],
        postcode=told.postcode.strip().upper()[:10],
        home_key=home_key(told.address), told=told.told,
        told_how=told.told_how, why_not_told=told.why_not_told, agreement=told.agreement,
    )  # fmt: skip
    _keep_children(contact, told, by=by)
    _start_clocks(contact, keep=keep, at=at, by=by)
    story.write_step(
        record=record, move="receive", to_state=contact.state, on=contact.received_on, by=by,
        note=f"{contact.referrer}: {contact.worry}", subjects=["child-1"],
    )  # fmt: skip
    comparing.look_for_repeats(contact, by=by, on=on)
    if sender is not None and not gate.may(sender, Can.SEE, record, section=STORY):
        _let_hear(contact, to=sender, keep=keep)
    return contact


def _keep_children(contact: Contact, told: ReportTold, *, by: Post) -> None:
    source = contact.agency or by.agency
    ContactChild.objects.bulk_create(
        ContactChild(
            contact=contact, number=number, known_as=one.known_as[:120], born_on=one.born_on,
            as_told=_with_home(one, contact).to_json(), subjects=[f"child-{number}"],
            source=source,
        )
        for number, one in enumerate(told.children, 1)
    )  # fmt: skip


def _with_home(one: ChildTold, contact: Contact) -> ChildTold:
    """What was told of a child, with the report's own address where the child has none."""
    home = {
        "address": one.address or contact.address,
        "postcode": one.postcode or contact.postcode,
    }
    return ChildTold(**{**one.__dict__, **home})


def _start_clocks(contact: Contact, *, keep: Post, at: datetime, by: Post) -> None:
    day = contact.received_on
    running.start(contact.record, law.DECISION, on=day, whose_move=keep, by=by)
    if contact.told_by is not None and day >= law.WT2013_FROM:
        running.start(contact.record, law.FEEDBACK, on=day, whose_move=keep, by=by)


def _let_hear(contact: Contact, *, to: Post, keep: Post) -> None:
    """Let the referrer's post into what it wrote and what it is told, and let it answer."""
    grants.give(
        contact.record, to=to, sections=[REPLY], level=Grant.Level.WORK,
        purpose="To hear what was decided, and to disagree", lawful_basis=BASIS,
        expires_at=moment.end_of(on=moment.today(), days=HEAR_DAYS), by=keep, family_told=False,
        why_not_told="The referrer wrote it; whether the family knows stands in the contact.",
    )  # fmt: skip


def _says_enough(told: ReportTold) -> None:
    if not told.worry.strip():
        raise NotAllowed("Say what the worry is, in a sentence at least.")
    if not told.children:
        raise NotAllowed("Say which child it is about, as you know him or her.")
    if told.told == law.Told.NO and not told.why_not_told.strip():
        raise NotAllowed("Say why the family was not told.")


def _plain(at: datetime) -> datetime:
    return timezone.localtime(at).replace(tzinfo=None)
