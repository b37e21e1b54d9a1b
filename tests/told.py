"""The whole story of the demo in a database that is rolled back, and samples of its parts."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.urls import URLResolver, get_resolver

from holdfast.board.annual_report.models import Edition
from holdfast.board.workplan.models import Plan
from holdfast.config.doorless import DOORLESS
from holdfast.demo import cast, story
from holdfast.kernel.directory.models import Account
from holdfast.practice.allegations.models import Allegation, Transfer

NOBODY = "nobody"
PERSONAS = [member.key for member in cast.CAST]
ABSENT = UUID(int=0)


@contextmanager
def rolled_back() -> Iterator[None]:
    """Let writes happen inside, committed ones too, and take them all back."""
    block = transaction.atomic()
    block._from_testcase = True  # what Django's own test case does, so that `durable` is content
    block.__enter__()
    try:
        yield
    finally:
        transaction.set_rollback(True)
        block.__exit__(None, None, None)


def tell() -> None:
    story.tell(lambda name, number, of: None)


def account(key: str) -> Account:
    return Account.objects.get(email=next(m for m in cast.CAST if m.key == key).email)


ABOUT_AN_ACTION = {f"allegations:{name}" for name in ("action", "carry", "new_date")}

Page = tuple[str, frozenset[str]]
"""A page's name and the words its address asks for."""


def every_page(
    resolver: URLResolver, space: str = "", words: frozenset[str] = frozenset()
) -> Iterator[Page]:
    for entry in resolver.url_patterns:
        asked = words | set(entry.pattern.regex.groupindex)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from every_page(entry, inner, asked)
        else:
            yield f"{space}{entry.name}", asked


def guarded() -> list[Page]:
    """Return every page behind a door, by name."""
    return sorted(page for page in every_page(get_resolver()) if page[0] not in DOORLESS)


def bus_case() -> Allegation:
    return Allegation.objects.get(adult__name="Desmond Jellicoe")


def samples(name: str, wanted: frozenset[str]) -> dict[str, object]:
    """Return arguments with which a page of the told story exists."""
    room = name.split(":", maxsplit=1)[0]
    reference = {
        "allegations": lambda: bus_case().record.reference,
        "workplan": lambda: Plan.objects.get().record.reference,
        "annual_report": lambda: Edition.objects.get().record.reference,
        "access": lambda: Plan.objects.get().record.reference,
    }
    known = {
        "number": 14 if room == "workplan" else 1,
        "pk": 1,
        "form": "csv",
        "kind": "html",
        "chapter": "local-context",
        "key": "one-child",
        "identity": "CN01",
        "entry": "told" if name.endswith("write") else "close",
        "offer": ABSENT,
        "parcel": ABSENT,
    }
    found = {word: known[word] for word in wanted if word in known}
    if "reference" in wanted:
        found["reference"] = reference[room]()
    if name in ABOUT_AN_ACTION:
        found["number"] = bus_case().record.actions.order_by("pk")[0].pk
    if name == "allegations:action":
        found["entry"] = "remind"
    if name == "allegations:accept":
        offer = Transfer.objects.first()
        found["offer"] = offer.pk if offer else ABSENT
    return found
