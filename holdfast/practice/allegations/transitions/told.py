"""What a verb is told of people and events: plain values, checked by forms before."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from holdfast.kernel.directory.models import Person, Post
from holdfast.practice.allegations.rules import law, letters, procedure


@dataclass(frozen=True)
class AdultTold:
    """The adult, and the work with children that the allegation is about."""

    name: str
    work: str
    employer: str
    sector: str
    employer_post: Post | None = None
    other_names: tuple[str, ...] = ()
    born_on: date | None = None
    volunteer: bool = False
    person: Person | None = None


@dataclass(frozen=True)
class ConcernTold:
    """One thing said to have happened, and whose words they are."""

    category: law.Category
    account: str
    whose_words: str
    place: str = ""
    happened_on: date | None = None


@dataclass(frozen=True)
class ChildTold:
    known_as: str
    age: int | None = None
    needs: str = ""
    words: str = ""


@dataclass(frozen=True)
class Call:
    """A telephone call to the LADO: who rang, when, what was said and what was advised."""

    caller: str
    caller_sector: str
    said: str
    child_safe: procedure.Safety
    advice: str
    view: procedure.View
    rang_at: datetime
    about: str
    caller_post: Post | None = None
    tests: tuple[law.Test, ...] = ()

    def letter(self, *, refer_by: date, duty: str) -> letters.Letter:
        """Return what the caller gets. The preview and the sent letter are made here alike."""
        return letters.advice_letter(
            to=self.caller,
            rang_at=timezone.localtime(self.rang_at),
            about=self.about,
            advice=self.advice,
            refer_by=refer_by,
            duty=duty,
            safe=self.child_safe is procedure.Safety.YES,
        )
