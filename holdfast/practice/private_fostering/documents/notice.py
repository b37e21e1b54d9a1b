"""The written notice of a decision to the carer: what, why, what is asked, and how to appeal.

Children Act 1989, section 69 and schedule 8: a prohibition, a requirement or a refused consent is
given in writing, with its reason and the right of appeal (V for section 69; schedule 8: M).
What was not checked yet, and what is known of anybody else, stays in the record.
"""

from holdfast.engines.copies.rules.choosing import ROOM, Held
from holdfast.engines.copies.rules.paper import Letter, Section, Words
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.models import Post
from holdfast.practice.private_fostering.models import Arrangement, Decision, Disqualification
from holdfast.practice.private_fostering.rules import deciding

WHAT = {
    deciding.Decision.SUITABLE: "We have decided that the arrangement suits {child}.",
    deciding.Decision.REQUIREMENTS: (
        "We have decided that {child} may go on living with you if you keep to what follows."
    ),
    deciding.Decision.PROHIBITED: (
        "We prohibit you from fostering {child} privately at this address."
    ),
}


def notice(decision: Decision) -> Letter:
    """Return the notice of a decision. Its reader is the carer and nobody else."""
    arrangement = decision.arrangement
    what = deciding.Decision(decision.decision)
    found = [f"{day_words(decision.on)}. {WHAT[what].format(child=arrangement.forename)}"]
    found += [f"{deciding.GROUND_WORDS[deciding.Ground(one)]}." for one in decision.grounds]
    for number, asked in enumerate(decision.requirements.all(), 1):
        by = f" By {day_words(asked.keep_by)}." if asked.keep_by else ""
        found.append(f"{number}. {asked.text}{by}")
    if decision.appeal_until:
        found.append(deciding.Right(_sentence(decision.why), decision.appeal_until).words())
    else:
        found.append(f"Reason: {_sentence(decision.why)}")
    return _letter("Decision about a private arrangement", arrangement, found, by=decision.by)


def refusal(found: Disqualification) -> Letter:
    """Return the notice of a refused consent (section 68), with its reason and the appeal."""
    arrangement, until = found.member.arrangement, found.appeal_until
    assert found.decided_on and until and found.by  # noqa: S101  it has been decided
    said = [
        f"{day_words(found.decided_on)}. We do not consent to {arrangement.forename} being "
        f"fostered privately in a home where {found.member.name} lives.",
        deciding.Right(_sentence(found.why), until).words(),
    ]
    return _letter("Consent to private fostering refused", arrangement, said, by=found.by)


def _letter(title: str, arrangement: Arrangement, said: list[str], *, by: Post) -> Letter:
    last = "We go on visiting. You, the child or a parent can ask us for a visit."
    words = tuple(Words(line) for line in (*said, last))
    return Letter(title, f"To {arrangement.carer}", (Section("What we decided", words),), str(by))


def withheld(arrangement: Arrangement, *, about: Disqualification | None = None) -> list[Held]:
    """Return what the room holds of others, so that no notice says it in the author's words.

    What a refusal is about may be said in its reason.
    """
    told = [
        Held(f"notice {one.number}", one.text, one.source.name, ROOM)
        for one in arrangement.notices.select_related("source")
        if one.text
    ]
    found = Disqualification.objects.filter(member__arrangement=arrangement)
    return told + [
        Held(f"disqualification {one.pk}", one.what, one.source.name, ROOM)
        for one in found.select_related("source") if about is None or one.pk != about.pk
    ]  # fmt: skip


def _sentence(words: str) -> str:
    kept = words.strip()
    return kept if kept.endswith((".", "!", "?")) else f"{kept}."
