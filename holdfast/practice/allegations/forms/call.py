"""The call: what is typed while they talk, and what is looked for with it."""

from datetime import date, datetime
from typing import Any

from django import forms

from holdfast.kernel.directory.words import Sector, choices
from holdfast.kernel.ui.dates import DateField
from holdfast.practice.allegations.forms.base import PostField, box, line, needed, pick
from holdfast.practice.allegations.models import Allegation, Resemblance
from holdfast.practice.allegations.rules import law, likeness, procedure
from holdfast.practice.allegations.transitions import AdultTold, Call, ChildTold, ConcernTold

SAFE = [
    (procedure.Safety.YES.value, "Yes"),
    (procedure.Safety.NO.value, "No"),
    (procedure.Safety.NOT_KNOWN.value, "Not known"),
]
VIEWS = [
    (procedure.View.ADVICE.value, "Advice only"),
    (procedure.View.MET.value, "Met"),
    (procedure.View.LATER.value, "Decide later, with the police view"),
]
DECISIONS = [(d.value, str(d.label)) for d in Resemblance.Decision]


class FindForm(forms.Form):
    """Only the left half: the name as it was heard."""

    name = line("Name, as you heard it", "Type the name as you heard it.")
    work = line("Kind of work")
    born_on = DateField(label="Date of birth", required=False)

    @property
    def asked(self) -> likeness.Asked:
        told = self.cleaned_data
        return likeness.Asked(told["name"], told.get("work", ""), told.get("born_on"))


class DecidingForm(forms.Form):
    """A form that asks of each earlier record: the same person, not him, or later?"""

    def __init__(self, *args: Any, found: list[Allegation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        for one in found:
            self.fields[f"same-{one.record_id}"] = forms.ChoiceField(
                label="The same person?",
                choices=DECISIONS,
                required=False,
                widget=forms.RadioSelect,
            )

    def decided(self, decision: Resemblance.Decision) -> list[Allegation]:
        said = {one: self.cleaned_data.get(f"same-{one.record_id}") for one in self.found}
        return [one for one, value in said.items() if value == decision.value]

    def put_off(self, likely: set[int]) -> list[Allegation]:
        """Those to be decided later: said so, or likely and nothing was said."""
        said = {one: self.cleaned_data.get(f"same-{one.record_id}") for one in self.found}
        later = Resemblance.Decision.LATER.value
        return [o for o, v in said.items() if v == later or (not v and o.pk in likely)]


class LookForm(DecidingForm):
    """Looking again for an allegation that is there already."""

    why = box("Why: what agrees, or what does not", "Say what agrees, or what does not.", rows=3)


class CallForm(DecidingForm, FindForm):
    """Both halves. Every question that the caller can answer, and the advice."""

    caller = line("Who is ringing", "Say who is ringing.", most=200)
    caller_post = PostField("Their post, if they sign in here")
    employer = line("Who employs the adult", "Name the employer.", most=200)
    sector = pick(
        "What kind of employer", choices(Sector), "Choose the kind of employer.", radios=False
    )
    said = box("What they say, in their words", "Write what they say.", rows=5)
    category = pick(
        "What kind of concern",
        [(c.value, law.CATEGORY_WORDS[c]) for c in law.Category],
        "Choose the kind of concern.",
        radios=False,
    )
    child_known_as = line("The child, as they call him or her", "Say which child.", most=60)
    child_age = forms.IntegerField(label="Age", min_value=0, max_value=17, required=False)
    child_safe = pick("Is the child safe now?", SAFE, "Say whether the child is safe now.")
    advice = box("Your advice", "Write your advice: they get it in writing.", rows=6)
    view = pick("Threshold", VIEWS, "Say what you think of the threshold.")
    tests = forms.MultipleChoiceField(
        label="If it is met: which tests",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages=needed("Choose a test."),
    )

    def __init__(self, *args: Any, today: date, found: list[Allegation], **kwargs: Any) -> None:
        super().__init__(*args, found=found, **kwargs)
        tests = self.fields["tests"]
        assert isinstance(tests, forms.MultipleChoiceField)  # noqa: S101
        tests.choices = [(t.value, law.TEST_WORDS[t]) for t in law.tests_in_force(today)]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("view") == procedure.View.MET and not told.get("tests"):
            self.add_error("tests", "The threshold is met by a test. Choose which.")
        return told

    @property
    def adult(self) -> AdultTold:
        told = self.cleaned_data
        return AdultTold(
            name=told["name"],
            work=told["work"] or "work not known yet",
            employer=told["employer"],
            sector=told["sector"],
            employer_post=told["caller_post"],
            born_on=told["born_on"],
        )

    @property
    def concern(self) -> ConcernTold:
        told = self.cleaned_data
        return ConcernTold(law.Category(told["category"]), told["said"], told["caller"][:120])

    @property
    def child(self) -> ChildTold:
        return ChildTold(self.cleaned_data["child_known_as"], self.cleaned_data["child_age"])

    def call(self, *, rang_at: datetime) -> Call:
        told = self.cleaned_data
        post = told["caller_post"]
        return Call(
            caller=told["caller"],
            caller_sector=post.agency.sector if post else told["sector"],
            said=told["said"],
            child_safe=procedure.Safety(told["child_safe"]),
            advice=told["advice"],
            view=procedure.View(told["view"]),
            rang_at=rang_at,
            about=_about(told["work"]),
            caller_post=post,
            tests=tuple(law.Test(t) for t in told["tests"]),
        )

    def draft(self, *, rang_at: datetime) -> Call:
        """The call as far as it is typed, for the letter's preview. Nothing is checked yet."""
        typed = {name: str(self.data.get(name, "")) for name in ("caller", "advice", "work")}
        safe = self.data.get("child_safe") == procedure.Safety.YES
        return Call(
            caller=typed["caller"] or "the caller",
            caller_sector="",
            said="",
            child_safe=procedure.Safety.YES if safe else procedure.Safety.NOT_KNOWN,
            advice=typed["advice"],
            view=procedure.View.LATER,
            rang_at=rang_at,
            about=_about(typed["work"]),
        )


def _about(work: str) -> str:
    """What the letter calls the adult: the kind of work, never a name."""
    said = work.strip()
    if not said:
        return "somebody who works with children"
    return f"{'an' if said[:1].lower() in 'aeiou' else 'a'} {said}"
