"""A question to the duty officer, and its answer."""

from django import forms

from holdfast.kernel.ui.dates import DateField
from holdfast.practice.allegations.forms.base import box, line


class AskForm(forms.Form):
    who = line("Who you are, and how to ring you back", "Say who you are.", most=200)
    what = box(
        "What you need to know",
        "Say what you need to know.",
        hint="Ask what you should do. Leave references out.",
    )
    why = box("Why you need to know it", "Say why you need to know it.", rows=3)
    by_when = DateField(label="By when")


class AnswerForm(forms.Form):
    text = box(
        "Your answer",
        "Write the answer.",
        hint="Say what to do. Not whether there is, or was, anything about anybody.",
        rows=6,
    )
