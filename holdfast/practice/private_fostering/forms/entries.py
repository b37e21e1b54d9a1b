"""What the worker writes: visits, the home, checks, parents, help."""

from typing import Any

from django import forms

from holdfast.kernel.clock.states import LATE_REASON_WORDS, LateReason
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.private_fostering.forms.base import (
    YES_NO_UNKNOWN,
    EntryForm,
    OfOneForm,
    known,
    yes_no,
)
from holdfast.practice.private_fostering.models import Visit, weighing
from holdfast.practice.private_fostering.rules import checking, law
from holdfast.practice.private_fostering.transitions import VisitTold

MISSED = [(m.value, law.MISSED_WORDS[m]) for m in law.Missed]
RESULTS = [(r.value, law.RESULT_WORDS[r]) for r in law.Result]


class VisitForm(EntryForm):
    """One column, the child first: it is filled in on a telephone at the door of the next one."""

    child_seen = yes_no("Did you see the child?", "Say whether you saw the child.")
    alone = yes_no("Did you speak with the child alone?", "Say whether you spoke alone.")
    why_not_alone = box("If not alone, why that was not right this time", rows=2)
    words = box("What the child said, in the child’s own words", rows=4)
    language = line("Language spoken, and who interpreted", most=60,
                    hint="Never a member of the household.")  # fmt: skip
    who_else = line("Who else you saw: carer, household", most=300)
    parents = line("Parents: spoken with, or why not", most=300)
    home = box("The home: where the child sleeps, what you saw", rows=3)
    report = box(
        "Your report", rows=6,
        hint="Without it the visit is kept and does not count. It can be added later.",
    )  # fmt: skip
    next_steps = box("What happens next", rows=2)

    def told(self) -> tuple[Any, dict[str, Any]]:
        given = dict(self.cleaned_data)
        kept = {"on": given.pop("on"), "seen": given.pop("seen")}
        seen, alone = (given.pop(k) == "yes" for k in ("child_seen", "alone"))
        return self.arrangement, {
            **kept, "visit": VisitTold(child_seen=seen, alone=alone, **given),
        }  # fmt: skip


def as_in_the_form(visit: Visit) -> list[tuple[str, str]]:
    """A visit by the names of the form's fields, in the form's words."""
    asked = [(name, "Yes" if getattr(visit, name) else "No") for name in ("child_seen", "alone")]
    text = (
        "why_not_alone", "words", "language", "who_else", "parents", "home", "report",
        "next_steps",
    )  # fmt: skip
    return asked + [(name, getattr(visit, name)) for name in text]


class MissedForm(EntryForm):
    why = pick("Why it was not made", MISSED, "Choose why it was not made.")
    words = box("What happened, and what is tried next", rows=3)

    def clean_why(self) -> law.Missed:
        return law.Missed(self.cleaned_data["why"])


