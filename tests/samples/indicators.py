"""Arguments with which this room's pages exist in the told story."""


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {"identity": "CN01", "form": "csv"}
    return {word: known[word] for word in wanted}
