"""What stands beside the case: who may see it, who was told, what is owed, what came before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.models import Grant
from holdfast.kernel.actions.states import State
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, Status, met, nothing, soon
from holdfast.practice.allegations.access import ROOM
from holdfast.practice.allegations.models import Allegation, Told
from holdfast.practice.allegations.pages import words
from holdfast.practice.allegations.rules import law, procedure

SECTION_WORDS = {
    "story": "the whole record",
    "meeting": "the meeting",
    "updates": "its own updates",
    "actions": "its own actions",
    "acknowledgement": "what it told us",
}


@dataclass(frozen=True)
class Item:
    """One line of a box: a status, a bold head, a text."""

    text: str
    head: str = ""
    mark: Status | None = None
    url: str = ""


@dataclass(frozen=True)
class Beside:
    see: Sequence[Item]
    shut_out: str
    told: Sequence[Item]
    actions: Sequence[Item]
    looked: str
    earlier: Sequence[Item]
    decided: Sequence[Item]
    letters: Sequence[Link]
    look_url: str


def of(allegation: Allegation, *, visit: Visit) -> Beside:
    return Beside(
        see=[*_members(allegation), *_grants(allegation, visit=visit)],
        shut_out=_shut_out(allegation),
        told=[_told(allegation, reader) for reader in procedure.Reader],
        actions=_actions(allegation, on=visit.today),
        looked=_looked(allegation),
        earlier=_earlier(allegation, visit=visit),
        decided=_decided(allegation),
        letters=_letters(allegation),
        look_url=reverse("allegations:look", args=[allegation.record.reference]),
    )


def _members(allegation: Allegation) -> list[Item]:
    here = [
        m.post
        for m in allegation.record.members.all()
        if not hasattr(m, "end") and m.post.role in ROOM
    ]
    own = {p.title: p for p in here if p.agency_id == allegation.record.owner_id}
    return [Item("The room’s own circle", title) for title in own]


def _grants(allegation: Allegation, *, visit: Visit) -> list[Item]:
    """Who is let in, to what, until when; and in one line, whose time has ended."""
    grants = list(allegation.record.grants.all())
    live = [g for g in grants if not hasattr(g, "end") and g.expires_at > visit.now]
    ended = sorted({g.post.title for g in grants} - {g.post.title for g in live})
    alike: dict[str, list[str]] = {}
    for grant in live:
        titles = alike.setdefault(_let_in(grant), [])
        titles += [grant.post.title] if grant.post.title not in titles else []
    items = [Item(opened, ", ".join(titles)) for opened, titles in alike.items()]
    return [*items, *([Item("; ".join(ended), "Ended")] if ended else [])]


def _let_in(grant: Grant) -> str:
    return f"{sections_of(grant)} only. Ends {day_words(grant.expires_at)}"


def sections_of(grant: Grant) -> str:
    """What a grant opens, in words."""
    said = " and ".join(SECTION_WORDS.get(s, s) for s in grant.sections.strip("|").split("|"))
    return f"{said[:1].upper()}{said[1:]}"


def _shut_out(allegation: Allegation) -> str:
    standing = [s for s in allegation.record.shut_outs.all() if not hasattr(s, "lift")]
    return "the adult himself or herself" if standing else "none"


def _told(allegation: Allegation, reader: procedure.Reader) -> Item:
    label = reader.value.capitalize()
    found = [t for t in allegation.tellings.all() if t.reader == reader]
    told = [t for t in found if t.on is not None]
    if told:
        return Item("; ".join(_telling(t) for t in told), mark=met(label))
    if found:
        latest = found[-1]
        again = day_words(latest.review_on)
        return Item(f"Not told: {latest.why_not} Looked at again on {again}.", mark=soon(label))
    return Item("Not told yet, and no reason written.", mark=nothing(label))


def _telling(told: Told) -> str:
    said = f" {told.what}" if told.what else ""
    return f"{told.who}, {day_words(told.on)}, by {told.told_by}, {told.how}.{said}"


def _actions(allegation: Allegation, *, on: date) -> list[Item]:
    reference = allegation.record.reference
    found = []
    for action in allegation.record.actions.all():
        owner = action.owner.title if action.owner else "Nobody named"
        seen = [e for e in action.evidence.all()]
        shown = f"Seen: {seen[-1].what}" if seen else "No evidence has come"
        said = f"Said “done” on {action.done.words}. " if action.done else ""
        entry = "retest" if action.state == State.EVIDENCED else "evidence"
        url = reverse("allegations:action", args=[reference, action.pk, entry])
        mark = words.action_status(action, on=on)
        found.append(Item(f"{owner}. {said}{shown}", action.what, mark, url))
    return found


def _looked(allegation: Allegation) -> str:
    looks = list(allegation.looks.all())
    if not looks:
        return "Nobody has looked yet."
    when = " and ".join(dict.fromkeys(day_words(one.on) for one in looks))
    names = {name for one in looks for name in one.names}
    spelt = "one spelling" if len(names) == 1 else f"{len(names)} spellings"
    return f"Looked in this room on {when}, under {spelt}, any employer."


def _earlier(allegation: Allegation, *, visit: Visit) -> list[Item]:
    """Earlier records this reader may see; another one leaves no trace here."""
    latest = {one.earlier_id: one for one in allegation.resemblances.all()}
    if not latest:
        return []
    seen = Allegation.objects.visible_to(visit.post).filter(pk__in=latest)
    mine = set(seen.values_list("pk", flat=True))
    found = []
    for number, one in latest.items():
        if number in mine:
            reference = one.earlier.record.reference
            url = reverse("allegations:record", args=[reference])
            said = f"{reference}. {one.get_decision_display()}. {one.why}"
            found.append(Item(said, one.earlier.adult.name, url=url))
    return found


def _decided(allegation: Allegation) -> list[Item]:
    found = []
    if allegation.threshold_on:
        tests = [law.TEST_WORDS[law.Test(t)] for t in allegation.tests]
        said = "; ".join(tests) or "below"
        when = day_words(allegation.threshold_on)
        found.append(Item(f"{said}. {allegation.threshold_why} {when}", "Threshold:"))
    for referral in allegation.referrals.all():
        made = "made" if referral.made_on else "not made"
        when = day_words(referral.considered_on)
        text = f"referral {made}. {referral.reason} {referral.by.title}, {when}"
        found.append(Item(text, f"{referral.body_name}:"))
    return [*found, *_after(allegation)]


def _after(allegation: Allegation) -> list[Item]:
    given = [o for c in allegation.concerns.all() for o in list(c.outcomes.all())[-1:]]
    if not given or allegation.concluded_on is None:
        return []
    outcome = law.Outcome(given[-1].outcome)
    may, _ = law.reference_may_mention(outcome)
    until = law.kept_until(born_on=allegation.adult.born_on, decided_on=allegation.concluded_on)
    kept = day_words(until) if until else law.KEPT_WORDS
    answer = "Yes" if may else "No"
    return [
        Item(f"{outcome.value}. {law.MEANING[outcome]}", "Outcome:"),
        Item(f"{answer}: {outcome.value}", "May a reference mention it?"),
        Item(kept, "Kept until"),
    ]


def _letters(allegation: Allegation) -> list[Link]:
    reference = allegation.record.reference
    return [
        Link(
            f"{copy.title}, to {copy.reader}, {day_words(copy.sent_on)}",
            reverse("allegations:copy", args=[reference, copy.number]),
        )
        for copy in allegation.copies.all()
    ]
