"""Questions that several of these forms ask."""

from typing import Any

from django import forms

from holdfast.board.section11.models import (
    Cycle,
)
from holdfast.kernel.directory.models import Post


def words(label: str, *, required: bool = True, most: int = 300, hint: str = "") -> Any:
    return forms.CharField(
        label=label, required=required, max_length=most, widget=forms.Textarea, help_text=hint
    )


def posts(cycle: Cycle) -> Any:
    here = Post.objects.filter(agency__area=cycle.record.area_id).select_related("agency")
    return here.order_by("agency__name", "title")
