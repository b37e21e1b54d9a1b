"""What can be written about an arrangement now, in the order one comes to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.rules import states

WRITE = (
    ("missed", "A visit was not made"),
    ("report", "Add the report of a visit"),
    ("request", "Somebody asks for a visit"),
    ("parent", "Speak with a parent"),
    ("support", "Advice and help given"),
    ("member", "Add somebody in the home"),
    ("left", "Somebody left the home"),
    ("disqualified", "Somebody is disqualified"),
    ("ask-check", "Ask for a check"),
    ("answer-check", "A check was answered"),
    ("kept", "A requirement is kept"),
    ("notice", "A notice: the child came, or a change"),
    ("late", "Why something is late"),
    ("entry", "Write an entry"),
    ("end", "The child has left"),
    ("back", "The child is back"),
)
DECIDE = (
    ("allocate", "Say who visits"),
    ("decide", "Decide whether it suits"),
    ("consent", "Decide on consent"),
    ("lift", "Lift a requirement"),
    ("appeal", "An appeal was made"),
    ("end-appeal", "What the court decided"),
    ("not-fostering", "It is not private fostering"),
)
ALWAYS = frozenset({"entry", "late", "appeal", "end-appeal"})
ONLY_OVER = frozenset({"back"})


@dataclass(frozen=True)
class Menu:
    write: Sequence[Link]
    decide: Sequence[Link]


def of(one: Arrangement, *, may_work: bool, may_decide: bool, may_look: bool) -> Menu:
    """`may_look`: the post may say which child it is, among all children."""
    write = _links(one, "write", WRITE) if may_work else []
    if may_look and one.child_id is None:
        url = reverse("private_fostering:match", args=[one.record.reference])
        write.insert(0, Link("Say which child it is", url))
    return Menu(
        write,
        _links(one, "decide", DECIDE) if may_decide else (),
    )


def _links(one: Arrangement, name: str, offered: Sequence[tuple[str, str]]) -> list[Link]:
    reference = one.record.reference
    return [
        Link(words, reverse(f"private_fostering:{name}", args=[reference, entry]))
        for entry, words in offered
        if _fits(one, entry)
    ]


def _fits(one: Arrangement, entry: str) -> bool:
    decided = list(one.decisions.all())
    needs = {
        "report": any(v.made and not v.counts for v in one.visits.all()),
        "left": len(one.members.all()) > 1,
        "answer-check": any(c.answered_on is None for c in one.checks.all()),
        "kept": any(d.requirements.all() for d in decided),
        "lift": any(d.requirements.all() for d in decided),
        "consent": any(
            d.consent is None and not d.barred
            for m in one.members.all() for d in m.disqualifications.all()
        ),
        "appeal": any(d.appeal_until for d in decided),
        "end-appeal": any(a.outcome_on is None for d in decided for a in d.appeals.all()),
    }  # fmt: skip
    live = states.State(one.state) in states.LIVE
    fits = not live if entry in ONLY_OVER else live or entry in ALWAYS
    return fits and needs.get(entry, True)
