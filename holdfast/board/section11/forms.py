"""What may be typed about a cycle or a return. Forms check shape; the verbs check the rest."""

from datetime import date
from typing import Any

from django import forms

from holdfast.board.section11.models import AgencyReturn, Challenge, Cluster, Cycle, Survey
from holdfast.board.section11.rules.package_file import BadPackage, Package, read_package
from holdfast.board.section11.rules.states import ChallengeKind, Reply
from holdfast.board.section11.rules.survey import Answer
from holdfast.engines.standards.models import Edition, Grade, Standard
from holdfast.engines.standards.rules.planned import Sort
from holdfast.engines.standards.rules.scales import RAG, Apart
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField


def _words(label: str, *, required: bool = True, most: int = 300, hint: str = "") -> Any:
    return forms.CharField(
        label=label, required=required, max_length=most, widget=forms.Textarea, help_text=hint
    )


class FrameForm(forms.Form):
    """A new cycle on an approved self-assessment of the area."""

    year = forms.RegexField(
        r"^20\d\d/\d\d$", label="Year", max_length=7, help_text="Such as 2013/14."
    )
    edition = forms.ModelChoiceField(label="Framework", queryset=Edition.objects.none())
    opens_on = DateField(label="Opens")
    closes_on = DateField(label="Returns are due")
    with_voice = forms.BooleanField(
        label="Ask the optional standard on children's voice too", required=False, initial=True
    )

    def __init__(self, data: Any = None, *, area: int | None, on: date) -> None:
        super().__init__(data)
        mine = Edition.objects.filter(
            framework__sort=Sort.SELF_ASSESSMENT, framework__record__area=area
        )
        self.fields["edition"].queryset = (  # type: ignore[attr-defined]
            mine.in_force(on=on).select_related("framework")
        )


class CycleForm(forms.Form):
    """A form about one cycle, which tells it what can be chosen."""

    def __init__(self, data: Any = None, files: Any = None, *, cycle: Cycle) -> None:
        super().__init__(data, files)
        self.cycle = cycle


class ClusterForm(CycleForm):
    name = forms.CharField(label="Cluster", max_length=80)
    executive_on = DateField(label="Its slot at the executive")


def _posts(cycle: Cycle) -> Any:
    here = Post.objects.filter(agency__area=cycle.record.area_id).select_related("agency")
    return here.order_by("agency__name", "title")


class ExpectForm(CycleForm):
    cluster = forms.ModelChoiceField(label="Cluster", queryset=Cluster.objects.none())
    agency = forms.ModelChoiceField(label="Agency", queryset=Agency.objects.none())
    service = forms.CharField(label="Service, where an agency has several returns",
                              max_length=120, required=False)  # fmt: skip
    lead = forms.ModelChoiceField(
        label="Lead author", queryset=Post.objects.none(), required=False
    )
    sign_off = forms.ModelChoiceField(
        label="Executive who signs it", queryset=Post.objects.none(), required=False
    )

    def __init__(self, data: Any = None, files: Any = None, *, cycle: Cycle) -> None:
        super().__init__(data, files, cycle=cycle)
        agencies = Agency.objects.filter(area=cycle.record.area_id).order_by("name")
        chosen = {
            "cluster": cycle.clusters.all(),
            "agency": agencies,
            "lead": _posts(cycle),
            "sign_off": _posts(cycle),
        }
        for name, queryset in chosen.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]


class PanelSeatForm(CycleForm):
    post = forms.ModelChoiceField(label="Member of the board", queryset=Post.objects.none())

    def __init__(self, data: Any = None, files: Any = None, *, cycle: Cycle) -> None:
        super().__init__(data, files, cycle=cycle)
        members = _posts(cycle).filter(role__in=[Role.BOARD_MEMBER, Role.BOARD_CHAIR])
        self.fields["post"].queryset = members  # type: ignore[attr-defined]


class ClaimForm(CycleForm):
    claimed = forms.CharField(label="What was claimed", max_length=120)
    source = forms.CharField(label="Where", max_length=200)


class CloseForm(CycleForm):
    pass


class CarryInForm(CycleForm):
    """A signed copy of a return from another borough's board."""

    cluster = forms.ModelChoiceField(label="Cluster", queryset=Cluster.objects.none())
    file = forms.FileField(label="The signed copy")
    annex = _words(
        "What is different in this borough", required=False, most=2000,
        hint="Written by the agency for this board. Leave it empty if nothing is.",
    )  # fmt: skip

    def __init__(self, data: Any = None, files: Any = None, *, cycle: Cycle) -> None:
        super().__init__(data, files, cycle=cycle)
        self.fields["cluster"].queryset = cycle.clusters.all()  # type: ignore[attr-defined]

    def clean_file(self) -> Package:
        sent = self.cleaned_data["file"]
        if sent.size > 2_000_000:
            raise forms.ValidationError("The file is too large to be a signed copy.")
        try:
            return read_package(sent.read())
        except BadPackage as wrong:
            raise forms.ValidationError(str(wrong)) from None


class SurveyForm(CycleForm):
    opens_on = DateField(label="Opens")
    closes_on = DateField(label="Closes")


