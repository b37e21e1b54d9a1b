"""What is typed when a discussion is called and when it is written down in the room."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Sector
from holdfast.kernel.records.models import Audience
from holdfast.kernel.ui.dates import DateField
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.access import INVITED
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.enquiries.rules import Decision, Present
from holdfast.practice.enquiries.transitions import PartTold, PromiseTold

PROMISES = 3
MORE_AGENCIES = 2
AUDIENCES = [
    (Audience.ROOM.value, "For this discussion only"),
    (Audience.AGENCIES.value, "For the agencies that work with the child"),
]
CORE = (Sector.SOCIAL_CARE, Sector.POLICE, Sector.HEALTH)


def invitable(area: Area) -> Any:
    """Return the posts that can be invited, by agency."""
    found = Post.objects.filter(agency__area=area, role__in=[role.value for role in INVITED])
    return found.select_related("agency").order_by("agency__name", "title")


class SeenForm(forms.Form):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, discussion: StrategyDiscussion) -> None:
        super().__init__(data, initial={"seen": discussion.record.version})


class CallForm(forms.Form):
    def __init__(self, data: Any = None, *, child: Child, others: list[Child], area: Area) -> None:
        super().__init__(data)
        names = [(str(one.pk), one.known_as) for one in (child, *others)]
        self.fields["children"] = forms.MultipleChoiceField(
            label="Which children is it about?", choices=names, initial=[str(child.pk)],
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
        self.fields["why"] = forms.CharField(
            label="Why is significant harm feared?", widget=forms.Textarea
        )
        self.fields["invited"] = forms.ModelMultipleChoiceField(
            invitable(area), label="Whom do you invite?", required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="They see the meeting and nothing else. Their e-mail names no child.",
        )  # fmt: skip


class InviteForm(forms.Form):
    def __init__(self, data: Any = None, *, area: Area) -> None:
        super().__init__(data)
        self.fields["posts"] = forms.ModelMultipleChoiceField(
            invitable(area), label="Whom do you invite?", widget=forms.CheckboxSelectMultiple
        )


class TimeForm(forms.Form):
    """A day and a time of it."""

    day = DateField(label="Which day?")
    hour = forms.TimeField(label="What time?", help_text="Such as 14:30.")

    def moment(self) -> datetime:
        typed = self.cleaned_data
        return at(typed["day"], typed["hour"])


class BegunForm(TimeForm):
    """When the child was first seen for the enquiry."""


class CancelForm(SeenForm):
    why = forms.CharField(label="Why is no discussion held?", widget=forms.Textarea)


class HoldForm(SeenForm, TimeForm):
    """The record of a discussion: agencies first, then the decision, then who does what."""

    def __init__(self, data: Any = None, *, discussion: StrategyDiscussion, area: Area) -> None:
        super().__init__(data, discussion=discussion)
        self.fields["how"] = forms.CharField(
            label="How was it held?", max_length=120, help_text="Such as: by telephone."
        )
        known = Agency.objects.filter(area=area).order_by("name")
        first = [p.source for p in discussion.parts.all()]
        have = {agency.sector for agency in first}
        owner = discussion.record.owner
        first += [owner] if owner not in first and owner.sector not in have else []
        self.rows = len(first) + MORE_AGENCIES + len([s for s in CORE if s not in have]) // 2
        for n in range(1, self.rows + 1):
            self._ask(n, known, first[n - 1] if n <= len(first) else None)
        self._decide()
        for n in range(1, PROMISES + 1):
            self._promise(n, area)

    def _ask(self, n: int, known: Any, agency: Agency | None) -> None:
        self.fields[f"agency{n}"] = forms.ModelChoiceField(
            known, label=f"Agency {n}", required=False, initial=agency
        )
        self.fields[f"who{n}"] = forms.CharField(
            label=f"Who for agency {n}", max_length=120, required=False,
            help_text="Their role, such as: detective sergeant.",
        )  # fmt: skip
        self.fields[f"present{n}"] = forms.ChoiceField(
            label=f"How did agency {n} take part?", required=False,
            choices=[("", "Not said"), *((p.value, p.value.capitalize()) for p in Present)],
        )  # fmt: skip
        self.fields[f"brought{n}"] = forms.CharField(
            label=f"What agency {n} brought", widget=forms.Textarea, required=False
        )
        self.fields[f"audience{n}"] = forms.ChoiceField(
            label=f"How far may what agency {n} brought go?", choices=AUDIENCES
        )
        self.fields[f"audience{n}"].required = False

    def _decide(self) -> None:
        words = [(d.value, w) for d, w in rules.DECISION_WORDS.items()]
        self.fields["decision"] = forms.ChoiceField(
            label="What was decided?", choices=words, widget=forms.RadioSelect
        )
        more = {
            "why": ("Why, and what was weighed against it?", True),
            "not_quorate_why": (
                "If social care, police or health took no part: why did it not wait?", False),
            "protection": ("What protects a child at once?", False),
            "dissent": ("Who saw it otherwise, and why?", False),
        }  # fmt: skip
        for name, (label, required) in more.items():
            self.fields[name] = forms.CharField(
                label=label, widget=forms.Textarea, required=required
            )

    def _promise(self, n: int, area: Area) -> None:
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        self.fields[f"what{n}"] = forms.CharField(
            label=f"Action {n}", max_length=200, required=False
        )
        self.fields[f"owner{n}"] = forms.ModelChoiceField(
            posts.order_by("agency__name", "title"), label=f"Who does action {n}?", required=False
        )
        self.fields[f"due{n}"] = DateField(label=f"Action {n} by when", required=False)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for n in range(1, self.rows + 1):
            more = self.fields[f"agency{n}"].initial is None or typed.get(f"brought{n}")
            if more and typed.get(f"agency{n}") and not typed.get(f"present{n}"):
                self.add_error(f"present{n}", f"Say how agency {n} took part.")
        for n in range(1, PROMISES + 1):
            given = [bool(typed.get(f"{name}{n}")) for name in ("what", "owner", "due")]
            if any(given) and not all(given):
                self.add_error(f"what{n}", f"Action {n} needs what, who and by when.")
        return typed

    def told(self) -> dict[str, Any]:
        """Return what the verb takes."""
        typed = self.cleaned_data
        keep = ("how", "why", "not_quorate_why", "protection", "dissent", "seen")
        return {name: typed[name] for name in keep} | {
            "held_at": self.moment(),
            "decision": Decision(typed["decision"]),
            "parts": [self._part(n) for n in range(1, self.rows + 1) if self._said(n)],
            "promises": [
                PromiseTold(typed[f"what{n}"], typed[f"owner{n}"], typed[f"due{n}"])
                for n in range(1, PROMISES + 1)
                if typed[f"what{n}"]
            ],
        }

    def _said(self, n: int) -> bool:
        return bool(self.cleaned_data[f"agency{n}"] and self.cleaned_data[f"present{n}"])

    def _part(self, n: int) -> PartTold:
        typed = self.cleaned_data
        return PartTold(
            agency=typed[f"agency{n}"],
            present=Present(typed[f"present{n}"]),
            who=typed[f"who{n}"],
            brought=typed[f"brought{n}"],
            audience=Audience(typed[f"audience{n}"] or Audience.ROOM.value),
        )


def at(day: date, hour: time) -> datetime:
    return timezone.make_aware(datetime.combine(day, hour), timezone.get_default_timezone())
