"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules.publishing import is_small
from holdfast.engines.asks.models import Request


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    """The last quarter that was opened; a small number that nobody released; a return sent."""
    known: dict[str, object] = {"identity": "CP06"}
    if "reference" in wanted:
        last = Collection.objects.select_related("record").latest_first()[0]
        known["reference"] = last.record.reference
        if "figure" in wanted:
            kept = Figure.objects.current().filter(collection=last, released=None)
            known["figure"] = next(one.pk for one in kept if is_small(one.value))
        if "agency" in wanted:
            known |= {"agency": Figure.objects.filter(collection=last).first().agency_id}
            known |= {"set_key": "police"}
        if "returned" in wanted:
            sent = Request.objects.filter(round__about=last.record, state="sent")
            known["returned"] = sent.latest("pk").record.reference
    return {word: known[word] for word in wanted}
