"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.early_help.models import EarlyHelp, Place, Programme, TeamMember

OF_A_PROGRAMME = {
    f"early_help:{name}"
    for name in (
        "programme",
        "plan_sessions",
        "register",
        "give_place",
        "end_place",
        "end_programme",
    )
}
ENTRY = {"write": "entry", "plan": "promise"}
"""Which entry a page is tried with: one that can be written in the state of its family."""


IN_THE_STATE = {
    "section": "Dinah Pruett",
    "conclude": "Dinah Pruett",
    "step_up": "Bo and Kit Lanyon",
}


def family(name: str) -> EarlyHelp:
    """A family in the state that the page is for: most are about one at work with a plan."""
    last = name.rpartition(":")[2]
    wanted = IN_THE_STATE.get(last, "Nia and Theo Harcastle")
    return EarlyHelp.objects.select_related("record").get(known_as=wanted)


def parents() -> Programme:
    return Programme.objects.select_related("record").get(kind="parenting")


def number(name: str) -> int:
    last = name.rpartition(":")[2]
    if last == "end_place":
        return Place.objects.filter(programme=parents()).order_by("pk")[0].pk
    if last == "promise":
        return family(name).record.actions.order_by("pk")[0].pk
    if last == "step_up":
        return family(name).step_ups.get().pk
    if last == "leave":
        return TeamMember.objects.filter(early_help=family(name)).order_by("-pk")[0].pk
    return 1


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {
        "entry": ENTRY.get(name.rpartition(":")[2], "entry"),
        "name": "child",
        "number": number(name) if "number" in wanted else 1,
        "reference": (
            parents().record.reference if name in OF_A_PROGRAMME else family(name).record.reference
        ),
    }
    return {word: known[word] for word in wanted if word in known}
