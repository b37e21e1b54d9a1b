"""Telling of a child, following it up, and the public's own check of the law's tests."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.children.rules.told import years
from holdfast.practice.children.rules.words import Sex
from holdfast.practice.private_fostering.forms.base import YES_NO_UNKNOWN, EntryForm, known
from holdfast.practice.private_fostering.rules import defining, law, telling
from holdfast.practice.private_fostering.transitions import ChildTold, HomeTold, NoticeTold

OLDEST = 17
RELATIONS = [(r.value, law.RELATION_WORDS[r]) for r in law.Relation]
OPENING = [(n.value, telling.NOTICE_WORDS[n]) for n in telling.BEGINNINGS]
TELLERS = [(t.value, telling.TELLER_WORDS[t]) for t in telling.Teller]
WHYS = [(c.value, law.CIRCUMSTANCE_WORDS[c]) for c in law.Circumstance]
SEXES = [(Sex.FEMALE.value, "Girl"), (Sex.MALE.value, "Boy")]


class NotifyForm(forms.Form):
    """What a decision needs, in the order one would tell it. Most of it may be left empty."""

    kind = pick("What you know of", OPENING, "Choose what you know of.")
    forename = line("The child’s first name", "Give the child’s first name.", most=60)
    surname = line("Family name", most=60)
    born_on = DateField(label="Date of birth", required=False)
    age = forms.IntegerField(label="Or about how old", min_value=0, max_value=OLDEST,
                             required=False)  # fmt: skip
    sex = pick("Girl or boy", SEXES, radios=False)
    disabled = pick("Is the child disabled?", YES_NO_UNKNOWN)
    language = line("Language the child speaks best", most=60)
    culture = line("Culture and religion, as the family says it", most=200)
    school = line("School, college or nursery", most=120)
    carer = line("With whom the child lives or is to live", "Say with whom.", most=160)
    relation = pick("Who that is to the child", RELATIONS, "Say who that is.", radios=False)
    address = line("Address", most=200)
    postcode = line("Postcode", most=8)
    starts_on = DateField(label="Since when, or from when", required=False)
    until = DateField(label="Meant to last until", required=False)
    goes_on = pick("Is it meant to go on for 28 days or more?", YES_NO_UNKNOWN)
    circumstance = pick("Why the child is there", WHYS, radios=False)
    why = box("What you know about why", rows=3)
    parent = line("A parent’s name", most=120)
    parent_reach = line("How to reach the parent", most=200)
    text = box("What you saw or heard, and anything that worries you", rows=4)
    who = line(
        "Who told you, if somebody did", most=160,
        hint="A name and how to reach them. Leave it empty if you noticed it yourself.",
    )  # fmt: skip
    teller = pick("Who first told", TELLERS, radios=False,
                  hint="Leave it if your agency noticed it itself.")  # fmt: skip
    told_on = DateField(label="The day you were told, or noticed it")

    def __init__(self, *args: Any, today: date, post: Post, **kwargs: Any) -> None:
        self.today, self.post = today, post
        super().__init__(*args, **{"initial": {"told_on": today}, **kwargs})

    def clean_told_on(self) -> date:
        told: date = self.cleaned_data["told_on"]
        if told > self.today:
            raise ValidationError("That day has not come yet. Give the day you were told.")
        return told

    def clean_born_on(self) -> date | None:
        born: date | None = self.cleaned_data["born_on"]
        if born and born > self.today:
            raise ValidationError("That day has not come yet. Give the day of birth.")
        if born and years(born, on=self.today) > OLDEST:
            raise ValidationError("Somebody born then is grown up. Check the year.")
        return born

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        starts, until = given.get("starts_on"), given.get("until")
        if starts and until and until < starts:
            self.add_error("until", "It would end before it began. Check both days.")
        if given.get("kind") == telling.Notice.PROPOSED and not starts:
            self.add_error("starts_on", "Give the day on which the child is to come.")
        return given

    @property
    def child(self) -> ChildTold:
        given = self.cleaned_data
        plain = ("forename", "surname", "born_on", "age", "sex", "language", "culture", "school")
        return ChildTold(disabled=known(given["disabled"]), **{k: given[k] for k in plain})

    @property
    def home(self) -> HomeTold:
        given = self.cleaned_data
        plain = (
            "carer", "address", "postcode", "starts_on", "until", "why", "circumstance",
            "parent", "parent_reach",
        )  # fmt: skip
        return HomeTold(
            relation=law.Relation(given["relation"]),
            goes_on=known(given["goes_on"]),
            **{k: given[k] for k in plain},
        )

    @property
    def notice(self) -> NoticeTold:
        given = self.cleaned_data
        own = telling.teller_of(self.post.agency.sector)
        return NoticeTold(
            kind=telling.Notice(given["kind"]),
            teller=telling.Teller(given["teller"]) if given["teller"] else own,
            who=given["who"] or f"{self.post.title}, {self.post.agency.name}",
            told_on=given["told_on"],
            text=given["text"],
        )


class LaterNoticeForm(EntryForm):
    """A notice about an arrangement that we know."""

    kind = pick(
        "What was told",
        [
            (n.value, telling.NOTICE_WORDS[n])
            for n in (telling.Notice.ARRIVED, telling.Notice.CHANGE)
        ],
        "Choose what was told.",
    )
    teller = pick("Who told", TELLERS, "Say who told.", radios=False)
    who = line("Their name", "Give their name.", most=160)
    text = box("What they told", "Write what they told.", rows=3)
    told_on = DateField(label="The day we were told")

    def clean_told_on(self) -> date:
        told: date = self.cleaned_data["told_on"]
        if told > self.today:
            raise ValidationError("That day has not come yet. Give the day we were told.")
        return told

    def told(self) -> tuple[Any, dict[str, Any]]:
        noun, given = super().told()
        return noun, {
            "notice": notice_in(given, telling.Notice(given["kind"])),
            "on": given["on"],
            "seen": given["seen"],
        }


def notice_in(given: dict[str, Any], kind: telling.Notice) -> NoticeTold:
    return NoticeTold(
        kind=kind,
        teller=telling.Teller(given["teller"]),
        who=given["who"],
        told_on=given["told_on"],
        text=given["text"],
    )


class EndForm(LaterNoticeForm):
    """The child has left. Who told us is a notice of its own."""

    kind = None  # type: ignore[assignment]
    on = DateField(label="The day the child left")
    why = box("Why it ended", "Say why it ended.", rows=3)
    went_to = line("To whom the child has gone", "Say to whom the child has gone.", most=160)

    def told(self) -> tuple[Any, dict[str, Any]]:
        given = dict(self.cleaned_data)
        notice = notice_in(given, telling.Notice.ENDED)
        kept = {k: given[k] for k in ("why", "went_to", "seen")}
        return self.arrangement, {
            **kept, "left_on": given["on"], "notice": notice, "on": self.today,
        }  # fmt: skip


class SelfCheckForm(forms.Form):
    """The law's tests, for anybody. Nothing is kept, and no name is asked."""

    age = forms.IntegerField(label="How old is the child?", min_value=0, max_value=25,
                             required=False)  # fmt: skip
    disabled = pick("Is the child disabled?", YES_NO_UNKNOWN)
    relation = pick("Who does the child live with?", RELATIONS, "Choose one.", radios=False)
    days = forms.IntegerField(
        label="For how many days so far, or in all if you know?", min_value=0, max_value=6000,
        required=False,
    )  # fmt: skip
    goes_on = pick("Is it meant to go on for 28 days or more?", YES_NO_UNKNOWN)
    exempt = pick(
        "Is the child one of these?",
        [(e.value, defining.EXEMPT_WORDS[e]) for e in defining.Exempt],
        hint="Leave it if none of them.",
        radios=False,
    )

    def verdict(self) -> defining.Verdict:
        given = self.cleaned_data
        return defining.is_private_fostering(
            defining.Told(
                age=given["age"],
                disabled=known(given["disabled"]),
                relation=law.Relation(given["relation"]),
                days=given["days"],
                meant_to_go_on=known(given["goes_on"]),
                exempt=defining.Exempt(given["exempt"]) if given["exempt"] else None,
            )
        )
