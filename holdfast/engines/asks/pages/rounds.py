"""A round as whoever asked sees it: what came, in which way, and what holds up the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.engines.asks.extracts import RoundRow, rate_of
from holdfast.engines.asks.models import QuestionSet, Round
from holdfast.engines.asks.pages.board import BoardRow, board_rows
from holdfast.engines.asks.rules.changes import changes
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Fact


@dataclass(frozen=True)
class Asking:
    """One section of what is asked, with its questions' words."""

    title: str
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RoundPage:
    title: str
    reference: str
    text: str
    rate: str
    counts: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    rows: tuple[BoardRow, ...]
    sections: tuple[Asking, ...]
    changed: tuple[str, ...]
    before: str
    remind: str
    csv: str

    @classmethod
    def of(
        cls,
        asked: Round,
        rows: Sequence[RoundRow],
        *,
        before: QuestionSet | None,
        may_work: bool,
        on: date,
    ) -> "RoundPage":
        used = asked.question_set
        rate = rate_of(rows, on=on)
        counts = [
            ("Returned in full", str(rate.full)),
            ("Returned in part", str(rate.partial)),
            ("Nil returns", str(rate.nil)),
            ("Of these, late", str(rate.late)),
            ("Refused with a reason", _named(rate.refused)),
            ("Due and not here", _named(rate.missing)),
            ("Not due yet", str(rate.not_due_yet)),
            ("Withdrawn", str(rate.withdrawn)),
        ]
        url = reverse("asks:remind_all", args=[asked.record.reference])
        return cls(
            title=asked.title,
            reference=asked.record.reference,
            text=asked.why,
            rate=rate.words,
            counts=tuple(Fact(key, value) for key, value in counts),
            facts=_facts(asked),
            rows=board_rows(rows, on=on),
            sections=tuple(
                Asking(s.title, tuple((q.text, q.kind.value) for q in s.questions))
                for s in used.questions.sections
            ),
            changed=changes(before.questions, used.questions) if before else (),
            before=str(before) if before else "",
            csv=reverse("asks:answers", args=[asked.record.reference]),
            remind=url if may_work and rate.missing else "",
        )


def _facts(asked: Round) -> tuple[Fact, ...]:
    return (
        Fact("Asked by", asked.asked_by.title),
        Fact("Issued", day_words(asked.issued_on)),
        Fact("Due", day_words(asked.due_on)),
        Fact("Lawful basis", asked.lawful_basis),
        Fact("Questions", str(asked.question_set)),
        Fact("Sign-off", "needed" if asked.needs_sign_off else "where an agency names a signer"),
    )


def _named(names: Sequence[str]) -> str:
    return f"{len(names)}: {'; '.join(names)}" if names else "0"
