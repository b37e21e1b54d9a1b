"""Families and programmes for tests, told through the verbs."""

from datetime import date

from holdfast.kernel.directory.models import this_partnership
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import Assessment, EarlyHelp, Programme
from holdfast.practice.early_help.rules import words
from holdfast.practice.early_help.rules.assessing import Section, Written

MAY = date(2013, 5, 1)


def a_family(by, *, on=MAY, children=("Nia Harcastle", "Theo Harcastle"), **kept) -> EarlyHelp:
    told = verbs.OfferTold(
        children=tuple(verbs.FamilyChildTold(name, school="Tollgate Park") for name in children),
        worry=kept.pop("worry", "Nia and Theo are late for school, and tired."),
        reason=kept.pop("reason", words.Reason.SCHOOL),
        relatives=kept.pop("relatives", (verbs.RelativeTold("Ms Harcastle"),)),
    )
    return verbs.offer(told, area=this_partnership().area, by=by, on=on, **kept)


def agreed(by, *, on=MAY, **kept) -> EarlyHelp:
    family = a_family(by, on=on, **kept)
    verbs.agree(family, who="Ms Harcastle", children="Nia: if the club stays.", by=by, on=on)
    return family


def write_everything(assessment: Assessment, *, by, on) -> None:
    """What an assessment needs before it is complete, and nothing more."""
    verbs.write_section(
        assessment, section=Section.FAMILY,
        written=Written("They eat together.", "Mornings go wrong.", "“I am the alarm.” Nia"),
        by=by, on=on,
    )  # fmt: skip
    verbs.write_conclusion(
        assessment, present=["Ms Harcastle", "Nia", "Theo"], conclusion="Mornings need two hands.",
        tier="2", tier_why="Needs are clear and the family wants help.", by=by, on=on,
    )  # fmt: skip


def at_work(by, *, on=MAY, **kept) -> EarlyHelp:
    """A family with its assessment complete, whose lead is whoever offered help."""
    family = agreed(by, on=on, **kept)
    verbs.name_lead(family, post=by, why="She knows them.", by=by, on=on)
    assessment = family.assessments.get()
    write_everything(assessment, by=by, on=on)
    verbs.complete_assessment(assessment, by=by, on=on)
    family.refresh_from_db()
    return family


def a_group(by, *, on=MAY, kind=words.Kind.PARENTING, **kept) -> Programme:
    told = verbs.ProgrammeTold(
        name=kept.pop("name", "Strong families"), kind=kind, audience="Parents of any child",
        provider="Family focus team", led_by="Two workers", starts_on=on, **kept,
    )  # fmt: skip
    return verbs.start_programme(told, area=this_partnership().area, by=by, on=on)
