"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.children.models import Child, Double, ListRow, Marker, Merge, Tie


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    if name in {"children:list", "children:take_list", "children:decide_row"}:
        return _of_a_list(wanted)
    known: dict[str, object] = {"entry": "share" if name == "children:let" else "name"}
    if "reference" in wanted:
        child = _joined().kept if name == "children:apart" else _leah()
        known["reference"] = child.record.reference
    if "number" in wanted:
        known["number"] = _number(name)
    return {word: known[word] for word in wanted}


def _of_a_list(wanted: frozenset[str]) -> dict[str, object]:
    row = ListRow.objects.filter(child__isnull=False).select_related("shared_list__record")[0]
    known = {"reference": row.shared_list.record.reference, "number": row.number}
    return {word: known[word] for word in wanted}


def _number(name: str) -> int:
    if name == "children:compare":
        return Double.objects.waiting().order_by("pk")[0].pk
    if name == "children:apart":
        return _joined().pk
    if name == "children:end_tie":
        return Tie.objects.filter(child=_leah(), until_on=None).order_by("pk")[0].pk
    return Marker.objects.filter(child=_leah()).order_by("pk")[0].pk


def _joined() -> Merge:
    return Merge.objects.select_related("kept__record").get(undone_on=None)


def _leah() -> Child:
    return Child.objects.select_related("record").get(forename="Leah")
