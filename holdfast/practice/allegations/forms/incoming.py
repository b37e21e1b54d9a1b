"""What comes from outside: a referral, an update, a letter's answer; and the room's rota."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import Role, Sector, choices
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.allegations.forms.base import PostField, box, line, pick
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.transitions import AdultTold, ChildTold, ConcernTold

CATEGORIES = [(c.value, law.CATEGORY_WORDS[c]) for c in law.Category]
OLDEST_CHILD = 17
ROTA_DAYS = 14


class ReferForm(forms.Form):
    """Any agency's post tells the LADO. Plain questions, in the order one would tell it."""

    today: date

    name = line("The adult's name", "Give the adult's name.")
    other_names = line("Other names you know of", hint="Separated by commas", most=300)
    born_on = DateField(label="Date of birth, if you know it", required=False)
    work = line("What work with children he or she does", "Say what the work is.")
    volunteer = forms.BooleanField(label="As a volunteer", required=False)
    employer = line("Who employs him or her, or runs the activity", "Name the employer.", most=200)
    sector = pick(
        "What kind of employer", choices(Sector), "Choose the kind of employer.", radios=False
    )
    employer_post = PostField("The employer's post here, if it is listed")
    category = pick("What kind of concern", CATEGORIES, "Choose the kind of concern.")
    account = box(
        "What is said to have happened",
        "Write what is said to have happened.",
        hint="In the words of the person who says it. It is an account, not a finding.",
        rows=6,
    )
    whose_words = line("Whose words these are", "Say whose words these are.")
    place = line("Where")
    happened_on = DateField(label="When it happened", required=False)
    known_on = DateField(label="When your agency first knew")
    child_known_as = line("The child, as you know him or her", "Say which child.", most=60)
    child_age = forms.IntegerField(
        label="Age", min_value=0, max_value=OLDEST_CHILD, required=False
    )
    child_needs = line("Anything that matters for speaking with the child", most=200)
    child_words = box("What the child said, in the child's words", rows=3)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_known_on(self) -> date:
        known: date = self.cleaned_data["known_on"]
        if known > self.today:
            raise ValidationError("That day has not come yet. Give the day you first knew.")
        return known

    @property
    def adult(self) -> AdultTold:
        told = self.cleaned_data
        return AdultTold(
            name=told["name"],
            other_names=tuple(n.strip() for n in told["other_names"].split(",") if n.strip()),
            born_on=told["born_on"],
            work=told["work"],
            employer=told["employer"],
            sector=told["sector"],
            employer_post=told["employer_post"],
            volunteer=told["volunteer"],
        )

    @property
    def concern(self) -> ConcernTold:
        told = self.cleaned_data
        return ConcernTold(
            category=law.Category(told["category"]),
            account=told["account"],
            whose_words=told["whose_words"],
            place=told["place"],
            happened_on=told["happened_on"],
        )

    @property
    def child(self) -> ChildTold:
        told = self.cleaned_data
        return ChildTold(
            known_as=told["child_known_as"],
            age=told["child_age"],
            needs=told["child_needs"],
            words=told["child_words"],
        )


class UpdateForm(forms.Form):
    on = DateField(label="The day it happened")
    text = box("How your part stands", "Write how your part stands.", rows=6)


class WrittenForm(forms.Form):
    text = box("Your referral in writing", "Write the referral.", rows=8)


class NewDateForm(forms.Form):
    new_on = DateField(label="The new date")
    reason = line("Why the old one cannot be kept", "Say why.", most=300)


class DutyForm(forms.Form):
    """Who covers each of the next two weeks' days. A day left empty keeps what it has."""

    phone = line("Number to ring", most=30)

    def __init__(
        self, *args: Any, today: date, agency: Agency, held: Mapping[date, Post], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.days = [today + timedelta(days=n) for n in range(ROTA_DAYS)]
        chairs = Post.objects.filter(role=Role.CHILD_PROTECTION_CHAIR, agency=agency)
        for day in self.days:
            field = PostField(day_words(day))
            field.help_text = f"Now: {held[day].title}" if day in held else "Nobody yet"
            field.queryset = chairs.select_related("agency")
            self.fields[day.isoformat()] = field

    @property
    def turns(self) -> dict[date, Post]:
        chosen = {day: self.cleaned_data[day.isoformat()] for day in self.days}
        return {day: post for day, post in chosen.items() if post is not None}
