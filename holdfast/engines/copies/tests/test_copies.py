"""A copy is made for one reader: what it may not have is in no byte of it."""

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engines.copies import documents, transitions
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.pages import CopyPage
from holdfast.engines.copies.rules import echo
from holdfast.engines.copies.rules.choosing import Held, Reader, Who, Why, choose, why_not
from holdfast.engines.copies.rules.paper import (
    Grid,
    Letter,
    Section,
    Unreadable,
    Words,
    digest,
    from_json,
    to_json,
)
from holdfast.engines.copies.tests.pdf_words import words_of
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Kind, Refused
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

TODAY = date(2013, 6, 28)
CANARY = "Zanzibartoken"
FACTS = (
    Held("1", "Twice late in March.", "The school", "family", subjects=frozenset({"nia"})),
    Held("2", f"{CANARY} visits at night.", "Police", "room"),
    Held("3", f"{CANARY} has a caution from 2009.", "Police", "agencies",
         sensitivity="third_party"),
    Held("4", f"He lives at 7 {CANARY} Mews, SE5 0QQ.", "Housing", "family",
         kept_from=frozenset({"father"})),
    Held("5", f"Theo saw {CANARY}.", "Health", "family", subjects=frozenset({"theo"})),
    Held("6", f"{CANARY} to be discussed among agencies.", "Health", "agencies"),
)  # fmt: skip
SCHOOL = Reader("post:school", "Head teacher", Who.AGENCY, about=frozenset({"nia"}))
FATHER = Reader("father", "Nia’s father", Who.FAMILY, about=frozenset({"nia"}))
LETTER = Letter(
    "Your referral about Nia",
    "the head teacher",
    (
        Section("What we decided", (Words("A social worker will assess what help is needed."),)),
        Section("When", (Grid("Days", ("What", "By"), (("First visit", "5 July"),)),)),
    ),
    "Ring the hub with any question.",
)


def every_byte(copy: Copy) -> str:
    """Return all that a reader could find in every format: text, names, properties."""
    html = documents.write(copy, "html").decode()
    pdf = documents.write(copy, "pdf")
    docx = documents.write(copy, "docx")
    with zipfile.ZipFile(BytesIO(docx)) as packed:
        parts = " ".join(n + packed.read(n).decode("utf-8", "replace") for n in packed.namelist())
    names = " ".join(documents.filename(copy, kind) for kind in documents.FORMATS)
    return " ".join((html, words_of(pdf), pdf.decode("latin-1"), parts, names, copy.content,
                     str(documents.manifest(copy, "pdf")), copy.title))  # fmt: skip


def test_each_reader_gets_their_own_and_the_reason_for_the_rest_is_told() -> None:
    chosen = choose(FACTS, reader=SCHOOL)
    assert [f.number for f in chosen.given] == ["1", "4", "6"]
    assert [(w.number, w.why) for w in chosen.named] == [
        ("2", Why.HUB_ONLY), ("3", Why.THIRD_PARTY), ("5", Why.OTHER_CHILD),
    ]  # fmt: skip
    assert [(w.number, w.why) for w in choose(FACTS, reader=FATHER).named] == [
        ("2", Why.HUB_ONLY), ("3", Why.NOT_SO_FAR), ("4", Why.KEPT_FROM), ("5", Why.OTHER_CHILD),
        ("6", Why.NOT_SO_FAR),
    ]  # fmt: skip
    public = Reader("public", "A neighbour", Who.PUBLIC)
    assert choose(FACTS, reader=public).given == ()


FACTS_AT_RANDOM = st.builds(
    Held,
    number=st.just("1"),
    text=st.just("x"),
    source=st.just("y"),
    audience=st.sampled_from(["room", "agencies", "family", "anyone", "a word of tomorrow"]),
    sensitivity=st.sampled_from(["personal", "third_party", "criminal_offence"]),
    subjects=st.frozensets(st.sampled_from(["nia", "theo", "adult-1"])),
    kept_from=st.frozensets(st.sampled_from(["father", "mother"])),
)
READERS_AT_RANDOM = st.builds(
    Reader,
    key=st.just("father"),
    words=st.just("The father"),
    who=st.sampled_from(Who),
    about=st.frozensets(st.sampled_from(["nia", "theo"])),
    may_have_third_party=st.booleans(),
)


