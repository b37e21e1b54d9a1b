"""What agencies sent in 2012/13, as the manager took it in from paper. All of it is invented."""

from dataclasses import dataclass
from datetime import date

CLUSTERS = {
    "The council": date(2013, 1, 29),
    "Health": date(2013, 3, 26),
    "Justice": date(2013, 5, 14),
    "Schools and voluntary sector": date(2013, 7, 9),
}


@dataclass(frozen=True)
class Sent:
    """What an agency sent in 2012/13. `low` are criteria graded below 3, `found` what the panel
    found otherwise; `ended` is a piece of evidence that has expired since."""

    agency: str
    cluster: str
    on: date
    low: str = ""
    found: str = ""
    ended: bool = False


HOUSING = "Southwark Council, housing"
HEALTH = "Southwark community health services"
SENT = (
    Sent("Southwark Council, children's services", "The council", date(2012, 11, 28),
         "3.2:2 4.1:2 8.2:2", "3.2:1 7.3:2"),
    Sent(HOUSING, "The council", date(2012, 11, 30), "2.2:1 4.1:1 5.1:2 7.2:2", "4.2:2 5.1:1"),
    Sent("Southwark Council, planning", "The council", date(2012, 11, 30),
         "3.2:2 4.1:2 5.1:1 7.1:2 8.1:2", "8.1:1", ended=True),
    Sent("Southwark Council, environment services", "The council", date(2012, 11, 27),
         "2.1:2 3.1:2 5.1:2 5.2:0 7.2:1", "2.1:1"),
    Sent("Southwark Council, public health", "The council", date(2012, 11, 30),
         "2.2:2 4.1:2", ""),
    Sent(HEALTH, "Health", date(2013, 2, 26), "3.3:2 5.1:2", "3.3:1 5.1:1 6.1:2", ended=True),
    Sent("Southwark acute hospital trust", "Health", date(2013, 2, 28), "4.1:2 7.1:2", "7.1:1"),
    Sent("Southwark mental health trust", "Health", date(2013, 2, 28), "4.2:2 8.2:1", "4.2:1"),
    Sent("Police, child abuse investigation team", "Justice", date(2013, 3, 28),
         "4.1:1 7.2:1", "", ended=True),
    Sent("Southwark youth offending service", "Justice", date(2013, 4, 24), "3.2:2 5.1:2", ""),
    Sent("Community Action Southwark", "Schools and voluntary sector", date(2013, 3, 29),
         "1.2:2 2.2:2 6.1:2", "6.1:1"),
)  # fmt: skip
DUE = {"The council": date(2012, 11, 30), "Health": date(2013, 2, 28)}
LATEST = date(2013, 3, 29)
POINTS = {
    "Case 1": ["Ask who lives in the household, at every visit", "Share a worry the same day"],
    "Case 2": ["Read the whole file before a conference"],
    "Case 3": ["Tell the school when a plan ends"],
}
STAFF = {
    "Southwark Council, children's services": (61, 22),
    HOUSING: (38, 27),
    HEALTH: (74, 12),
    "Police, child abuse investigation team": (19, 3),
    "Southwark Council, planning": (3, 1),
    "Southwark youth offending service": (9, 2),
}
"""How many agreed and how many did not. Planning's four answers are too few to show."""
