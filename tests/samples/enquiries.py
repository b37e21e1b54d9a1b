"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.children.models import Child
from holdfast.practice.enquiries.models import StrategyDiscussion


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    """A call takes a child's reference; every other page a discussion's."""
    if name == "enquiries:call":
        child = Child.objects.select_related("record").order_by("pk").first()
        reference = child.record.reference if child else "C-2013-0001"
    else:
        one = StrategyDiscussion.objects.select_related("record").order_by("pk").first()
        reference = one.record.reference if one else "SD-2013-0001"
    return {word: {"reference": reference}[word] for word in wanted}
