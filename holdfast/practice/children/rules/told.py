"""What somebody says of a child, and how old a child is in words. Pure."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from holdfast.practice.children.rules.words import Sex


@dataclass(frozen=True)
class ChildTold:
    """What is said of one child. Everything may be missing; `age` is in whole years."""

    forename: str = ""
    surname: str = ""
    born_on: date | None = None
    due_on: date | None = None
    age: int | None = None
    sex: str = Sex.UNKNOWN.value
    address: str = ""
    postcode: str = ""
    nhs: str = ""
    upn: str = ""
    school: str = ""
    language: str = ""
    ethnicity: str = ""

    @property
    def known_as(self) -> str:
        """Return the child's name as lists print it.

        >>> ChildTold("Leah", "Sorrell").known_as, ChildTold(surname="Farrant", age=0).known_as
        ('Leah Sorrell', 'Child Farrant')
        """
        if self.due_on and not self.forename:
            return f"Unborn baby {self.surname}".strip()
        return f"{self.forename or 'Child'} {self.surname}".strip()

    def to_json(self) -> dict[str, Any]:
        """Return what was told, without what was not, fit for a JSON column."""
        kept = {key: value for key, value in asdict(self).items() if value not in ("", None)}
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in kept.items()}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        known = {key: kept[key] for key in cls.__dataclass_fields__ if key in kept}
        for key in ("born_on", "due_on"):
            if isinstance(known.get(key), str):
                known[key] = date.fromisoformat(known[key])
        return cls(**known)


def years(born_on: date, *, on: date) -> int:
    """Return a child's age in whole years on a day."""
    return on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))


def age_words(*, born_on: date | None, due_on: date | None, on: date) -> str:
    """Return a child's age as a person would say it.

    >>> age_words(born_on=date(2004, 5, 3), due_on=None, on=date(2013, 3, 4))
    '8'
    >>> age_words(born_on=date(2012, 8, 1), due_on=None, on=date(2013, 3, 4))
    '7 months'
    >>> age_words(born_on=None, due_on=date(2013, 6, 19), on=date(2013, 3, 4))
    'due 19 June'
    """
    if born_on is None:
        if due_on is None:
            return "age not known"
        year = "" if due_on.year == on.year else f" {due_on.year}"
        return f"due {due_on.day} {due_on:%B}{year}"
    if born_on > on:
        return "not born yet"
    whole = years(born_on, on=on)
    if whole >= 2:
        return str(whole)
    months = 12 * (on.year - born_on.year) + on.month - born_on.month - (on.day < born_on.day)
    if months >= 1:
        return f"{months} month{'s' if months > 1 else ''}"
    days = (on - born_on).days
    return f"{days} day{'' if days == 1 else 's'}"
