"""What the manager decides."""

from datetime import date
from typing import Any

from django import forms

from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, pick
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.private_fostering.access import KEEPERS, WORKERS
from holdfast.practice.private_fostering.forms.base import EntryForm, OfOneForm, yes_no
from holdfast.practice.private_fostering.models import (
    Appeal,
    Disqualification,
    Requirement,
)
from holdfast.practice.private_fostering.rules import deciding

DECISIONS = [(d.value, deciding.DECISION_WORDS[d]) for d in deciding.Decision]
GROUNDS = [(g.value, deciding.GROUND_WORDS[g]) for g in deciding.Ground]
KINDS = [(r.value, deciding.REQUIREMENT_WORDS[r]) for r in deciding.Requirement]
REQUIREMENTS = (1, 2, 3)


class AllocateForm(EntryForm):
    to = PostField(
        "Who visits", "Choose who visits.",
        hint="This post is let into the record for 400 days; the one before is let out.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, PostField)  # noqa: S101
        roles = [role.value for role in (*WORKERS, *KEEPERS)]
        field.narrow(agency=self.arrangement.record.owner_id, role__in=roles)


class DecideForm(EntryForm):
    decision = pick("What you decide", DECISIONS, "Choose what you decide.")
    why = box(
        "Why", "Write the reason.", rows=5,
        hint="The carer and the parents are told it. Weigh what has not been checked yet.",
    )  # fmt: skip
    grounds = forms.MultipleChoiceField(
        label="On which ground, if it is prohibited",
        choices=GROUNDS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in REQUIREMENTS:
            self.fields[f"kind{number}"] = pick(f"Requirement {number}", KINDS, radios=False)
            self.fields[f"text{number}"] = box(f"What requirement {number} asks", rows=2)
            self.fields[f"by{number}"] = DateField(
                label=f"Requirement {number}: by when", required=False
            )
        self.order_fields([n for n in self.fields if n not in {"on", "seen"}])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for number in REQUIREMENTS:
            kind, text = given.get(f"kind{number}"), given.get(f"text{number}", "").strip()
            if bool(kind) != bool(text):
                missing = f"text{number}" if kind else f"kind{number}"
                self.add_error(missing, "A requirement has a kind and says what it asks.")
        return given

    def told(self) -> tuple[Any, dict[str, Any]]:
        given = self.cleaned_data
        wanted: list[tuple[deciding.Requirement, str, date | None]] = [
            (deciding.Requirement(given[f"kind{n}"]), given[f"text{n}"].strip(), given[f"by{n}"])
            for n in REQUIREMENTS
            if given[f"kind{n}"]
        ]
        return self.arrangement, {
            "decision": deciding.Decision(given["decision"]),
            "why": given["why"],
            "grounds": [deciding.Ground(one) for one in given["grounds"]],
            "requirements": wanted,
            "on": given["on"],
            "seen": given["seen"],
        }


class ConsentForm(OfOneForm):
    noun = "found"
    found = pick("About whom", [], "Choose about whom.")
    give = yes_no("Do you give the authority’s written consent?", "Say whether you consent.")
    why = box("Why", "Write the reason. A refusal is told with it.", rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = Disqualification.objects.filter(
            member__arrangement=self.arrangement, consent=None
        ).select_related("member__arrangement__record")
        offered = {str(one.pk): one for one in waiting}
        words = {key: f"{one.member.name}: {one.what}" for key, one in offered.items()}
        self.offer("found", offered, words)

    def clean_give(self) -> bool:
        return bool(self.cleaned_data["give"] == "yes")


class OfRequirementForm(OfOneForm):
    noun = "requirement"
    requirement = pick("Which requirement", [], "Choose the requirement.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Requirement.objects.filter(
            decision__arrangement=self.arrangement, lifted_on=None
        ).select_related("decision__arrangement__record")
        offered = {str(one.pk): one for one in found}
        self.offer("requirement", offered, {key: one.text for key, one in offered.items()})


class KeptForm(OfRequirementForm):
    on = DateField(label="The day you saw that it is kept")


class LiftForm(OfRequirementForm):
    why = box("Why it is no longer needed", "Say why it is lifted.", rows=3)


class AppealForm(OfOneForm):
    noun = "decision"
    decision = pick("Against which decision", [], "Choose the decision.")
    words = box("What the carer says", "Write what the carer says.", rows=4)
    on = DateField(label="The day the appeal was made")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = self.arrangement.decisions.filter(appeal_until__isnull=False)
        offered = {str(one.pk): one for one in found.select_related("arrangement__record")}
        words = {
            key: f"{one.get_decision_display()}, {day_words(one.on)}"
            for key, one in offered.items()
        }
        self.offer("decision", offered, words)


class EndAppealForm(OfOneForm):
    noun = "appeal"
    appeal = pick("Which appeal", [], "Choose the appeal.")
    outcome = box("What the court decided", "Write what the court decided.", rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Appeal.objects.filter(
            decision__arrangement=self.arrangement, outcome_on=None
        ).select_related("decision__arrangement__record")
        offered = {str(one.pk): one for one in found}
        words = {key: f"Made {day_words(one.made_on)}" for key, one in offered.items()}
        self.offer("appeal", offered, words)
