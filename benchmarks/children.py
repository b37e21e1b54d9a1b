"""How one search for a child compares with scanning everybody, and how often it finds the child.

python benchmarks/children.py [PEOPLE [SEARCHES]]: a million made-up people unless told otherwise,
in a database of its own. Each search tells of one of them with slips; the true child must be among
the first five. The scan is rapidfuzz's `process.extract` over every name and birthday.
"""

import os
import random
import re
import sys
import time
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SYLLABLES = re.findall(
    "..",
    "adolkonashmirabatuchndiamesrilokawungyizofetamoduhawetolefifosoimakibedogr",
)
STREETS, AT_ONCE, FIRST = 60_000, 20_000, date(1995, 7, 1)


def people(count: int, rng: random.Random) -> list[tuple[str, str, date, str]]:
    """Make up people: a few names are common, most are rare, as among real ones."""
    names = [sorted({_word(rng, 2, 3) for _ in range(most)}) for most in (9_000, 60_000)]
    weights = [[1 / (place + 1) ** power for place in range(len(known))]
               for known, power in zip(names, (0.9, 0.7), strict=True)]  # fmt: skip
    drawn = [rng.choices(known, weight, k=count)
             for known, weight in zip(names, weights, strict=True)]  # fmt: skip
    codes = [f"SE{rng.randint(1, 28)} {rng.randint(1, 9)}{a}{b}" for a in "ABDEFGHJLN"
             for b in "ABDEFGHJLN" for _ in range(STREETS // 100)]  # fmt: skip
    return [
        (one, other, FIRST + timedelta(days=rng.randrange(18 * 365)), rng.choice(codes))
        for one, other in zip(*drawn, strict=True)
    ]


def _word(rng: random.Random, least: int, most: int) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(least, most))).title()


def slip(word: str, rng: random.Random) -> str:
    """Drop, swap or change one letter after the first."""
    at = rng.randrange(1, max(len(word) - 1, 2))
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
    return word[:at] + rng.choice("aeiourstln") + word[at + 1 :]


def told_of(person: tuple[str, str, date, str], rng: random.Random) -> tuple[str, str, date, str]:
    """What somebody says of a person: slips in names, a birthday swapped, an older address."""
    forename, surname, born, place = person
    if rng.random() < 0.3:
        forename = slip(forename, rng)
    if rng.random() < 0.3:
        surname = slip(surname, rng)
    if rng.random() < 0.08 and born.day <= 12:
        born = date(born.year, born.day, born.month)
    if rng.random() < 0.05:
        forename, surname = surname, forename
    return forename, surname, born, "" if rng.random() < 0.4 else place


def fill(known: list[tuple[str, str, date, str]], area: Any, owner: Any) -> None:
    """Write them all as plain rows, without the verbs, whose story a benchmark has no use for."""
    from holdfast.kernel.records.models import Record  # noqa: PLC0415
    from holdfast.practice.children.models import Address, Child, Name, SearchKey  # noqa: PLC0415
    from holdfast.practice.children.rules.keys import keys_of  # noqa: PLC0415

    for start in range(0, len(known), AT_ONCE):
        some = list(enumerate(known[start : start + AT_ONCE], start + 1))
        ids = {n: uuid4() for n, _ in some}
        record = Record(kind="child", area=area, owner=owner, sealed=False, opened_on=FIRST,
                        retention="child_protection")  # fmt: skip
        _write(record, ({"id": ids[n].hex, "reference": f"X-{n}"} for n, _ in some))
        _write(
            Child(),
            ({"id": n, "record_id": ids[n].hex, "known_as": f"{a} {b}", "forename": a,
              "surname": b, "born_on": born} for n, (a, b, born, _) in some),
        )  # fmt: skip
        name = Name(kind="current", source=owner)
        _write(name, ({"id": n, "child_id": n, "forename": a, "surname": b}
                      for n, (a, b, _, _) in some))  # fmt: skip
        home = Address(source=owner)
        _write(home, ({"id": n, "child_id": n, "postcode": p} for n, (_, _, _, p) in some))
        keys = (
            {"child_id": n, "key": key}
            for n, (a, b, born, place) in some
            for key in keys_of(names=[(a, b)], born_on=born, postcodes=[place])
        )
        _write(SearchKey(), keys)


def _write(like: Any, rows: Iterable[dict[str, object]]) -> None:
    """Insert rows that are like one of the model's, but for the columns given."""
    from django.db import connection, transaction  # noqa: PLC0415

    others = iter(rows)
    first = next(others)
    fields = [f for f in like._meta.concrete_fields if f.column in first or f.column != "id"]
    same = {f.column: f.get_db_prep_save(getattr(like, f.attname), connection) for f in fields}
    holes = ", ".join(["%s"] * len(fields))
    columns = ", ".join(f'"{column}"' for column in same)
    insert = f'insert into "{like._meta.db_table}" ({columns}) values ({holes})'  # noqa: S608
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(insert, [tuple({**same, **row}.values()) for row in (first, *others)])


def measure(known: list[tuple[str, str, date, str]], searches: int, rng: random.Random) -> None:
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    from holdfast.demo import cast  # noqa: PLC0415
    from holdfast.practice.children.models import Child  # noqa: PLC0415
    from holdfast.practice.children.models.looking import matches_for  # noqa: PLC0415
    from holdfast.practice.children.rules.told import ChildTold  # noqa: PLC0415

    post = {key: holding.post for key, holding in cast.assemble().items()}["triage"]
    began = time.perf_counter()
    fill(known, post.agency.area, post.agency)
    _say(f"{len(known):,} people written in {time.perf_counter() - began:.0f} s")
    lines = [f"{a} {b} {born:%d/%m/%Y}" for a, b, born, _ in known]
    took, hits = [], 0
    asked = [(person, told_of(person, rng)) for person in rng.sample(known, searches)]
    for person, (a, b, born, place) in asked:
        began = time.perf_counter()
        found = matches_for(ChildTold(a, b, born, postcode=place), to=post, most=5)
        took.append(time.perf_counter() - began)
        hits += any((c.forename, c.surname, c.born_on) == person[:3] for c, _ in found)
    assert Child.objects.count() == len(known)  # noqa: S101
    scans = {}
    for name, scorer in (
        ("WRatio, its default", fuzz.WRatio),
        ("ratio, its quickest", fuzz.ratio),
    ):
        began = time.perf_counter()
        for _, (a, b, born, _) in asked[:3]:
            process.extract(f"{a} {b} {born:%d/%m/%Y}", lines, scorer=scorer, limit=5)
        scans[name] = (time.perf_counter() - began) / 3
    took.sort()
    middle, late = median(took), took[int(len(took) * 0.95)]
    _say(f"One search: {middle * 1000:.1f} ms in the middle, {late * 1000:.1f} ms at p95")
    for name, scan in scans.items():
        _say(f"One scan ({name}): {scan * 1000:.0f} ms, so a search costs 1/{scan / middle:.0f}, "
             f"at p95 1/{scan / late:.0f}")  # fmt: skip
    _say(
        f"The true child was among the first five in {hits / searches:.4f} of {searches} searches"
    )


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # noqa: T201


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    searches = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/people.sqlite3"
        os.environ["HOLDFAST_VAR"] = folder
        os.environ.setdefault("HOLDFAST_SECRET_KEY", "a-benchmark-keeps-no-secret-0123456789")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
        import django  # noqa: PLC0415
        from django.core.management import call_command  # noqa: PLC0415

        django.setup()
        call_command("migrate", verbosity=0)
        rng = random.Random(7)  # noqa: S311
        measure(people(count, rng), searches, rng)


if __name__ == "__main__":
    main()
