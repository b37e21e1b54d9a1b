"""The second editor of a form is told, and sees both versions before either is lost.

A verb refuses whoever comes second; the room then says what was saved meanwhile, and the page
shows it beside what stands in the form. The form rests on the newer version, so that its editor
can put both together and save knowingly.
"""

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.models import Record, Step
from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.tables import Table
from holdfast.kernel.ui.versions import Both, both_versions


@dataclass(frozen=True)
class Theirs:
    """What somebody else saved while a form was open, and the version that it rests on now.

    `said` goes by the names of the form's fields; what is of no field goes by its own words. A
    room that knows better how both read gives both.
    """

    who: str
    said: Sequence[tuple[str, str] | Both]
    version: int
    when: datetime | None = None


Meanwhile = Callable[[forms.Form], Theirs | None]
"""Asked once a verb has refused: did somebody else write since this form was read?"""

LONG = forms.Textarea
NOT_SHARED = "An entry that is not shared with you"


def seen_by(form: forms.Form) -> int:
    """Return the version that the form's editor had on the screen. The form has been sent."""
    seen: int = form.cleaned_data.get("seen") or 0
    return seen


def beside(form: forms.Form, theirs: Theirs) -> Table:
    """Lay both versions beside each other, where they differ, and let the form rest on theirs."""
    both = [one if isinstance(one, Both) else _both(form, *one) for one in theirs.said]
    data: Any = copy(form.data)
    data["seen"] = str(theirs.version)
    form.data = data
    when = f", {at(theirs.when)}" if theirs.when else ""
    return both_versions(both, by=f"{theirs.who}{when}")


def _both(form: forms.Form, name: str, words: str) -> Both:
    if name not in form.fields:
        return Both(name, words or "Written down", "")
    return Both(str(form[name].label), words, _typed(form[name]))


def _typed(bound: forms.BoundField) -> str:
    value = bound.value()
    values = value if isinstance(value, list | tuple) else [value]
    words = dict(getattr(bound.field, "choices", ()))
    return ", ".join(str(words.get(one, one)) for one in values if one not in (None, ""))


def steps_since(visit: Visit, form: forms.Form, *, heads: Mapping[str, str]) -> Theirs | None:
    """Return what was written in the record since a form was read, entry by entry.

    `heads` are the room's words for its moves. What the form holds of long text stands beside it.
    Of a section that is not shared with the editor no word is shown.
    """
    now = Record.objects.get(pk=visit.record.pk).version
    count = now - seen_by(form)
    if count <= 0:
        return None
    steps = list(visit.record.steps.order_by("-pk").select_related("by")[:count])[::-1]
    open_ = {
        one: gate.may(visit.post, Can.SEE, visit.record, section=one)
        for one in {step.section for step in steps}
    }
    said = [(_head(s, heads), s.note) if open_[s.section] else (NOT_SHARED, "") for s in steps]
    said += [(name, "") for name, one in form.fields.items() if isinstance(one.widget, LONG)]
    who = " and ".join(dict.fromkeys(step.by.title for step in steps)) or "somebody else"
    return Theirs(who, said, now, steps[-1].written_at if steps else None)


def _head(step: Step, heads: Mapping[str, str]) -> str:
    return (heads.get(step.move) or step.move.replace("_", " ").capitalize()).rstrip(".")
