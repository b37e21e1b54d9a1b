"""The list of work plans that a post may read."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.workplan.models import Plan
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class PlansPage:
    plans: tuple[Link, ...]

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> "PlansPage":
        return cls(
            tuple(
                Link(plan.title, reverse("workplan:plan", args=[plan.record.reference]))
                for plan in plans
            )
        )
