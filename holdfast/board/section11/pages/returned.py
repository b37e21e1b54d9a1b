"""One agency's return: where it stands, self grade beside moderated grade, what it promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.board.section11.documents import board_code
from holdfast.board.section11.extracts import PromiseRow, owed
from holdfast.board.section11.models import AgencyReturn, Challenge
from holdfast.board.section11.pages.words import letter_of, reply_status
from holdfast.board.section11.rules.states import TABLE, CycleState, State
from holdfast.engines.asks.extracts import RoundRow
from holdfast.engines.standards.models import Grade
from holdfast.engines.standards.rules.grading import age_words
from holdfast.engines.standards.rules.scales import RAG, Scale
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Fact, Link, NowCell

FORMS = {
    "take_in": ("take-in", "Take it in"),
    "send_back": ("send-back", "Send it back for clarification"),
    "conclude_moderation": ("moderated", "Conclude the panel"),
    "challenge": ("challenge", "Put a challenge"),
    "conclude": ("final", "Make it final"),
    "open_plan": ("action", "Agree an action"),
    "find_evidenced": ("evidenced", "Find every action evidenced"),
    "reopen": ("reopen", "Open it again"),
    "withdraw": ("withdraw", "Expect no return any more"),
}
"""Each move of the state table, its form and its words."""


@dataclass(frozen=True)
class GradeLine:
    code: str
    text: str
    letter: str
    why: str
    claimed: str
    said: str
    moderated: str
    reason: str
    differs: bool
    evidence: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class StandardBlock:
    number: int
    title: str
    lines: tuple[GradeLine, ...]
    panel: str


@dataclass(frozen=True)
class ChallengeBlock:
    head: str
    questions: tuple[str, ...]
    reply: str
    waits: bool
    answer: str
    log: Link | None


@dataclass(frozen=True)
class ReturnPage:
    name: str
    caption: str
    back: Link
    now: tuple[NowCell, ...]
    standards: tuple[StandardBlock, ...]
    said: tuple[Fact, ...]
    reviews: tuple[Fact, ...]
    challenges: tuple[ChallengeBlock, ...]
    promises: tuple[PromiseRow, ...]
    addenda: tuple[Fact, ...]
    carried: str
    annex: str
    consent: str
    forms: tuple[Link, ...]
    files: tuple[Link, ...]
    request: Link | None

    @classmethod
    def of(
        cls,
        found: AgencyReturn,
        grades: Sequence[Grade],
        promised: tuple[PromiseRow, ...],
        *,
        live: RoundRow | None,
        may_work: bool,
        may_moderate: bool,
        on: date,
    ) -> "ReturnPage":
        cycle = found.cycle
        closed = cycle.state == CycleState.CLOSED
        panel = may_moderate and not closed and found.state == State.SUBMITTED
        return cls(
            name=found.name,
            caption=f"Section 11, {cycle.year}. {found.cluster.name}",
            back=Link(str(cycle), reverse("section11:cycle", args=[cycle.record.reference])),
            now=_now(found, live, on=on),
            standards=_standards(found, grades, panel=panel, on=on),
            said=tuple(Fact(question, answer) for question, answer in found.said),
            reviews=tuple(
                Fact(str(one.point), one.assurance, note=one.words or one.point.text)
                for one in found.review_answers.all()
            ),
            challenges=_challenges(found, may_work=may_work and not closed),
            promises=promised,
            addenda=tuple(
                Fact(day_words(one.on), one.text, note=f"by the {one.by.title}")
                for one in found.addenda.all()
            ),
            carried=found.carried_from,
            annex=found.carried_annex,
            consent=_consent(found),
            forms=_forms(found, closed=closed) if may_work else (),
            files=_files(found),
            request=_request(found, live),
        )


def _request(found: AgencyReturn, live: RoundRow | None) -> Link | None:
    if found.request is None or live is None:
        return None
    return Link(
        f"The information request {live.reference}",
        reverse("asks:request", args=[live.reference]),
    )


def _now(found: AgencyReturn, live: RoundRow | None, *, on: date) -> tuple[NowCell, ...]:
    now = owed(found, live)
    due = f"Due {day_words(now.due_on)}" if now.due_on else ""
    sent = f"Sent {day_words(now.sent_on)}. {due}" if now.sent_on else due
    stage = found.state[:1].upper() + found.state[1:]
    return (
        NowCell("What came", "", f"{sent}. {now.reason}".strip(), status=reply_status(now, on=on)),
        NowCell("Stage", stage, live.words if live and found.state == State.WITH_AGENCY else ""),
        NowCell("Executive slot", day_words(found.cluster.executive_on), found.cluster.name),
    )


def _standards(
    found: AgencyReturn, grades: Iterable[Grade], *, panel: bool, on: date
) -> tuple[StandardBlock, ...]:
    at = [found.cycle.record.reference, found.pk]
    blocks = []
    for standard, mine in groupby(grades, key=lambda grade: grade.criterion.standard):
        url = reverse("section11:panel", args=[*at, standard.number]) if panel else ""
        lines = tuple(grade_line(one, on=on) for one in mine)
        blocks.append(StandardBlock(standard.number, standard.title, lines, url))
    return tuple(blocks)


def grade_line(grade: Grade, *, on: date) -> GradeLine:
    """Expects a grade fetched with `for_page`."""
    scale, now = grade.assessment.edition.scale or RAG, grade.standing(on=on)
    moderated = _graded(grade.moderated_value, scale) or "not moderated"
    return GradeLine(
        code=grade.criterion.code,
        text=grade.criterion.text,
        letter=letter_of(now.colour),
        why=now.why,
        claimed=_graded(grade.self_value, scale) or "no grade",
        said=grade.self_words,
        moderated=moderated,
        reason=grade.reason,
        differs=bool(grade.moderated_value) and grade.moderated_value != grade.self_value,
        evidence=tuple(
            _piece(one.evidence.what, one.evidence.dated_on, one.evidence.expires_on, on=on)
            for one in grade.citations.all()
        ),
        note="Carried forward: still true?" if grade.to_confirm else "",
    )


def _graded(value: str, scale: Scale) -> str:
    return f"{value}: {scale.words(value)}" if scale.holds(value) else value


def _piece(what: str, dated: date, expires: date | None, *, on: date) -> str:
    age = age_words(dated, on=on)
    if expires is None:
        return f"{what}, {age}"
    words = "expired" if expires < on else "counts until"
    return f"{what}, {age}, {words} {day_words(expires)}"


def _challenges(found: AgencyReturn, *, may_work: bool) -> tuple[ChallengeBlock, ...]:
    at = [found.cycle.record.reference, found.pk]
    return tuple(
        ChallengeBlock(
            head=f"{one.kind[:1].upper()}{one.kind[1:]}, {day_words(one.on)}",
            questions=one.asked,
            reply=one.reply,
            waits=one.waits,
            answer=reverse("section11:answer", args=[*at, one.pk])
            if may_work and one.waits
            else "",
            log=_in_the_log(one),
        )
        for one in found.challenges.all()
    )


def _in_the_log(one: Challenge) -> Link | None:
    if one.logged is None:
        return None
    reference = one.logged.record.reference
    words = f"{reference} in the challenge log: {one.logged.state}"
    return Link(words, reverse("workplan:challenge", args=[reference]))


def _consent(found: AgencyReturn) -> str:
    if not found.consent_to or found.consent_on is None:
        return ""
    return (
        f"{found.consent_by} agreed on {day_words(found.consent_on)} that {found.consent_to} may "
        f"have this return. This board's key, to compare: {board_code()}."
    )


def _forms(found: AgencyReturn, *, closed: bool) -> tuple[Link, ...]:
    at = [found.cycle.record.reference, found.pk]
    moves = [] if closed else TABLE.available(found.state)
    forms = [FORMS[name] for name in moves if name in FORMS]
    if found.sent_on and found.request_id is None:
        forms.append(("consent", "Keep consent to a copy"))
    if found.sent_on:
        forms.append(("addendum", "Add a dated addendum"))
    links = [Link(words, reverse("section11:change", args=[*at, form])) for form, words in forms]
    return tuple(links) if closed else (*links, *_beside_grades(found))


def _beside_grades(found: AgencyReturn) -> tuple[Link, ...]:
    """What the standards' own pages do for a return that has grades."""
    if found.assessment_id is None:
        return ()
    keep = f"{reverse('standards:keep')}?{urlencode({'for': found.assessment_id})}"
    return (
        Link("Keep a piece of evidence", keep),
        Link(
            "What was carried forward: still true?",
            reverse("standards:still_true", args=[found.assessment_id]),
        ),
    )


def _files(found: AgencyReturn) -> tuple[Link, ...]:
    at = [found.cycle.record.reference, found.pk]
    forms = {"csv": "CSV", "docx": "Word"} if found.assessment_id else {}
    if found.consent_to:
        forms["json"] = "Signed copy for the other board"
    return tuple(
        Link(words, reverse("section11:return_file", args=[*at, form]))
        for form, words in forms.items()
    )


@dataclass(frozen=True)
class PanelPage:
    """One standard of one return before the panel."""

    title: str
    caption: str
    back: Link
    lines: tuple[GradeLine, ...]

    @classmethod
    def of(cls, found: AgencyReturn, grades: Sequence[Grade], *, on: date) -> "PanelPage":
        standard = grades[0].criterion.standard
        url = reverse("section11:return", args=[found.cycle.record.reference, found.pk])
        return cls(
            title=f"{standard.number}. {standard.title}",
            caption=f"Panel: {found.name}, {found.cycle.year}",
            back=Link(found.name, url),
            lines=tuple(grade_line(one, on=on) for one in grades),
        )
