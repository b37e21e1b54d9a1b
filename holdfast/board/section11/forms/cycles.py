"""What may be typed about a cycle."""

from datetime import date
from typing import Any

from django import forms

from holdfast.board.section11.forms.asked import posts, words
from holdfast.board.section11.models import (
    Cluster,
    Cycle,
)
from holdfast.board.section11.rules.package_file import BadPackage, Package, read_package
from holdfast.engines.standards.models import Edition
from holdfast.engines.standards.rules.planned import Sort
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField


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
            "lead": posts(cycle),
            "sign_off": posts(cycle),
        }
        for name, queryset in chosen.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]


class PanelSeatForm(CycleForm):
    post = forms.ModelChoiceField(label="Member of the board", queryset=Post.objects.none())

    def __init__(self, data: Any = None, files: Any = None, *, cycle: Cycle) -> None:
        super().__init__(data, files, cycle=cycle)
        members = posts(cycle).filter(role__in=[Role.BOARD_MEMBER, Role.BOARD_CHAIR])
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
    annex = words(
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
