"""The items that come round, each with the key by which its report is found. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Standing:
    """`begins` is how the programme's own words for it begin; `group` a sub-group's code."""

    key: str
    begins: str
    minutes: int
    group: str = ""


KNOWN = (
    Standing("minutes", "Minutes", 10),
    Standing("horizon", "Horizon scanning", 15),
    Standing("exceptions", "Exceptions in local data", 20),
    Standing("tracking", "Governance:", 20),
    Standing("group-scr", "Report back: serious case reviews", 15, group="SCR"),
    Standing("group-hr", "Report back: human resources", 10, group="HR"),
    Standing("group-pdt", "Report back: practice development", 10, group="PDT"),
    Standing("group-cse", "Report back: child sexual exploitation", 15, group="CSE"),
    Standing("summary", "Summary of the Executive", 15),
    Standing("groups", "Sub-groups: exceptions", 15),
    Standing("governance", "Governance reports due", 15),
    Standing("overdue", "Overdue actions", 10),
    Standing("risks", "Risks", 10),
    Standing("section-11", "Section 11", 15),
    Standing("theme", "Theme:", 60),
)
BY_KEY = {one.key: one for one in KNOWN}
MINUTES = "Minutes and matters arising"


def known_by(text: str) -> Standing | None:
    """Return the standing item that a programme's words mean, or None for one of its own."""
    return next((one for one in KNOWN if text.startswith(one.begins)), None)


GOVERNANCE = (
    ("MARAC", "Domestic violence conference"),
    ("MAPPA", "Public protection arrangements"),
    ("Independent reviewing officers", "Children's services"),
    ("Child protection conference chairs", "Children's services"),
    ("LADO", "Children's services"),
    ("Missing children", "Police and children's services"),
)
"""The reports that the Executive's cycle expects, and who owes each.

Source: the board's outline work programme for 2013/14, its standard agenda. Local (L).
"""
EACH_MONTHS = 6
"""How often each is expected. The programme prints no interval; set by the partnership (L)."""
