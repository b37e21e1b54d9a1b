"""What this room publishes: rows without names or references, and counts fit to leave it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.records.opaque import opaque
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import procedure

ADVICE, ALLEGATION = "advice", "allegation"


@dataclass(frozen=True)
class AllegationRow:
    """One referral or call. `key` is opaque, and another one in every release."""

    area: str
    key: str
    received_on: date
    concluded_on: date | None
    referrer_sector: str
    employer_sector: str
    kind: str
    categories: tuple[str, ...]
    outcome: str
    edition: str


def rows(*, since: date, until: date, release: str) -> Iterator[AllegationRow]:
    """Yield a row for each referral received on or after `since` and before `until`.

    `outcome` is that of the gravest concern, empty while it is open; `kind` is advice or
    allegation. Rows are for insight inside the product: small counts of them are suppressed there.
    """
    received = Allegation.objects.received(since=since, until=until)
    found = received.select_related("record__area").prefetch_related("concerns__outcomes")
    for allegation in found.order_by("received_on", "pk"):
        given = [o for c in allegation.concerns.all() for o in list(c.outcomes.all())[-1:]]
        gravest = min(given, key=lambda one: GRAVITY.index(one.outcome), default=None)
        yield AllegationRow(
            area=allegation.record.area.code,
            key=opaque("allegations", str(allegation.record_id), release=release),
            received_on=allegation.received_on,
            concluded_on=allegation.concluded_on,
            referrer_sector=allegation.referrer_sector,
            employer_sector=allegation.employer_sector,
            kind=ALLEGATION if allegation.tests else ADVICE,
            categories=tuple(sorted({c.category for c in allegation.concerns.all()})),
            outcome=gravest.outcome if gravest and allegation.concluded_on else "",
            edition=gravest.edition if gravest and allegation.concluded_on else "",
        )


GRAVITY = ("substantiated", "unsubstantiated", "unfounded", "false", "malicious")


def sector_counts(*, since: date, until: date, by: str = "employer") -> dict[str, int | None]:
    """Return how many allegations each sector had in a period; 1 to 5 are None, and never alone.

    `by` is "employer" (where the adult works) or "referrer" (who told). Advice is not counted.
    """
    if by not in {"employer", "referrer"}:
        raise ValueError("Count by employer or by referrer.")
    met = Allegation.objects.received(since=since, until=until).met()
    counted = Counter(met.values_list(f"{by}_sector", flat=True))
    return procedure.suppressed(counted)
