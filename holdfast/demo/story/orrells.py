"""The Orrells: the family focus case of the scrutiny papers of 9 July 2013 (item 9).

Names and days are added; what happened and what changed is as the papers tell it.
"""

from collections.abc import Mapping
from datetime import date

from holdfast.demo.story.clock import at
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import EarlyHelp, Meeting
from holdfast.practice.early_help.rules import law, words
from holdfast.practice.early_help.rules.assessing import Section, Written

Posts = Mapping[str, Post]


def offer(
    by: Post, on: date, *, children: tuple[str, ...], adult: str, worry: str, reason: words.Reason
) -> EarlyHelp:
    told = verbs.OfferTold(
        children=tuple(verbs.FamilyChildTold(name) for name in children),
        relatives=(verbs.RelativeTold(adult),),
        worry=worry,
        reason=reason,
    )
    return verbs.offer(told, area=this_partnership().area, by=by, on=on)


def assess(
    family: EarlyHelp, texts: Mapping[Section, Written], *, present: list[str], comes_to: str,
    tier: law.Tier, why: str, by: Post, on: date,
) -> None:  # fmt: skip
    assessment = family.assessments.get()
    for section, written in texts.items():
        verbs.write_section(assessment, section=section, written=written, by=by, on=on)
    verbs.write_conclusion(
        assessment, present=present, conclusion=comes_to, tier=tier, tier_why=why, by=by, on=on
    )
    verbs.complete_assessment(assessment, by=by, on=on)


def begin(posts: Posts) -> EarlyHelp:
    by = posts["early_help"]
    with at(2012, 11, 5):
        day = date(2012, 11, 5)
        family = offer(
            by, day, children=("Dane Orrell", "Mara Orrell"), adult="Ms Orrell",
            worry="Dane was stabbed at school when he was 14. He is 16 now, hits his mother and "
            "decides what happens at home. Police have come several times. Mara is afraid.",
            reason=words.Reason.HURT_AT_HOME,
        )  # fmt: skip
        verbs.agree(
            family, who="Ms Orrell and Dane", children="Mara: somebody should ask me too.",
            shared_with="the survivors’ service, the youth offending service", by=by, on=day,
        )  # fmt: skip
        verbs.name_lead(family, post=by, why="He knew Dane from the youth centre.", by=by, on=day)
        therapy = verbs.offer_support(
            family, kind=words.Kind.THERAPY, what="Sessions after the stabbing", whom="Dane",
            provider="CAMHS", strand="Before", by=by, on=day,
        )  # fmt: skip
        verbs.say_how_it_went(therapy, to=words.Taken.TAKEN_UP, result="", by=by, on=day)
        verbs.say_how_it_went(
            therapy, to=words.Taken.FELL_AWAY, result="He stopped coming.", by=by, on=day
        )
    with at(2012, 12, 10):
        family_text = Written(
            "Dane is gentle with Mara. They laugh together.",
            "He decides what happens at home; his mother gives in, then shouts.",
            "“I miss who he was.” Mara",
        )
        assess(
            family, {Section.FAMILY: family_text}, present=["Ms Orrell", "Dane", "Mara"],
            comes_to="What happens at home is domestic violence, and everybody can name it now.",
            tier=law.Tier.THREE, why="Violence at home, with police called out.", by=by,
            on=date(2012, 12, 10),
        )  # fmt: skip
        _four_strands(family, by)
    return family


def _four_strands(family: EarlyHelp, by: Post) -> None:
    day = date(2012, 12, 10)
    for strand, kind, what, whom in (
        ("Naming what happens", words.Kind.DIRECT, "Calling it by its name", "Dane, Ms Orrell"),
        ("Making the mother stronger", words.Kind.DIRECT, "Voice, bearing, £3 a day", "Ms Orrell"),
        ("Mediation", words.Kind.MEDIATION, "What lies under it", "The family"),
    ):
        verbs.offer_support(family, strand=strand, kind=kind, what=what, whom=whom, by=by, on=day)
    network = verbs.call_meeting(
        family, kind=Meeting.Kind.NETWORK, meets_on=date(2012, 12, 18), by=by, on=day
    )
    with at(2012, 12, 18, 17, 0):
        verbs.record_meeting(
            network,
            verbs.MeetingTold(
                present=["Ms Orrell", "her sister", "the survivors’ service"],
                children="Mara drew who she rings.",
                worries="He hits when he is told no. Her sister comes when she is rung.",
                decided="Nobody carries it alone: who is rung, and in which order.",
            ),
            held_on=date(2012, 12, 18), by=by, on=date(2012, 12, 18),
        )  # fmt: skip
        verbs.promise(
            family, what="Ring the police when he hits", owner=Who(role="Ms Orrell"),
            due_on=date(2013, 2, 1), by=by, on=date(2012, 12, 18),
        )  # fmt: skip


def end(posts: Posts, family: EarlyHelp) -> None:
    by, day = posts["early_help"], date(2013, 6, 3)
    with at(2013, 6, 3, 15, 0):
        for support in family.supports.filter(state=words.Taken.OFFERED):
            for to, said in (
                (words.Taken.TAKEN_UP, ""),
                (words.Taken.FINISHED, "She says no, and he hears it."),
            ):
                verbs.say_how_it_went(support, to=to, result=said, by=by, on=day)
        promised = family.record.actions.get()
        verbs.promise_kept(promised, how="She rang twice in February.", by=by, on=day)
        verbs.give_survey(family, by=by, on=day)
        verbs.close(
            EarlyHelp.objects.get(pk=family.pk), reason=words.EndReason.MET, by=by, on=day,
            changed="Ms Orrell is firmer and happier at home, and says so. Dane has stopped "
            "smoking and goes to college. Nobody has been hurt since February.",
        )  # fmt: skip
