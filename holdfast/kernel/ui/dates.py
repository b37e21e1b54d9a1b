"""A date asked in three boxes, forgiving in how it is typed and exact in what it refuses."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

PARTS = ("day", "month", "year")
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
EARLIEST, LATEST = 1900, 2100


def month_number(typed: str) -> int | None:
    """10, Oct, October and Sept are months; `ju` is not, because two months begin with it."""
    if typed.isascii() and typed.isdigit():
        return int(typed) if 1 <= int(typed) <= 12 else None
    word = typed.lower().rstrip(".")
    found = [n for n, name in enumerate(MONTH_NAMES, 1) if len(word) > 2 and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def read_date(day: str, month: str, year: str) -> date | None:
    """The date that three typed parts mean, or None where there is no such day."""
    number = month_number(month)
    if number is None or not re.fullmatch("[0-9]{1,2} [0-9]{4}", f"{day} {year}"):
        return None
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found.year <= LATEST else None


class DateWidget(forms.MultiWidget):
    """Three text boxes named `<field>_day`, `<field>_month` and `<field>_year`."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput() for part in PARTS}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        return [value.day, value.month, value.year] if isinstance(value, date) else ["", "", ""]


class DateField(forms.MultiValueField):
    """A `date`. Give it a label: its error sentences begin with it."""

    widget = DateWidget

    def __init__(self, **options: Any) -> None:
        parts = tuple(forms.CharField(required=False) for _ in PARTS)
        super().__init__(fields=parts, require_all_fields=False, **options)
        if "required" not in (options.get("error_messages") or {}):
            self.error_messages["required"] = f"{self._name()} is missing. Enter a date."

    def _name(self) -> str:
        return str(self.label or "The date")

    def compress(self, data_list: Sequence[str]) -> date | None:
        typed = [str(part).strip() for part in data_list]
        if not any(typed):
            return None
        if typed[0] and not any(typed[1:]):
            pasted = [part for part in re.split(r"[\s/.,-]+", typed[0]) if part]
            typed = pasted if len(pasted) == len(PARTS) else typed
        missing = [part for part, value in zip(PARTS, typed, strict=True) if not value]
        if missing:
            raise ValidationError(f"{self._name()} must include a {' and a '.join(missing)}.")
        found = read_date(*typed)
        if found is None:
            raise ValidationError(self._wrong(typed))
        return found

    def _wrong(self, typed: Sequence[str]) -> str:
        if re.fullmatch("[0-9]{2}", typed[2]):
            return f"{self._name()} must have a year of four figures, such as 2013."
        return f"{self._name()} must be a real date, such as 9 10 2012 or 9 October 2012."
