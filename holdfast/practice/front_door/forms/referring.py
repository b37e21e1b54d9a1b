"""A referral: what a decision needs and no more. Most of it may stay empty."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone

from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door.rules import law
from holdfast.practice.front_door.transitions import ReportTold

MOST_CHILDREN = 4
OLDEST = 17
TOLD = [(t.value, law.TOLD_FAMILY[t]) for t in law.Told]


class ChildrenForm(forms.Form):
    """The children of a report: the first by name, brothers and sisters if there are any."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_CHILDREN + 1):
            who = "The child" if number == 1 else f"Brother or sister {number - 1}"
            self.fields[f"forename_{number}"] = line(f"{who}: first name", most=60)
            self.fields[f"surname_{number}"] = line(f"{who}: surname", most=60)
            self.fields[f"born_{number}"] = DateField(
                label=f"{who}: date of birth, or the day it is due", required=False
            )
            self.fields[f"age_{number}"] = forms.IntegerField(
                label=f"{who}: or about how old", min_value=0, max_value=OLDEST, required=False
            )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not (told.get("forename_1") or told.get("surname_1")):
            self.add_error("forename_1", "Say which child, as you know him or her.")
        return told

    def children_told(self, *, at: datetime) -> tuple[ChildTold, ...]:
        told = self.cleaned_data
        found = []
        for number in range(1, MOST_CHILDREN + 1):
            names = [told.get(f"{part}_{number}", "") for part in ("forename", "surname")]
            if not any(names):
                continue
            day = told.get(f"born_{number}")
            unborn = day is not None and day > timezone.localdate(at)
            found.append(
                ChildTold(
                    names[0], names[1] or told.get("surname_1", ""),
                    born_on=None if unborn else day, due_on=day if unborn else None,
                    age=told.get(f"age_{number}"), school=told.get("school", ""),
                )
            )  # fmt: skip
        return tuple(found)


class ReferForm(ChildrenForm):
    """A professional refers, or the hub writes down what somebody tells."""

    worry = box(
        "What are you worried about?", "Say what the worry is, in a sentence at least.", rows=6,
        hint="What you saw or heard, when, and the child’s own words if there are any.",
    )  # fmt: skip
    safe = line("Is the child safe now, and until when?", most=200)
    wants = box("What do you hope will happen?", rows=2)
    address = line("Address", most=200)
    postcode = line("Postcode", most=10)
    school = line("School or nursery")
    told = pick("Does the family know that you tell us?", TOLD)
    why_not_told = line(
        "If not: why", most=300, hint="Such as: telling them could put the child in danger."
    )
    told_by = PostField("Who tells it, if they sign in here")
    referrer = line("Who tells it, and how to reach them", most=200)
    received_on = DateField(label="The day it came", required=False)
    received_time = forms.TimeField(label="The time it came, such as 21:05", required=False)

    HUB_ONLY = ("told_by", "referrer", "received_on", "received_time")

    def __init__(self, *args: Any, hub: bool, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hub, self.now = hub, now
        if not hub:
            for name in self.HUB_ONLY:
                del self.fields[name]
        first = ["forename_1", "surname_1", "born_1", "age_1", "worry", "safe"]
        self.order_fields([*first, *(name for name in self.fields if name not in first)])

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("told") == law.Told.NO and not told.get("why_not_told"):
            self.add_error("why_not_told", "Say why the family does not know.")
        return told

    @property
    def report(self) -> ReportTold:
        told = self.cleaned_data
        post: Post | None = told.get("told_by")
        return ReportTold(
            children=self.children_told(at=self.now), worry=told["worry"], safe=told["safe"],
            wants=told["wants"], address=told["address"], postcode=told["postcode"],
            told=told["told"], why_not_told=told["why_not_told"], told_by=post,
            referrer=told.get("referrer", ""), received_at=self._received(),
            channel=law.Channel.TELEPHONE if self.hub else law.Channel.FORM,
        )  # fmt: skip

    def _received(self) -> datetime | None:
        day = self.cleaned_data.get("received_on")
        if day is None:
            return None
        at = self.cleaned_data.get("received_time") or time(9, 0)
        return min(timezone.make_aware(datetime.combine(day, at)), self.now)


class PublicForm(ChildrenForm):
    """Anybody tells of a child. A name is not needed."""

    worry = box("What are you worried about?", "Say what the worry is.", rows=6)
    address = line("Where the child lives, or where you saw it", most=200)
    postcode = line("Postcode", most=10)
    referrer = line("Your name and how to reach you, if you like", most=200)
    website = forms.CharField(required=False, label="Leave this empty")

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        if told.get("website"):
            self.add_error(None, "This could not be sent. Ring the number on this page.")
        return told

    def report(self, *, at: datetime) -> ReportTold:
        told = self.cleaned_data
        return ReportTold(
            children=self.children_told(at=at), worry=told["worry"], address=told["address"],
            postcode=told["postcode"], referrer=told["referrer"], public=True,
            channel=law.Channel.PUBLIC,
        )  # fmt: skip


class BatchForm(forms.Form):
    channel = pick(
        "What is it?",
        [(c.value, law.CHANNEL_WORDS[c]) for c in (law.Channel.POLICE, law.Channel.OUT_OF_HOURS)],
        "Say what the file is.",
    )
    file = forms.FileField(
        label="The file, as CSV", error_messages={"required": "Choose the file."}
    )
