"""What is gathered when a family steps up: a pure read of what the record holds."""

from holdfast.practice.early_help.models.family import EarlyHelp
from holdfast.practice.early_help.models.groups import Place
from holdfast.practice.early_help.models.work import Support
from holdfast.practice.early_help.rules import referring, words


def referral_of(family: EarlyHelp) -> referring.Referral:
    """Gather the children as told, the worry, strengths, needs, and the help so far."""
    assessments = list(family.assessments.all())
    last = assessments[-1] if assessments else None
    sections = last.whole().sections if last else {}
    helped = [*map(_support, family.supports.all()), *map(_place, family.places.all())]
    return referring.Referral(
        children=[child.told for child in family.children.all()],
        adults=[f"{one.known_as}, {one.part}" for one in family.relatives.all()],
        worry=family.worry,
        strengths=referring.told_of(sections, "strengths"),
        needs=referring.told_of(sections, "needs"),
        tier=last.tier if last else "",
        helped=helped,
    )


def _support(one: Support) -> str:
    return f"{one.what}, for {one.whom}: {words.TAKEN_WORDS[words.Taken(one.state)].lower()}"


def _place(one: Place) -> str:
    return f"{one.programme.name}, for {one.who}"
