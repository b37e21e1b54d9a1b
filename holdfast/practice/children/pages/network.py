"""Who there is around a child, drawn and in words. What is past is dashed, and said to be past."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from holdfast.kernel.access import gate
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.charts import Someone, network
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child, Tie
from holdfast.practice.children.rules.words import GENERATION, TIE_WORDS, TieKind


@dataclass(frozen=True)
class Group:
    """One heading of the words beside the drawing."""

    title: str
    lines: Sequence[str]


@dataclass(frozen=True)
class Network:
    drawing: Markup | None
    groups: Sequence[Group]
    ends: Sequence[Link]
    """For who may work: each tie that still holds, and where to end it."""


def network_of(child: Child, *, to: Post, on: date, may_work: bool = False) -> Network:
    """Draw a child's ties in one query more than the child came with (`for_page`).

    A brother or sister whose record is closed to the reader leaves no trace here.
    """
    sealed = [tie.other.record_id for tie in child.ties.all() if tie.other]
    records = Record.objects.filter(pk__in=sealed, sealed=True)
    mine = set(gate.allowed(records, to=to).values_list("pk", flat=True))
    ties = [
        tie
        for tie in child.ties.all()
        if not (tie.other and tie.other.record.sealed and tie.other.record_id not in mine)
    ]
    now = [tie for tie in ties if not _past(tie, on)]
    drawing = None
    if ties:
        focus = Someone(child.known_as, _age(child, on))
        drawing = network(_finding(child, now), focus, [_someone(tie, on) for tie in ties])
    reference = child.record.reference
    ends = [
        Link(
            f"End: {tie.name}, {_kind(tie).lower()}",
            reverse("children:end_tie", args=[reference, tie.pk]),
        )
        for tie in now
        if may_work
    ]
    return Network(drawing, _groups(ties, on), ends)


def _past(tie: Tie, on: date) -> bool:
    return tie.until_on is not None and tie.until_on <= on


def _kind(tie: Tie) -> str:
    return TIE_WORDS[TieKind(tie.kind)]


def _age(child: Child, on: date) -> str:
    words = child.age_words(on=on)
    return f"{words} years" if words.isdigit() else words


def _someone(tie: Tie, on: date) -> Someone:
    kind, past = TieKind(tie.kind), _past(tie, on)
    what = "said to have harmed" if kind is TieKind.ALLEGED else _kind(tie).lower()
    what = what.replace("brother or sister", "sibling").replace("half-brother or half-sister",
                                                                "half-sibling")  # fmt: skip
    home = ", at home" if tie.lives_with and not past else ""
    return Someone(
        tie.name,
        f"until {tie.until_on:%b %Y}" if past and tie.until_on else f"{what}{home}",
        row=GENERATION.get(kind, 1),
        past=past,
        marked=kind is TieKind.ALLEGED,
    )


def _finding(child: Child, now: Sequence[Tie]) -> str:
    people = ", ".join(f"{tie.name} ({_kind(tie).lower()})" for tie in now)
    return f"Around {child.known_as}: {people or 'nobody known now'}."


def _groups(ties: Sequence[Tie], on: date) -> list[Group]:
    now = [tie for tie in ties if not _past(tie, on)]
    found = [
        ("At home", [_line(tie) for tie in now if tie.lives_with]),
        ("Parental responsibility", [_line(tie) for tie in now if tie.responsible]),
        (
            "Said to have harmed the child",
            [_line(tie, kind=False) for tie in ties if tie.kind == TieKind.ALLEGED.value],
        ),
        (
            "Elsewhere",
            [
                _line(tie)
                for tie in now
                if not tie.lives_with and tie.kind != TieKind.ALLEGED.value
            ],
        ),
        ("No longer", [_ended(tie) for tie in ties if _past(tie, on)]),
    ]
    return [Group(title, lines) for title, lines in found if lines]


def _line(tie: Tie, *, kind: bool = True) -> str:
    said = f"{tie.name} ({_kind(tie).lower()})" if kind else tie.name
    return f"{said}: {tie.note}" if tie.note else said


def _ended(tie: Tie) -> str:
    return f"{_line(tie)}, until {day_words(tie.until_on)}"
