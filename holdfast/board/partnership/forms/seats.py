"""Forms about a seat: who sits, who deputises, lay terms, inductions, declarations."""

from django import forms

from holdfast.board.partnership.forms.fields import (
    AboutForm,
    AgencyForm,
    PostField,
    agencies_of,
    posts_of,
    text,
    words,
)
from holdfast.board.partnership.models import LayTerm, Seat
from holdfast.board.partnership.rules.words import (
    CAPACITY_WORDS,
    DECLARED_WORDS,
    Capacity,
    Declared,
)
from holdfast.kernel.directory.models import Agency
from holdfast.kernel.ui.dates import DateField


class SittingForm(AboutForm):
    capacity = forms.TypedChoiceField(
        label="Sits as",
        choices=[(one.value, said) for one, said in CAPACITY_WORDS.items()],
        coerce=Capacity,
        widget=forms.RadioSelect,
        error_messages={"required": "Say in what capacity the post sits."},
    )
    partner = forms.BooleanField(
        label="It is the seat of a safeguarding partner (since 2019)", required=False
    )
    starts_on = DateField(label="First day", required=False)


class SeatForm(SittingForm):
    """`about` is the body."""

    post = PostField(label="Post")
    represents = forms.ModelChoiceField(
        label="Speaks for",
        queryset=Agency.objects.none(),
        required=False,
        help_text="Leave it empty if it speaks for its own agency.",
    )
    field_order = ("post", "capacity", "represents", "partner", "starts_on")

    def arrange(self) -> None:
        self.offer("post", posts_of(self.about.record.area_id))
        self.offer("represents", agencies_of(self.about.record.area_id))


class NewSeatForm(SittingForm, AgencyForm):
    title = words(
        label="Title of the new post",
        most=120,
        help_text="Never a person's name. It is vacant until somebody is appointed to it.",
    )
    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.none(),
        error_messages={"required": "Choose the agency that fills it."},
    )
    field_order = ("title", "agency", "capacity", "partner", "starts_on")


class EndSeatForm(AboutForm):
    ends_on = DateField(label="Last day")
    why = words(label="Why it ends", most=200)


class DeputyForm(AboutForm):
    post = PostField(label="Deputy")
    starts_on = DateField(label="First day", required=False, help_text="Empty means today.")

    def arrange(self) -> None:
        self.offer("post", posts_of(self.about.body.record.area_id).exclude(pk=self.about.post_id))


class EndDeputyForm(AboutForm):
    ends_on = DateField(label="Last day")


class SeatsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Seat) -> str:
        return f"{obj.post.title}, {obj.represents.name}"


class MentorField(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Seat) -> str:
        return f"{obj.post.title}, {obj.body.name}"


class InductionForm(AboutForm):
    """`about` is the body."""

    seats = SeatsField(
        label="Who was inducted",
        queryset=Seat.objects.none(),
        error_messages={"required": "Choose at least one seat."},
    )
    held_on = DateField(label="Held on")
    what = words(label="What it was", most=200)
    booklet = forms.BooleanField(label="The induction booklet was given", required=False)

    def arrange(self) -> None:
        seats = Seat.objects.filter(body=self.about, ends_on__isnull=True)
        self.offer("seats", seats.select_related("post", "represents"))


class LayTermForm(AboutForm):
    """`about` is a lay member's seat."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    starts_on = DateField(label="Term begins")
    ends_on = DateField(label="Term ends", required=False)
    mentor = MentorField(label="Mentor", queryset=Seat.objects.none(), required=False)
    agreement_signed_on = DateField(label="Confidentiality agreement signed on", required=False)
    review_on = DateField(
        label="Term is reviewed on",
        required=False,
        help_text="A day ahead becomes a task of yours, with that date.",
    )
    readvertise_on = DateField(label="Advertise again on", required=False)

    def arrange(self) -> None:
        seat: Seat = self.about
        others = Seat.objects.filter(
            body__record__area=seat.body.record.area_id, ends_on__isnull=True
        ).exclude(post=seat.post_id)
        self.offer("mentor", others.select_related("post", "body").order_by("body__name", "pk"))
        term: LayTerm | None = getattr(seat, "lay_term", None)
        self.show(seen=term.version if term else 0)
        if term is not None:
            names = ("starts_on", "ends_on", "agreement_signed_on", "review_on", "readvertise_on")
            self.show(**{name: getattr(term, name) for name in names}, mentor=term.mentor_id)


class LayReviewForm(AboutForm):
    """`about` is a lay member's term whose review waits."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    found = text(label="What the review found", most=300)
    held_on = DateField(label="Held on")
    ends_on = DateField(
        label="The term now ends on", required=False, help_text="Empty leaves it as it is."
    )
    next_on = DateField(
        label="Next review on",
        required=False,
        help_text="A day ahead becomes a task of yours, with that date.",
    )

    def arrange(self) -> None:
        self.show(seen=self.about.version)


class DeclareForm(AboutForm):
    """`about` is the seat."""

    sort = forms.TypedChoiceField(
        label="What is declared",
        choices=[(one.value, said) for one, said in DECLARED_WORDS.items()],
        coerce=Declared,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what is declared, or that there is nothing."},
    )
    what = words(
        label="In words",
        most=200,
        required=False,
        help_text="An interest or another board. Leave it empty if there is nothing to declare.",
    )
    since = DateField(label="Since", required=False)


class EndInterestForm(AboutForm):
    ended_on = DateField(label="It was over on")
