"""What may be typed about one return, by the board's manager."""

from typing import Any

from django import forms

from holdfast.board.section11.forms.asked import posts, words
from holdfast.board.section11.models import (
    AgencyReturn,
    Challenge,
)
from holdfast.board.section11.rules.states import ChallengeKind, Reply
from holdfast.engines.standards.models import Standard
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField


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
    reason = words("Who searched for what, or why it is refused")

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data, found=found)
        if found.request_id:
            for name in ("reply", "sent_on", "reason"):
                del self.fields[name]


class ReasonForm(ReturnForm):
    reason = words("Why")


class SendBackForm(ReturnForm):
    words = words("What is to be clarified")


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
    first = words("Question", most=500)
    second = words("Second question", required=False, most=500)
    third = words("Third question", required=False, most=500)

    def __init__(self, data: Any = None, *, found: AgencyReturn) -> None:
        super().__init__(data, found=found)
        members = posts(found.cycle).filter(agency=found.agency_id, role=Role.BOARD_MEMBER)
        self.fields["asked"].queryset = members  # type: ignore[attr-defined]


class AnswerForm(ReturnForm):
    outcome = words("What was answered, and what came of it", most=500)


class _Put(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Challenge) -> str:
        return f"{obj.kind}: {' '.join(obj.asked)}"[:120]


class ActionForm(ReturnForm):
    what = words("What is promised")
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
        self.fields["owner"].queryset = posts(found.cycle)  # type: ignore[attr-defined]
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
    text = words("What is added", most=2000)
