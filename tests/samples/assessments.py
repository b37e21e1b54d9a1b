"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.assessments.models import Assessment, Voice

AFTER = {"assessments:copy", "assessments:copy_file"}
DECIDED = {"assessments:sign", "assessments:recall"}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    """The sibling group that is being written; for a signature, the one that waits for it."""
    number: int = 1
    found = Assessment.objects.get(state="being_written", children__known_as="Archie Tipton")
    if name in DECIDED:
        found = Assessment.objects.get(state="with_the_manager")
    if name in AFTER:
        found = Assessment.objects.get(children__known_as="Nia Harcastle")
    if name == "assessments:drawing":
        number = Voice.objects.filter(assessment=found, file__isnull=False).values_list(
            "pk", flat=True
        )[0]
    known = {
        "reference": found.record.reference,
        "number": number,
        "side": "parenting",
        "who": "everybody",
        "form": "html",
    }
    return {word: known[word] for word in wanted}