@given(FACTS_AT_RANDOM, READERS_AT_RANDOM)
def test_nobody_has_what_its_owner_or_its_subject_forbids(fact: Held, reader: Reader) -> None:
    outside = fact.audience not in {"agencies", "family", "anyone"}
    third = fact.sensitivity == "third_party" and reader.who is not Who.AGENCY
    apart = bool(reader.about and fact.subjects and not reader.about & fact.subjects)
    too_far = reader.who is Who.FAMILY and fact.audience == "agencies"
    if outside or "father" in fact.kept_from or third or apart or too_far:
        assert why_not(fact, reader) is not None


def test_the_authors_own_words_cannot_say_what_is_withheld() -> None:
    fact = "An adult who visits has a caution; 07700 900 123; lives at SE5 0QQ."
    assert echo.said("AN ADULT  who, visits has", withheld=fact)
    assert echo.said("Ring 900 or SE50QQ.", withheld=fact) == "se50qq"
    assert echo.said("Ring 07700.", withheld=fact) == "07700"
    assert not echo.said("The school has seen an adult.", withheld=fact)
    assert not echo.said("An adult who visits.", withheld=fact, given=["An adult who visits him"])


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_may_be_looked_through(text, withheld) -> None:
    found = echo.said(text, withheld=withheld, given=[withheld])
    assert found == ""


@pytest.mark.parametrize("wrong", ["", "{}", '{"format":2,"letter":{}}', '{"format":1}'])
def test_what_is_no_frozen_copy_is_told(wrong: str) -> None:
    with pytest.raises(Unreadable):
        from_json(wrong)
    assert from_json(to_json(LETTER)) == LETTER


@pytest.fixture
def record(friday, posts):
    """A record that the MASH manager opens and works on, of a kind that only this test knows."""
    rights = {Role.MASH_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN})}
    gate.declare(Kind("test paper", "TP", "board", rights))
    by = posts["mash_manager"]
    area, owner = by.agency.area, by.agency
    yield gate.open_record(kind="test paper", area=area, owner=owner, by=by, on=TODAY)
    KINDS.pop("test paper")


def test_no_byte_of_a_copy_holds_a_withheld_fact(record, posts) -> None:
    by = posts["mash_manager"]
    told = {"facts": FACTS, "reader": FATHER, "by": by, "on": TODAY}
    shown = transitions.show_copy(record, letter=LETTER, **told)
    assert not Copy.objects.exists()
    assert [section.title for section in shown.letter.sections][-1] == "What agencies said"
    leaking = Letter(
        "About Nia", "her father", (Section("Why", (Words(f"{CANARY} visits at night"),)),)
    )
    with pytest.raises(NotAllowed, match="says fact 2 of Police"):
        transitions.keep_copy(record, letter=leaking, **told)
    with pytest.raises(Refused):
        transitions.keep_copy(record, letter=LETTER, **(told | {"by": posts["nurse"]}))
    copy = transitions.keep_copy(record, letter=LETTER, **told)
    found = every_byte(copy)
    assert CANARY.casefold() not in found.casefold() and "SE5 0QQ" not in found
    assert "Twice late in March" in found and "First visit" in found
    properties = re.findall(r"<dc:(?:title|creator)>(.*?)<", found)
    assert [one for one in properties if one] == ["Copy for one reader", "Holdfast"]
    assert copy.digest == digest(to_json(copy.letter)) and copy.before is None
    later = Letter(LETTER.title, LETTER.to, LETTER.sections[:1], LETTER.foot)
    again = transitions.keep_copy(record, letter=later, **told)
    assert (again.number, again.before) == (2, copy)
    mine, theirs = (CopyPage.of(again, to=posts[key]) for key in ("mash_manager", "nurse"))
    assert [line.text for line in mine.changed if line.mark == "taken out"][:1] == ["When"]
    assert mine.withheld[0] == "Fact 2 of Police: seen in the hub, not passed on by its owner."
    assert (theirs.withheld, theirs.changed) == ((), ())
    preview = CopyPage.preview(shown, last=again)
    assert any(line.mark == "added" and line.text == "When" for line in preview.changed)
    assert CANARY not in "".join(preview.withheld)
