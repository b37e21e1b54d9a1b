"""What the front door is told of a family that steps up, shown before and after it is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Fact
from holdfast.practice.early_help.models import EarlyHelp, StepUp
from holdfast.practice.early_help.rules import law
from holdfast.practice.early_help.rules.referring import Referral


@dataclass(frozen=True)
class ReferralPage:
    heading: str
    caption: str
    family_url: str
    step_up_url: str
    facts: Sequence[Fact]

    @classmethod
    def of_kept(cls, step_up: StepUp) -> "ReferralPage":
        """As it was on the day."""
        reference = step_up.early_help.record.reference
        by = f"{step_up.by.title}, {step_up.by.agency.name}"
        return cls(
            "What the front door was told",
            f"{step_up.early_help.known_as} · {reference} · {day_words(step_up.on)}, {by}",
            reverse("early_help:family", args=[reference]),
            "",
            _facts(Referral.from_kept(step_up.referral)),
        )

    @classmethod
    def of_today(cls, family: EarlyHelp, told: Referral, *, on: date) -> "ReferralPage":
        """As it would be now."""
        reference = family.record.reference
        return cls(
            "What the front door would be told",
            f"{family.known_as} · {reference} · as it stands {day_words(on)}",
            reverse("early_help:family", args=[reference]),
            reverse("early_help:write", args=[reference, "step_up"]),
            _facts(told),
        )


def _facts(told: Referral) -> list[Fact]:
    tier = law.TIER_WORDS[law.Tier(told.tier)] if told.tier else ""
    knows = "The family knows." if told.family_told else told.why_not_told
    found = (
        ("Why early help is not enough", told.why),
        ("Does the family know", knows),
        ("Children", "; ".join(_child(child) for child in told.children)),
        ("Adults", "; ".join(told.adults)),
        ("Why help was offered", told.worry),
        ("What goes well", " ".join(told.strengths)),
        ("What is hard, or missing", " ".join(told.needs)),
        ("Level of need, as judged", tier),
        ("Help so far", "; ".join(told.helped)),
    )
    return [Fact(key, value) for key, value in found if value]


def _child(told: Mapping[str, str]) -> str:
    more = [f"born {told['born_on']}" if told.get("born_on") else "", told.get("school", "")]
    return ", ".join([told.get("known_as", ""), *(one for one in more if one)])