class ReturnForm(forms.Form):
    """A form about one return. It carries the version that its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data)
        self.found = found
        self.fields["seen"].initial = found.version


class PlainForm(ReturnForm):
    pass


class TakeInForm(ReturnForm):
    """What came by Holdfast is taken in as it was sent; what came otherwise is said here."""

    reply = forms.ChoiceField(label="What came", widget=forms.RadioSelect,
                              choices=[(Reply.NIL.value, "A nil return"),
                                       (Reply.REFUSED.value, "A refusal")])  # fmt: skip
    sent_on = DateField(label="When it came")
    reason = _words("Who searched for what, or why it is refused")

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data, found=found)
        if found.request_id:
            for name in ("reply", "sent_on", "reason"):
                del self.fields[name]


class ReasonForm(ReturnForm):
    reason = _words("Why")


class SendBackForm(ReturnForm):
    words = _words("What is to be clarified")


class ChallengeForm(ReturnForm):
    kind = forms.ChoiceField(
        label="Where", choices=[(one.value, one.value.capitalize()) for one in ChallengeKind]
    )
    held_on = DateField(label="When")
    asked = forms.ModelChoiceField(
        label="Who is asked",
        queryset=Post.objects.none(),
        required=False,
        help_text="A member of the board from this agency. Without one, the agency is asked in "
        "words and its reply is written down here.",
    )
    first = _words("Question", most=500)
    second = _words("Second question", required=False, most=500)
    third = _words("Third question", required=False, most=500)

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data, found=found)
        members = _posts(found.cycle).filter(agency=found.agency_id, role=Role.BOARD_MEMBER)
        self.fields["asked"].queryset = members  # type: ignore[attr-defined]


class AnswerForm(ReturnForm):
    outcome = _words("What was answered, and what came of it", most=500)


class _Put(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Challenge) -> str:
        return f"{obj.kind}: {' '.join(obj.asked)}"[:120]


class ActionForm(ReturnForm):
    what = _words("What is promised")
    owner = forms.ModelChoiceField(label="Who promises it", queryset=Post.objects.none())
    due_on = DateField(label="By when")
    standard = forms.ModelChoiceField(
        label="Which standard it answers", queryset=Standard.objects.none(), required=False
    )
    challenge = _Put(
        label="Which challenge it answers", queryset=Challenge.objects.none(), required=False
    )

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data, found=found)
        self.fields["owner"].queryset = _posts(found.cycle)  # type: ignore[attr-defined]
        standards = found.cycle.edition.standards.all()
        self.fields["standard"].queryset = standards  # type: ignore[attr-defined]
        put = Challenge.objects.filter(found=found).for_page()
        self.fields["challenge"].queryset = put  # type: ignore[attr-defined]


class ConsentForm(ReturnForm):
    to = forms.CharField(label="Which board may have a copy", max_length=120)
    given_by = forms.CharField(
        label="Who agreed for the agency", max_length=120, help_text="A post, not a name."
    )
    given_on = DateField(label="When")


class AddendumForm(ReturnForm):
    text = _words("What is added", most=2000)


class FindingForm(forms.Form):
    """One criterion before the panel. What is left empty is not graded yet."""

    value = forms.ChoiceField(label="Moderated grade", required=False)
    reason = _words("Reason", required=False, most=500)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, grade: Grade) -> None:
        self.grade = grade
        first = {
            "value": grade.moderated_value,
            "reason": grade.reason,
            "seen": grade.version,
        }
        super().__init__(data, prefix=f"g{grade.pk}", initial=first)
        scale = grade.assessment.edition.scale or RAG
        apart = [(one.value, one.value.capitalize()) for one in Apart]
        choices = [("", "Not graded yet"), *scale.choices, *apart]
        self.fields["value"].choices = choices  # type: ignore[attr-defined]

    @property
    def changed(self) -> bool:
        said = (self.cleaned_data["value"], self.cleaned_data["reason"].strip())
        return bool(said[0] or said[1]) and said != (self.grade.moderated_value, self.grade.reason)


class StaffForm(forms.Form):
    """The staff survey: which agency one works for, and one answer to each standard."""

    agency = forms.TypedChoiceField(label="Which agency do you work for?", coerce=int)

    def __init__(self, data: Any = None, *, survey: Survey, asked: list[Standard]) -> None:
        super().__init__(data)
        self.asked = asked
        agencies = survey.cycle.returns.exclude(state="withdrawn").select_related("agency")
        found = [(one.pk, one.name) for one in agencies]
        self.fields["agency"].choices = [("", ""), *found]  # type: ignore[attr-defined]
        for one in asked:
            self.fields[f"s{one.pk}"] = forms.ChoiceField(
                label=f"{one.title}. {one.text}",
                choices=[(a.value, a.value.capitalize()) for a in Answer],
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def answers(self) -> dict[Standard, Answer]:
        """What was answered; a standard that was left out is not counted."""
        typed = {one: self.cleaned_data.get(f"s{one.pk}") for one in self.asked}
        return {one: Answer(value) for one, value in typed.items() if value}
