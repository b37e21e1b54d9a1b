"""Who there is around a child: ties to adults and to other children, each from a day to a day."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import NETWORK, area_of
from holdfast.practice.children.models import Adult, Child, Tie
from holdfast.practice.children.rules.words import BETWEEN_CHILDREN, TIE_WORDS, TieKind


@transaction.atomic
def add_adult(*, name: str, by: Post, on: date, born_on: date | None = None) -> Adult:
    """Make an adult of somebody's network. He or she has no record and is in no directory."""
    if not name.strip():
        raise NotAllowed("Give the adult's name, as you heard it.")
    if born_on and born_on > on:
        raise NotAllowed("The day of birth has not come yet.")
    return Adult.objects.create(area=area_of(by), name=name.strip()[:120], born_on=born_on)


@transaction.atomic
def tie(
    child: Child,
    adult: Adult,
    *,
    kind: TieKind,
    by: Post,
    on: date,
    responsible: bool = False,
    lives_with: bool = False,
    note: str = "",
    from_on: date | None = None,
) -> Tie:
    """Say how an adult stands to a child."""
    gate.require(by, Can.WORK, child.record)
    if kind in BETWEEN_CHILDREN:
        raise NotAllowed(f"{TIE_WORDS[kind]} is how two children stand to each other.")
    if child.ties.filter(adult=adult, kind=kind.value, until_on=None).exists():
        raise NotAllowed(f"{adult.name} is on the record as {TIE_WORDS[kind].lower()} already.")
    made = Tie.objects.create(
        child=child, adult=adult, kind=kind.value, responsible=responsible,
        lives_with=lives_with, note=note, from_on=from_on, source=by.agency,
        subjects=["child", f"adult-{adult.pk}"], sensitivity=Sensitivity.THIRD_PARTY,
    )  # fmt: skip
    _write(child, "tie", f"{adult.name}: {TIE_WORDS[kind]}.", by=by, on=on)
    return made


@transaction.atomic
def tie_new_adult(
    child: Child,
    *,
    name: str,
    kind: TieKind,
    by: Post,
    on: date,
    responsible: bool = False,
    lives_with: bool = False,
    note: str = "",
    from_on: date | None = None,
) -> Tie:
    """Write down an adult nobody knew of here, and how he or she stands to the child."""
    gate.require(by, Can.WORK, child.record)
    adult = add_adult(name=name, by=by, on=on)
    return tie(
        child, adult, kind=kind, by=by, on=on, responsible=responsible, lives_with=lives_with,
        note=note, from_on=from_on,
    )  # fmt: skip


@transaction.atomic
def tie_children(
    child: Child, other: Child, *, kind: TieKind, by: Post, on: date, lives_with: bool = False
) -> None:
    """Say how two children stand to each other, on both records.

    The story does not name the other: that record may be restricted later, and steps stay.
    """
    if kind not in BETWEEN_CHILDREN:
        raise NotAllowed(f"{TIE_WORDS[kind]} is how an adult stands to a child.")
    if child.pk == other.pk:
        raise NotAllowed("A child is not its own brother or sister.")
    for one, two in ((child, other), (other, child)):
        gate.require(by, Can.WORK, one.record)
        if one.ties.filter(other=two, until_on=None).exists():
            continue
        Tie.objects.create(
            child=one, other=two, kind=kind.value, source=by.agency,
            lives_with=lives_with or _one_household(one, two),
            subjects=["child"], sensitivity=Sensitivity.THIRD_PARTY,
        )  # fmt: skip
        _write(one, "tie", f"{TIE_WORDS[kind]} added.", by=by, on=on)


def _one_household(one: Child, two: Child) -> bool:
    return one.household_id is not None and one.household_id == two.household_id


@transaction.atomic
def end_tie(found: Tie, *, until_on: date, by: Post, on: date) -> None:
    """Say until when somebody stood so to the child. The drawing then shows it as past."""
    gate.require(by, Can.WORK, found.child.record)
    if found.from_on and until_on < found.from_on:
        raise NotAllowed("The last day is before the first. Look at both.")
    found.until_on, found.lives_with = until_on, False
    found.save(update_fields=["until_on", "lives_with"])
    note = f"{found.name}: {TIE_WORDS[TieKind(found.kind)]} until {until_on:%-d %B %Y}."
    _write(found.child, "end_tie", note, by=by, on=on)


def _write(child: Child, move: str, note: str, *, by: Post, on: date) -> None:
    story.write_step(
        record=child.record, move=move, by=by, on=on, note=note, section=NETWORK,
        subjects=["child"], sensitivity=Sensitivity.THIRD_PARTY,
    )  # fmt: skip
