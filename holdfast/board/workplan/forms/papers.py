"""A paper that may be sent with a form."""

from typing import Any

from django import forms

from holdfast.board.workplan.transitions import Paper


class PaperField(forms.FileField):
    """A file that may be sent, as the verbs take it. The kernel looks at what it really is."""

    def __init__(self, *, label: str = "The paper") -> None:
        hint = "PDF, Word, Excel, PowerPoint, text, PNG or JPEG, up to 10 MB."
        super().__init__(label=label, required=False, help_text=hint)

    def clean(self, data: Any, initial: Any = None) -> Any:
        sent = super().clean(data, initial)
        return Paper(sent.read(), sent.content_type or "") if sent else None
