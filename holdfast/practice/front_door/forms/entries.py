"""Everything that is written about a contact: one form for each entry."""

from datetime import date, datetime
from typing import Any

from django import forms

from holdfast.kernel.directory.fields import PostField, PostsField, posts
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import disagreeing, law
from holdfast.practice.front_door.transitions import DecisionTold

TOLD = [(t.value, law.TOLD_FAMILY[t]) for t in law.Told]
AGREEMENT = [(a.value, law.AGREEMENT_WORDS[a]) for a in law.Agreement if a]
BASIS = [(b.value, law.BASIS_WORDS[b]) for b in law.Basis]


class EntryForm(forms.Form):
    """The base of every entry: the version that its editor had on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, contact: Contact, today: date, now: datetime, **kwargs: Any
    ) -> None:
        self.contact, self.today, self.now = contact, today, now
        first = {"seen": contact.record.version, **self.first(contact)}
        super().__init__(*args, **{**kwargs, "initial": first})

    def first(self, contact: Contact) -> dict[str, Any]:
        """What stands in the form when it is opened."""
        return {}

    @property
    def answers(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class GradeForm(EntryForm):
    to = pick("How fast?", [(g.value, law.GRADE_WORDS[g]) for g in law.Grade], "Choose a grade.")
    why = line("Why, if it was graded before", most=300)

    @property
    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "to": law.Grade(self.cleaned_data["to"])}


class FamilyForm(EntryForm):
    told = pick("Does the family know?", TOLD, "Say whether the family knows.")
    how = line("Who was told, how and when; what they said", most=300)
    why_not = line("If not: why", most=300)
    agreement = pick("Do they agree to help?", AGREEMENT)

    @property
    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "told": law.Told(self.cleaned_data["told"])}


class BasisForm(EntryForm):
    basis = pick("By what right are agencies asked?", BASIS, "Choose the lawful basis.")

    @property
    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "basis": law.Basis(self.cleaned_data["basis"])}


class WithdrawnForm(EntryForm):
    words = box("What the family said", "Say what the family said.")


class NoteForm(EntryForm):
    text = box("The note", "Write the note first.")


class WhyForm(EntryForm):
    why = box("Why", "Say why.")


class LateForm(EntryForm):
    reason = box("Why it is or was late", "Say why.")


class AskForm(EntryForm):
    to = PostsField("Whom do you ask?", "Choose whom to ask.")

    ASKED = (Role.POLICE_OFFICER, Role.HEALTH, Role.HEAD_TEACHER, Role.OFFICER)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, PostsField)  # noqa: S101
        area = self.contact.record.area_id
        roles = [role.value for role in self.ASKED]
        field.queryset = posts().filter(role__in=roles, agency__area=area)

    @property
    def answers(self) -> dict[str, Any]:
        return {"to": list(self.cleaned_data["to"])}


class WorkerForm(EntryForm):
    away = forms.BooleanField(label="The worker is away: to the team manager", required=False)


class StrategyForm(EntryForm):
    why = box("Why, if there is more to say than the grade", rows=2)


class DecisionForm(EntryForm):
    """The decision, its reason, the family, and what the referrer will read."""

    decision = pick(
        "What will happen", [(d.value, law.DECISION_WORDS[d]) for d in law.CHOICES],
        "Choose what will happen.",
    )  # fmt: skip
    why = box("Why, and what you weighed against it", "Say why.", rows=5)
    not_known = line("What you did not know", most=300)
    level = line("Level of the threshold document")
    need = pick("Main need", list(law.NEEDS.items()), "", radios=False)
    basis = pick("Lawful basis for asking agencies", BASIS, "Choose the lawful basis.")
    told = pick("Does the family know?", TOLD, "Say whether the family knows.")
    told_how = line("Who was told and how", most=300)
    why_not_told = line("If not: why", most=300)
    agreement = pick("Does the family agree to help?", AGREEMENT)
    reason = box("Why, in words for the referrer", rows=3)
    next_step = box("What happens next, in words for the referrer", "Say the next step.", rows=3)
    helped = forms.BooleanField(
        label="Help was given or found, although it is no referral", required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        need = self.fields["need"]
        assert isinstance(need, forms.ChoiceField)  # noqa: S101
        need.choices = [("", "Not stated"), *law.NEEDS.items()]
        if self.contact.told_by is None or self.contact.public:
            del self.fields["reason"]

    def first(self, contact: Contact) -> dict[str, Any]:
        kept = ("basis", "told", "told_how", "why_not_told", "agreement", "level", "need")
        return {name: getattr(contact, name) for name in kept}

    @property
    def decision_told(self) -> DecisionTold:
        given = {k: v for k, v in self.cleaned_data.items() if k not in {"seen", "decision"}}
        return DecisionTold(decision=law.Decision(self.cleaned_data["decision"]), **given)


class DisagreeForm(forms.Form):
    reason = pick(
        "What is not right?",
        [(r.value, disagreeing.REASON_WORDS[r]) for r in disagreeing.Reason],
        "Choose what is not right. Words can follow.",
    )
    words = box("In your words, if you like", rows=3)
    danger = forms.BooleanField(label="I think the child is in danger now", required=False)


class UpForm(EntryForm):
    ours = PostField("Who speaks for us", "Choose who speaks for us.")
    theirs = line("Who speaks for the referrer", "Name who speaks for the referrer.", most=160)
    why = line("Why it was not settled", most=300)
    danger = forms.BooleanField(label="A child may be in danger: to the top", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ours = self.fields["ours"]
        assert isinstance(ours, PostField)  # noqa: S101
        ours.narrow(agency=self.contact.record.owner)


class SettleForm(EntryForm):
    outcome = pick(
        "How did it end?",
        [(o.value, disagreeing.OUTCOME_WORDS[o]) for o in disagreeing.Outcome],
        "Say how it ended.",
    )
    answer = box("The answer, as the referrer reads it", "Write the answer.")


class SameForm(EntryForm):
    same = pick("Is it the same household?", [("yes", "The same"), ("no", "Not the same")],
                "Say whether it is the same household.")  # fmt: skip
    why = line("If not: why", most=300)

    @property
    def answers(self) -> dict[str, Any]:
        return {**self.cleaned_data, "same": self.cleaned_data["same"] == "yes"}


class ReferrerForm(EntryForm):
    reason = box("Why, in words for the referrer", rows=3)
