"""Forms that begin an assessment. Which kind it is, the law says: nobody chooses it."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField, read_date
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.assessments.access import WRITERS
from holdfast.practice.assessments.transitions import AssessedTold
from holdfast.practice.children.access import STORY
from holdfast.practice.children.models import Child

WRITER_ROLES = [role.value for role in WRITERS]
A_LINE = "Line {number} should be a name, a comma and a day, such as Leah Sorrell, 3 May 2004."
NO_SUCH = "Line {number}: no child here has this reference. Look at the child’s page again."
REFERENCE = re.compile(r"C-\d{4}-\d{4,8}", re.IGNORECASE)
UNBORN = "due"


class StartForm(forms.Form):
    """What every start asks: what to find out, by whom, and whether the family knows."""

    asked = box(
        "What it is to find out",
        "Say what it is to find out.",
        hint="One or two sentences that the family could read.",
    )
    worker = PostField("Who writes it", "Choose a social worker.")
    review_on = DateField(label="When you look at it together", required=False)
    family_told = pick(
        "Was the family told that it begins?",
        [("yes", "Yes"), ("no", "No")],
        "Say whether the family was told.",
    )
    why_not_told = line("If not, why not", most=300)

    def __init__(self, *args: Any, own: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_writers(self, "worker", own)

    def clean_family_told(self) -> bool:
        return bool(self.cleaned_data["family_told"] == "yes")

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("family_told") is False and not told.get("why_not_told"):
            self.add_error("why_not_told", "Say why the family was not told.")
        return told


class BeginForm(StartForm):
    """New: the day of the referral, and each child on a line."""

    received_on = DateField(label="The day of the referral")
    children = box(
        "Which children, one on a line",
        "Name at least one child.",
        hint="The reference of the child’s record, such as C-2013-0001. Where there is none yet: "
        "Leah Sorrell, 3 May 2004, or for one not born yet: Baby Farrant, due 19 October 2013.",
    )

    def __init__(self, *args: Any, today: date, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, own=post.agency_id, **kwargs)
        self.today, self.post = today, post
        self.order_fields(["received_on", "children"])

    def clean_received_on(self) -> date:
        on: date = self.cleaned_data["received_on"]
        if on > self.today:
            raise ValidationError("The day of the referral has not come yet.")
        return on

    def clean_children(self) -> list[AssessedTold]:
        lines = [one.strip() for one in self.cleaned_data["children"].splitlines()]
        return [self._child(one, number) for number, one in enumerate(filter(None, lines), 1)]

    def _child(self, line: str, number: int) -> AssessedTold:
        """A child by its record, if this post may see it; or as told."""
        if not REFERENCE.fullmatch(line):
            return read_child(line, number)
        mine = Child.objects.visible_to(self.post, section=STORY).standing()
        child = mine.filter(record__reference=line.upper()).select_related("record").first()
        if child is None:
            raise ValidationError(NO_SUCH.format(number=number))
        return AssessedTold.of(child)


class FollowForm(StartForm):
    """What follows an assessment: for which of its children."""

    children = forms.MultipleChoiceField(
        label="Which children",
        error_messages={"required": "Choose at least one child."},
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, children: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "children", children)
        self.order_fields(["children"])


def read_child(line: str, number: int) -> AssessedTold:
    """Read a child from a line, or say which line is wrong and how it should be."""
    name, _, rest = line.rpartition(",")
    words = re.split(r"[\s/.-]+", rest.strip())
    unborn = words[0].lower() == UNBORN
    parts = words[1:] if unborn else words
    day = read_date(*parts) if len(parts) == 3 else None
    if not name.strip() or day is None or len(name) > 120:
        raise ValidationError(A_LINE.format(number=number))
    born, due = (None, day) if unborn else (day, None)
    return AssessedTold(name.strip(), born_on=born, due_on=due)


def offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101
    field.choices = choices


def offer_writers(form: forms.Form, name: str, own: int) -> None:
    """Offer the social workers of an agency."""
    field = form.fields[name]
    assert isinstance(field, PostField)  # noqa: S101
    field.narrow(role__in=WRITER_ROLES, agency=own)
