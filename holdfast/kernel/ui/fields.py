"""The questions that most forms ask: a box, a line, one of several."""

from django import forms

Choices = list[tuple[str, str]]


def needed(sentence: str) -> dict[str, str]:
    return {"required": sentence}


def box(label: str, missing: str = "", *, rows: int = 4, hint: str = "") -> forms.CharField:
    """A box of several lines. With a sentence for `missing` it is required."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        error_messages=needed(missing),
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: str, missing: str = "", *, most: int = 120, hint: str = "") -> forms.CharField:
    """A box of one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        required=bool(missing),
        error_messages=needed(missing),
    )


def pick(
    label: str, choices: Choices, missing: str = "", *, radios: bool = True, hint: str = ""
) -> forms.ChoiceField:
    """One of several. Required when it has a sentence for `missing`."""
    shown = choices if radios or missing == "" and not choices else [("", "Choose"), *choices]
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices if radios else shown,
        required=bool(missing),
        error_messages=needed(missing),
        widget=forms.RadioSelect if radios else forms.Select,
    )
