"""Words for dates and numbers, the same on every page. Months and days do not follow a locale."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django.utils import timezone

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUS = "\N{MINUS SIGN}"

Number = int | float | Decimal


def _local(value: date | datetime) -> date | datetime:
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def on(value: date | datetime | None, *, missing: str = "no date") -> str:
    """A day in full: Tue 9 Oct 2012."""
    if value is None:
        return missing
    day = _local(value)
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def at(value: datetime | None, *, year: bool = False, missing: str = "no time") -> str:
    """A moment in London: Tue 9 Oct, 11:20; with `year`, Tue 9 Oct 2012, 11:20."""
    if value is None:
        return missing
    moment = _local(value)
    if not isinstance(moment, datetime):
        raise TypeError("The filter `at` needs a time. For a day alone use `on`.")
    day = on(moment) if year else on(moment).rsplit(" ", 1)[0]
    return f"{day}, {moment:%H:%M}"


def _rounded(value: Number, places: int) -> Decimal:
    step = Decimal(1).scaleb(-places)
    try:
        return Decimal(str(value)).quantize(step, rounding=ROUND_HALF_UP) + 0
    except InvalidOperation as broken:
        raise ValueError(f"{value} is not a number that can be shown.") from broken


def number(value: Number | None, places: int | None = None, *, missing: str = "not known") -> str:
    """A number with thousands separated and a real minus sign: 1,308."""
    if value is None:
        return missing
    shown = value if places is None else _rounded(value, places)
    return f"{shown:,}".replace("-", MINUS)


def signed_percent(value: Number | None, places: int = 1, *, missing: str = "not known") -> str:
    """A change given in per cent (not as a fraction), rounded half up once, with its sign."""
    if value is None:
        return missing
    rounded = _rounded(value, places)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return f"{sign}{abs(rounded):,}%"


def percent(value: Number | None, places: int = 1, *, missing: str = "not known") -> str:
    """A share given in per cent, rounded half up once: 75.9%."""
    return missing if value is None else f"{number(value, places)}%"


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: 1 line, 24 lines, 3 children."""
    noun = one if count == 1 else many or f"{one}s"
    return f"{number(count)} {noun}"


FILTERS = {
    "on": on,
    "at": at,
    "number": number,
    "percent": percent,
    "signed_percent": signed_percent,
    "plural": plural,
}
