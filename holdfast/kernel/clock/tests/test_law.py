"""The reviewed data: it loads, it makes sense, and a bad file says what is wrong with it."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.clock import timescales
from holdfast.kernel.clock.almanac import read_almanac
from holdfast.kernel.clock.law import BadData, Disapplied, Kind, NotInForce, Rule, Severity, Status
from holdfast.kernel.clock.reading import DATA, read_yaml
from holdfast.kernel.clock.timescales import (
    book,
    edition_in_force,
    read_editions,
    read_section,
    rule_in_force,
)

RULES = list(book())
EDITIONS = book().editions
SOUTHWARK, HACKNEY = "E09000028", "E09000012"


def rule_on(rule_id: str, said: str, authority: str | None = None) -> Rule:
    found = rule_in_force(rule_id, date.fromisoformat(said), authority=authority)
    assert isinstance(found, Rule)
    return found


def in_words(rule_id: str, said: str) -> str:
    limit = rule_on(rule_id, said).limit
    assert limit is not None
    return limit.words


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.id}-{r.version}")
def test_every_rule_names_its_source_and_how_sure_we_are(rule: Rule) -> None:
    assert rule.source.document
    assert rule.status in Status
    assert rule.duty[0].isupper()
    assert not rule.duty.endswith(".")
    assert rule.limit or rule.limit_words


@pytest.mark.parametrize("rule", RULES, ids=lambda r: f"{r.id}-{r.version}")
def test_a_local_standard_is_never_called_statutory(rule: Rule) -> None:
    if rule.status is Status.LOCAL or rule.severity is Severity.LOCAL:
        assert rule.kind is Kind.LOCAL
    if rule.kind is Kind.LOCAL:
        assert "statutory breach" not in f"{rule.overdue} {rule.notes}"


def test_nothing_carried_over_or_from_memory_is_shown_as_read() -> None:
    for rule in RULES:
        if rule.unconfirmed and rule.id != "FGDM.OFFER":
            assert rule.status in {Status.MEMORY, Status.LOCAL}


@pytest.mark.parametrize("family", sorted({e.family for e in EDITIONS.values()}))
def test_editions_follow_one_another_without_gap_or_overlap(family: str) -> None:
    ours = [e for e in EDITIONS.values() if e.family == family]
    for earlier, later in pairwise(ours):
        assert earlier.ends_on is not None
        assert later.starts_on == earlier.ends_on + timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "edition"),
    [
        ("2013-04-14", "WT2010"),
        ("2013-04-15", "WT2013"),
        ("2013-06-28", "WT2013"),
        ("2015-03-26", "WT2015"),
        ("2018-07-03", "WT2015"),
        ("2018-07-04", "WT2018"),
        ("2023-12-15", "WT2023"),
        ("2026-03-19", "WT2026"),
    ],
)
def test_the_edition_in_force_follows_the_day(said: str, edition: str) -> None:
    assert edition_in_force(date.fromisoformat(said)).id == edition


def test_the_edition_of_2026_carries_2023_over_unconfirmed() -> None:
    old, new = rule_on("ICPC.15.S47", "2026-03-18"), rule_on("ICPC.15.S47", "2026-03-19")
    assert old.limit == new.limit
    assert (old.unconfirmed, new.unconfirmed) == (False, True)
    assert new.status is Status.MEMORY
    carried = {rule.id for rule in RULES if "WT2023" in rule.editions and not rule.unconfirmed}
    assert carried <= {rule.id for rule in RULES if "WT2026" in rule.editions}


def test_an_initial_assessment_was_seven_then_ten_days_and_then_one_of_forty_five() -> None:
    assert in_words("ASMT.INITIAL.7", "2009-11-02") == "7 working days"
    assert in_words("ASMT.INITIAL.10", "2012-11-02") == "10 working days"
    assert in_words("ASMT.SINGLE.45", "2013-04-15") == "45 working days"
    with pytest.raises(NotInForce, match="not in force on 15 April 2013"):
        rule_on("ASMT.INITIAL.10", "2013-04-15")


def test_a_trial_area_is_released_and_southwark_is_not() -> None:
    released = rule_in_force("ASMT.CORE.35", date(2012, 5, 1), authority=HACKNEY)
    assert isinstance(released, Disapplied)
    assert not released.dispensation.complete
    assert rule_on("ASMT.CORE.35", "2012-05-01", SOUTHWARK).limit


def test_the_pandemic_relaxed_visits_everywhere_for_a_while() -> None:
    assert isinstance(rule_in_force("LAC.VISIT.Y1", date(2020, 6, 1)), Disapplied)
    assert rule_on("LAC.VISIT.Y1", "2020-09-25").limit


def test_an_allegation_is_told_within_one_working_day() -> None:
    assert in_words("LADO.REFER", "2013-06-28") == "1 working day"
    assert in_words("LADO.HEARING", "2013-06-28") == "15 working days"
    assert rule_on("LADO.HEARING", "2013-06-28").status is Status.MEMORY
    assert rule_on("LADO.HEARING", "2017-06-28").status is Status.READ


def test_the_shares_of_allegations_are_targets_and_end_in_2021() -> None:
    shares = {i: rule_on(i, "2013-06-28") for i in ("LADO.T80", "LADO.T90", "LADO.TMAX")}
    assert {i: r.share_percent for i, r in shares.items()} == {
        "LADO.T80": 80,
        "LADO.T90": 90,
        "LADO.TMAX": 100,
    }
    assert all(rule.is_a_target for rule in shares.values())
    with pytest.raises(NotInForce):
        rule_on("LADO.T80", "2021-09-01")


def test_an_unknown_rule_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotInForce, match="No timescale is called LADO.TEA"):
        rule_in_force("LADO.TEA", date(2013, 6, 28))


GOOD: dict[str, Any] = {
    "slug": "one",
    "title": "One",
    "rules": [
        {
            "id": "ONE.DUTY",
            "duty": "Do it",
            "starts": "it is asked",
            "stops": "it is done",
            "limit": "5 WD",
            "responsible": "Somebody",
            "editions": "WT2010..WT2013",
            "kind": "statutory guidance",
            "severity": "S3",
            "source": {"document": "A document"},
            "status": "V2",
        }
    ],
}


def section(**changes: Any) -> timescales.Section:
    raw = {**GOOD, "rules": [{**GOOD["rules"][0], **changes}]}
    return read_section(raw, where="one.yaml", editions=EDITIONS)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"limit": "5 fortnights"}, "limit: '5 fortnights' should be a limit such as 15 WD"),
        ({"limit": "0 WD"}, "limit: '0 WD' should be at least 1"),
        ({"limit": "none"}, "limit_words: None should be words"),
        ({"status": "verified"}, "status: 'verified' should be one of: V, V2, M, L"),
        ({"status": "L"}, "kind: 'statutory guidance' should be local"),
        ({"editions": "WT2013..KCSIE2016"}, "editions: .* should be a range within one family"),
        ({"editions": "WT1999..WT2013"}, "should be a range of known editions"),
        ({"calendar": "MOON"}, "calendar: 'MOON' should be one of the calendars"),
        ({"calendar": "NONE"}, "should be a calendar of working days"),
        ({"count": "CNT.HOUR"}, "count: 'CNT.HOUR' should be a way of counting WD"),
        ({"valid_from": "soon"}, "valid_from: 'soon' should be a day"),
        ({"valid_to": date(2001, 1, 1)}, "valid_to: .* should be on or after valid_from"),
        ({"source": {"document": ""}}, "source, document: '' should be words"),
        ({"colour": "red"}, "has a field nobody knows: 'colour'"),
        ({"share_percent": 80}, "share_percent: 80 should be left out"),
        ({"dispensations": ["none-such"]}, "nothing is called 'none-such'"),
        ({"id": "one duty"}, "'one duty' should be a rule's id"),
        ({"transitions": [{"day": 3, "words": "x"}]}, "transitions 1, day: 3 should be a day"),
    ],
)
def test_a_bad_row_says_file_rule_field_and_value(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(BadData, match=rf"one\.yaml.*{said}"):
        section(**changes)


def test_a_good_row_is_read() -> None:
    rule = section().rules[0]
    assert (rule.editions, rule.valid_to) == (("WT2010", "WT2013"), date(2015, 3, 25))


def test_versions_that_overlap_are_refused() -> None:
    versions = [{"valid_from": date(2010, 1, 1)}, {"valid_from": date(2012, 1, 1)}]
    with pytest.raises(BadData, match="version 2 overlaps the one before it"):
        section(versions=[{**v, "valid_to": None} for v in versions])


def test_a_key_written_twice_is_refused() -> None:
    with pytest.raises(BadData, match="twice.yaml, line 1: 'limit' is written twice"):
        read_yaml("limit: 5 WD\nlimit: 10 WD\n", where="twice.yaml")


@given(st.text(max_size=200))
def test_any_text_at_all_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        assert isinstance(read_yaml(text, where="fuzz.yaml"), dict)
    except BadData as fault:
        assert str(fault).startswith("fuzz.yaml")


def values() -> st.SearchStrategy[Any]:
    plain = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    return st.recursive(
        plain | st.dates(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.text(max_size=6) | st.integers(), inner, max_size=3)
        ),
        max_leaves=6,
    )


@given(
    st.sampled_from([*GOOD["rules"][0], "calendar", "count", "versions", "transitions"]), values()
)
def test_any_value_in_any_field_is_taken_or_refused_in_a_sentence(name: str, value: Any) -> None:
    try:
        section(**{name: value})
    except BadData as fault:
        assert re.match(r"one\.yaml.*\.$", str(fault), re.S)


@given(st.sampled_from(["editions.yaml", "calendars.yaml"]), st.data())
def test_a_damaged_file_is_refused_in_a_sentence(name: str, data: st.DataObject) -> None:
    text = (DATA / name).read_text()
    cut = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text(max_size=5))
    damaged = text[:cut] + put + text[cut + len(put) :]
    reader = read_editions if name == "editions.yaml" else read_almanac
    try:
        reader(read_yaml(damaged, where=name), where=name)
    except BadData as fault:
        assert name in str(fault)


def test_a_page_of_yaml_never_runs_anything() -> None:
    with pytest.raises(BadData, match="not readable YAML"):
        read_yaml("a: !!python/object/apply:os.getcwd []", where="evil.yaml")
    assert yaml.safe_load("a: 1") == {"a": 1}
