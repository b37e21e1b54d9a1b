"""What this room tells the desk, the annual report and its own pages: frozen rows, no people.

tracking(on)         each open cycle: what is due, returned, late, nil; what is missing, by name
standards_met(cycle) standards met of those graded, computed
heat(cycle)          agency by standard, with the age of the evidence
promises(agency)     what an agency promised in any cycle, from the tracker
survey(cycle)        staff's answers, with small numbers hidden
gaps(cycle)          why to ask an agency about a standard, the weightiest first
"""

from holdfast.board.section11.extracts.cycles import (
    ClusterRow,
    Heat,
    HeatCell,
    HeatRow,
    TrackingRow,
    heat,
    live_rows,
    owed,
    standards_met,
    tracked,
    tracking,
)
from holdfast.board.section11.extracts.gaps import Brief, briefs
from holdfast.board.section11.extracts.overview import OverviewRow, overview
from holdfast.board.section11.extracts.promises import PromiseRow, promises
from holdfast.board.section11.extracts.surveys import SurveyCells, survey

__all__ = [
    "Brief",
    "ClusterRow",
    "Heat",
    "HeatCell",
    "HeatRow",
    "OverviewRow",
    "PromiseRow",
    "SurveyCells",
    "TrackingRow",
    "briefs",
    "heat",
    "live_rows",
    "overview",
    "owed",
    "promises",
    "standards_met",
    "survey",
    "tracked",
    "tracking",
]
