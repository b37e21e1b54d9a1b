"""What each page of figures says, as plain values: a template reaches no store or database."""

from holdfast.insight.indicators.pages.allegations import AllegationsPage
from holdfast.insight.indicators.pages.breakdown import BreakdownPage
from holdfast.insight.indicators.pages.indicator import IndicatorPage
from holdfast.insight.indicators.pages.overview import OverviewPage

__all__ = ["AllegationsPage", "BreakdownPage", "IndicatorPage", "OverviewPage"]