class ReportForm(OfOneForm):
    noun = "visit"
    visit = pick("Which visit", [], "Choose the visit.")
    report = box("Your report", "Write the report.", rows=8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = {str(v.pk): v for v in self.arrangement.visits.filter(made=True, counts=False)}
        words = {key: f"Visit {v.number}, {day_words(v.on)}" for key, v in found.items()}
        self.offer("visit", found, words)


class RequestForm(EntryForm):
    who = line("Who asks for a visit", "Say who asks.")
    why = box("Why", "Say why.", rows=3)


class MemberForm(EntryForm):
    name = line("Name", "Give a name, as it is known here.")
    age = forms.IntegerField(label="Age", min_value=0, max_value=110, required=False)
    tie = line("Who it is to the child or the carer", "Say who it is.")
    carer = forms.BooleanField(label="This person cares for the child too", required=False)


class LeftForm(OfOneForm):
    noun = "member"
    member = pick("Who has left the home", [], "Choose who has left.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = {str(m.pk): m for m in self.arrangement.members.filter(left_on=None)}
        self.offer("member", found, {key: m.name for key, m in found.items()})


class AskCheckForm(OfOneForm):
    """One list of what is owed: nobody chooses a check that is of nobody."""

    wanted = pick("Which check", [], "Choose the check.", radios=False)
    of_whom = line("Whom you ask", most=160)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = {m.number: m for m in self.arrangement.members.filter(left_on=None)}
        waits = {
            (c.member.number if c.member else checking.HOME, c.kind)
            for c in self.arrangement.checks.select_related("member").filter(answered_on=None)
        }
        owed = [
            one
            for one in checking.wanted(weighing.people(self.arrangement))
            if (one.of, one.kind) not in waits
        ]
        found = {f"{one.of}-{one.kind}": (people.get(one.of), one.kind) for one in owed}
        words = {
            key: f"{who.name if who else 'Home and child'}: "
            f"{law.check_words(kind, on=self.today).lower()}"
            for key, (who, kind) in found.items()
        }
        self.offer("wanted", found, {"": "Choose", **words})

    def told(self) -> tuple[Any, dict[str, Any]]:
        given = dict(self.cleaned_data)
        member, kind = self.offered[given.pop("wanted")]
        return self.arrangement, {**given, "member": member, "kind": kind}


class AnswerCheckForm(OfOneForm):
    noun = "check"
    check = pick("Which check", [], "Choose the check.")
    result = pick("What it showed", RESULTS, "Choose what it showed.")
    words = box("In words", rows=3, hint="Needed for a concern or a refusal.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        waiting = self.arrangement.checks.select_related("member").filter(answered_on=None)
        found = {str(c.pk): c for c in waiting}
        words = {
            key: f"{c.member.name if c.member else 'Home and child'}: "
            f"{law.check_words(law.CheckKind(c.kind), on=c.asked_on).lower()}, "
            f"asked {day_words(c.asked_on)}"
            for key, c in found.items()
        }
        self.offer("check", found, words)

    def clean_result(self) -> law.Result:
        return law.Result(self.cleaned_data["result"])


class ParentForm(EntryForm):
    name = line("The parent’s name", "Give the name, as it is known.")
    tie = line("Mother, father, guardian", "Say who it is to the child.", most=60)
    has_pr = pick("Has parental responsibility?", YES_NO_UNKNOWN)
    reach = line("How to reach them", most=200)
    agrees = pick("Agrees to the arrangement?", YES_NO_UNKNOWN)
    contact = box("How the child and this parent keep in touch", rows=3)
    spoken = yes_no("Did you speak with them that day?", "Say whether you spoke.")

    def told(self) -> tuple[Any, dict[str, Any]]:
        noun, given = super().told()
        given |= {k: known(given[k]) for k in ("has_pr", "agrees")}
        return noun, {**given, "spoken": given["spoken"] == "yes"}


class SupportForm(EntryForm):
    to = line("To whom: the child, the carer, a parent", "Say to whom.", most=60)
    what = box("What advice or help was given", "Say what was given.", rows=4)


class DisqualifiedForm(OfOneForm):
    noun = "member"
    member = pick("Who", [], "Choose who.")
    barred = yes_no(
        "Barred from work with children?", "Say whether this person is barred.",
        hint="For a barred person no consent can be given.",
    )  # fmt: skip
    what = box("What disqualifies, and who disclosed it", "Say what disqualifies.", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = {str(m.pk): m for m in self.arrangement.members.filter(left_on=None)}
        self.offer("member", found, {key: m.name for key, m in found.items()})

    def clean_barred(self) -> bool:
        return bool(self.cleaned_data["barred"] == "yes")


class WriteForm(EntryForm):
    text = box("What happened", "Write what happened.", rows=6)


class ReasonForm(EntryForm):
    why = box("Why", "Say why.", rows=4)


class LateForm(OfOneForm):
    noun = "clock"
    clock = pick("Which duty", [], "Choose the duty.")
    code = pick(
        "What held it up",
        [(reason.value, words) for reason, words in LATE_REASON_WORDS.items()],
        "Choose what held it up.",
    )
    reason = line("Why, in words", "Say why it is late.", most=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        late = {
            str(one.pk): one
            for one in self.arrangement.record.deadlines.filter(
                stopped_on=None, due_on__isnull=False
            )
            if (one.met_on or self.today) > (one.due_on or self.today)
        }
        words = {key: f"{one.duty}, due {day_words(one.due_on)}" for key, one in late.items()}
        self.offer("clock", late, words)

    def clean_code(self) -> LateReason:
        return LateReason(self.cleaned_data["code"])

    def told(self) -> tuple[Any, dict[str, Any]]:
        clock, given = super().told()
        given.pop("seen")
        return self.arrangement, {**given, "clock": clock}
