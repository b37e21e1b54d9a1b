"""One thing in words: a member of the household, a parent, a decision, a step of the story."""

from datetime import date, datetime

from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Entry, gap_words
from holdfast.practice.private_fostering.models import (
    Arrangement,
    Decision,
    Member,
    Parent,
    Requirement,
)
from holdfast.practice.private_fostering.rules import deciding

HEADS = {
    "notify": "Told to us.",
    "take_notice": "Notice.",
    "make_first_visit": "First visit.",
    "visit": "Visit.",
    "write_report": "Report of a visit.",
    "miss_visit": "Visit not made.",
    "ask_for_visit": "A visit is asked for.",
    "explain": "Why it was late.",
    "allocate": "Allocated.",
    "add_member": "Household.",
    "member_left": "Household.",
    "ask_check": "Check asked.",
    "answer_check": "Check answered.",
    "parent": "Parent.",
    "support": "Advice and help.",
    "find_disqualified": "Disqualified.",
    "decide_consent": "Consent.",
    "find_suitable": "Decision.",
    "set_requirements": "Decision.",
    "prohibit": "Prohibition.",
    "requirement_kept": "Requirement kept.",
    "lift_requirement": "Requirement lifted.",
    "appeal": "Appeal.",
    "end_appeal": "Outcome of the appeal.",
    "find_not_fostering": "Not private fostering.",
    "end": "Ended.",
    "come_back": "Runs again.",
    "entry": "Entry.",
    "match_child": "Child matched.",
}


def entry_of(step: Step, *, owner: int) -> Entry:
    """A step as a line of the story. The owning agency's posts go by their title alone."""
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=HEADS.get(step.move) or f"{step.move.replace('_', ' ').capitalize()}.",
        text=step.note,
        by=step.by.title,
        source="" if step.by.agency_id == owner else step.by.agency.name,
        gap=gap_words(step.on, step.written_at),
    )


def member_words(one: Member) -> str:
    age = "age not known" if one.age is None else str(one.age)
    carer = "carer, " if one.carer else ""
    left = f", left on {day_words(one.left_on)}" if one.left_on else ""
    tie = f", {one.tie[:1].lower()}{one.tie[1:]}" if one.tie else ""
    held = "".join(f" {deciding.CONSENT_WORDS[d.standing]}." for d in one.disqualifications.all())
    return f"{one.name}: {carer}{age}{tie}{left}.{held}"


def parent_words(one: Parent) -> str:
    pr = {True: ", has parental responsibility", False: ", no parental responsibility", None: ""}
    agrees = {True: "Agrees", False: "Does not agree", None: "Not asked whether they agree"}
    spoken = f", spoken with on {day_words(one.spoken_on)}" if one.spoken_on else ""
    who = f"{one.name}, {one.tie.lower()}{pr[one.has_pr]}"
    return f"{who}. {agrees[one.agrees]}{spoken}. {one.contact}"


def decision_words(one: Decision, *, on: date) -> list[str]:
    grounds = [deciding.GROUND_WORDS[deciding.Ground(g)] for g in one.grounds]
    said = " ".join(part for part in (*(f"{g}." for g in grounds), one.why, one.owed) if part)
    lines = [f"{day_words(one.on)}, {one.by.title}: {one.get_decision_display()}. {said}"]
    if one.appeal_until:
        lines.append(f"Can be appealed until {day_words(one.appeal_until)}.")
    for wanted in one.requirements.all():
        lines.append(f"Requirement: {wanted.text} {_how_kept(wanted, on=on)}")
    for appeal in one.appeals.all():
        became = f"{day_words(appeal.outcome_on)}: {appeal.outcome}" if appeal.outcome else "runs"
        lines.append(f"Appeal made on {day_words(appeal.made_on)}; {became}")
    return lines


def _how_kept(wanted: Requirement, *, on: date) -> str:
    if wanted.lifted_on:
        return f"Lifted on {day_words(wanted.lifted_on)}."
    if wanted.kept_on:
        return f"Seen to be kept on {day_words(wanted.kept_on)}."
    if wanted.keep_by and wanted.keep_by < on:
        over = plural((on - wanted.keep_by).days, "day")
        return f"Was to be kept by {day_words(wanted.keep_by)}: nobody has seen it, {over} over."
    if wanted.keep_by:
        return f"To be kept by {day_words(wanted.keep_by)}."
    return "Not seen to be kept yet."


def let_in(one: Arrangement, *, now: datetime) -> list[str]:
    """Return who was let in by name, and until when."""
    live = [
        grant
        for grant in one.record.grants.all()
        if not hasattr(grant, "end") and grant.expires_at > now
    ]
    return [
        f"{grant.post.title}, {grant.post.agency.name}, until {day_words(grant.expires_at)}"
        for grant in live
    ]
