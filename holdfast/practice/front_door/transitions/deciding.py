"""The decision, by a manager who did not write the contact, and what the referrer hears."""

from datetime import date

from django.db import transaction

from holdfast.engines.asks.models import Finding
from holdfast.engines.copies import transitions as copies
from holdfast.engines.copies.rules import paper
from holdfast.engines.copies.rules.choosing import Held, Reader, Who
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.clock.freezing import calendar_now
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Audience
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.front_door.access import REPLY, STORY
from holdfast.practice.front_door.models import Contact, Letter
from holdfast.practice.front_door.rules import deciding, law, letters
from holdfast.practice.front_door.transitions import moves
from holdfast.practice.front_door.transitions.told import DecisionTold

DAYS_TO_DISAGREE = 5
"""How long a referrer has to press “I disagree” (local): they may ring at any time."""


@transaction.atomic
def decide(
    contact: Contact,
    told: DecisionTold,
    *,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Letter | None:
    """Decide with a reason, and send the referrer their copy in the same transaction."""
    gate.require(by, Can.DECIDE, contact.record, section=STORY)
    _not_the_author(contact, by=by)
    missing = deciding.missing(
        decision=told.decision, why=told.why, basis=told.basis, told=told.told,
        why_not_told=told.why_not_told, agreement=told.agreement,
    )  # fmt: skip
    if missing:
        raise NotAllowed(" ".join(missing.values()))
    now = moment.now()
    moves.move_to(
        contact, "decide", can=Can.DECIDE, by=by, on=on, seen=seen,
        note=f"{law.DECISION_WORDS[told.decision]}. {told.why}", decision=told.decision.value,
        level=told.level[:120], need=told.need, why=told.why.strip(),
        not_known=told.not_known.strip(), next_step=told.next_step.strip(), basis=told.basis,
        told=told.told, told_how=told.told_how[:300], why_not_told=told.why_not_told[:300],
        agreement=told.agreement, helped=told.helped and told.decision in law.BELOW,
        decided_on=on, decided_at=now, decided_by=by,
    )  # fmt: skip
    moves.meet_clock(contact, law.DECISION, by=by, on=on)
    moves.end_grade_clocks(contact, why="Decided", by=by, on=on, at=now)
    story.close_record(contact.record, on=on)
    if contact.told_by is None or contact.told_by == by:
        return None
    return tell_referrer(contact, reason=told.reason, by=by, on=on)


@transaction.atomic
def tell_referrer(contact: Contact, *, reason: str, by: Post, on: date) -> Letter:
    """Send the professional who referred their own copy: decision, reason, next step.

    It is refused while it holds words of a fact that its owner keeps in the hub.
    """
    gate.require(by, Can.WORK, contact.record, section=STORY)
    if contact.told_by is None or contact.public:
        raise NotAllowed("Nobody with a post here referred this. The public hear no decision.")
    if contact.told_by == by:
        raise NotAllowed("Nobody writes to themselves.")
    if not contact.decision:
        raise NotAllowed("Nothing is decided yet. The referrer saw that it came.")
    kept = copies.keep_copy(
        contact.record, letter=Letters.draft(contact, reason=reason, on=on),
        facts=Letters.closed(contact), reader=Letters.reader(contact), by=by, on=on,
        reader_post=contact.told_by,
    )  # fmt: skip
    contact.record.refresh_from_db(fields=["version"])
    made = Letter.objects.create(
        contact=contact, number=contact.letters.count() + 1, reader=contact.told_by, copy=kept,
        disagree_by=Letters.disagree_by(on), sent_at=moment.now(),
    )  # fmt: skip
    note = f"{contact.told_by.title}, {contact.told_by.agency.name}, was told."
    moves.write_in(contact, "tell_referrer", by=by, on=on, note=note, heard_at=made.sent_at)
    moves.meet_clock(contact, law.FEEDBACK, by=by, on=on)
    return made


@transaction.atomic
def mark_read(letter: Letter, *, by: Post, on: date) -> None:
    """The referrer says that the letter was read."""
    gate.require(by, Can.WORK, letter.contact.record, section=REPLY)
    Letter.objects.filter(pk=letter.pk, read_at=None).update(read_at=moment.now())


@transaction.atomic
def explain_lateness(
    contact: Contact, *, reason: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say why the decision is or was late. The lateness stays."""
    late = contact.record.deadlines.filter(rule_id=law.DECISION).order_by("-pk").first()
    if late is None:
        raise NotAllowed("No clock to a decision runs here.")
    moves.write_in(contact, "explain_lateness", by=by, on=on, note=reason, seen=seen)
    running.explain(late, code=LateReason.OTHER, reason=reason[:500], by=by, on=on)


class Letters:
    """The referrer's copy, made alike for the preview and for sending."""

    @staticmethod
    def draft(contact: Contact, *, reason: str, on: date, **typed: str) -> paper.Letter:
        """Return the letter as it would go; `typed` stands for what is not kept yet."""
        reader = contact.told_by
        return letters.decision_letter(
            about=contact.known_as,
            told_on=f"{contact.received_on:%-d %B %Y}",
            to=f"{reader.title}, {reader.agency.name}" if reader else contact.referrer,
            decision=law.Decision(typed.get("decision") or contact.decision),
            reason=reason,
            next_step=typed.get("next_step", contact.next_step),
            disagree_by=day_words(Letters.disagree_by(on)),
        )

    @staticmethod
    def reader(contact: Contact) -> Reader:
        return Reader(f"post:{contact.told_by_id}", contact.referrer, Who.AGENCY)

    @staticmethod
    def closed(contact: Contact) -> list[Held]:
        """Return the facts that their owners keep in the hub, so that no letter says them."""
        kept = Finding.objects.filter(asked__about=contact.record, audience=Audience.ROOM.value)
        return [
            Held(f"{one.asked.record.reference}/{one.number}", one.text, one.source.name,
                 one.audience)
            for one in kept.select_related("asked__record", "source")
        ]  # fmt: skip

    @staticmethod
    def disagree_by(on: date) -> date:
        return calendar_now("EW_BFDA").add(on, DAYS_TO_DISAGREE)


def _not_the_author(contact: Contact, *, by: Post) -> None:
    """Another person decides than who wrote it, in whatever post."""
    if contact.author is None:
        return
    if contact.written_by_id == by.pk or contact.author.person_id == story.holder(by).person_id:
        raise NotAllowed(
            "You wrote this contact, so another manager decides it. "
            "If a child is in danger now, send it to a strategy discussion."
        )
