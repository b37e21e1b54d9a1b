"""Forms about a body: open it, change it, end it, its terms, its links."""

from django import forms

from holdfast.board.partnership.forms.fields import (
    AboutForm,
    PostField,
    bodies_of,
    lines_of,
    posts_of,
    text,
    words,
)
from holdfast.board.partnership.models import Body
from holdfast.board.partnership.rules.words import KIND_WORDS, BodyKind
from holdfast.kernel.ui.dates import DateField


class WhatBodyForm(AboutForm):
    name = words(label="Name", most=120)
    purpose = text(label="What it is for", most=500)
    reports_to = forms.ModelChoiceField(
        label="Reports to", queryset=Body.objects.none(), required=False
    )
    meets_a_year = forms.IntegerField(
        label="Meetings a year", min_value=1, max_value=60, required=False
    )
    joint_with = words(label="Together with another board", most=120, required=False)


class OpenBodyForm(WhatBodyForm):
    """`about` is the area in which the body is opened."""

    code = words(label="Short code, such as CSE", most=12)
    kind = forms.TypedChoiceField(
        label="What it is",
        choices=[(kind.value, said) for kind, said in KIND_WORDS.items()],
        coerce=BodyKind,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it is."},
    )
    follows = forms.ModelChoiceField(
        label="Follows an earlier body", queryset=Body.objects.none(), required=False
    )
    starts_on = DateField(label="First day", required=False)
    ends_on = DateField(
        label="Last day", required=False, help_text="A task and finish group has one."
    )
    field_order = ("code", "name", "kind", "purpose", "reports_to", "starts_on", "ends_on")

    def arrange(self) -> None:
        for name in ("reports_to", "follows"):
            self.offer(name, bodies_of(self.about))


class ChangeBodyForm(WhatBodyForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def arrange(self) -> None:
        body: Body = self.about
        self.offer("reports_to", bodies_of(body.record.area_id).exclude(pk=body.pk))
        self.show(
            name=body.name,
            purpose=body.purpose,
            reports_to=body.reports_to_id,
            meets_a_year=body.meets_a_year,
            joint_with=body.joint_with,
            seen=body.version,
        )


class EndBodyForm(AboutForm):
    ends_on = DateField(label="Last day")
    why = words(label="Why it ends", most=200)


class TermsForm(AboutForm):
    """The next version, beginning from the one in force."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    duties = text(label="Duties, one on each line", most=4000, required=False)
    text = text(label="Anything else the terms say", most=8000, required=False)
    agreed_on = DateField(label="Agreed on", required=False, help_text="Empty means today.")
    review_on = DateField(label="To be reviewed on", required=False)

    def arrange(self) -> None:
        last = self.about.terms.order_by("-number").first()
        if last is not None:
            self.show(duties="\n".join(last.duties), text=last.text)
        self.show(seen=last.number if last else 0)

    def clean_duties(self) -> list[str]:
        return lines_of(self.cleaned_data["duties"])


class LinkForm(AboutForm):
    name = words(label="Name of the body", most=120)
    what = text(label="What it is to the board", most=300)
    represented_by = PostField(label="Who speaks for the board there", required=False)
    agreement = words(label="Agreement or protocol", most=200, required=False)
    starts_on = DateField(label="Since", required=False)

    def arrange(self) -> None:
        self.offer("represented_by", posts_of(self.about.record.area_id))


class EndLinkForm(AboutForm):
    ends_on = DateField(label="Last day")
