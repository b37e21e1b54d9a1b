"""Arguments with which the kernel's own pages exist in the told story."""

from uuid import UUID

from holdfast.board.workplan.models import Plan


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {"pk": 1, "parcel": UUID(int=0), "reference": Plan.objects.get().record.reference}
    return {word: known[word] for word in wanted}
