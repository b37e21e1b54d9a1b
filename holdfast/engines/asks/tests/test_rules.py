"""The rules: reading never fails, counts add up, no two kinds of answer look alike."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engines.asks.rules import questions, rates, standing, values
from holdfast.engines.asks.rules.changes import changes
from holdfast.engines.asks.rules.questions import Fault, Kind, Question, Questions, Section
from holdfast.engines.asks.rules.rates import Asked
from holdfast.engines.asks.rules.sendable import Given, problems
from holdfast.engines.asks.rules.standing import Facts, Look
from holdfast.engines.asks.rules.states import OPEN, TABLE, Reply, State
from holdfast.engines.asks.rules.values import Absent, Value, parse
from holdfast.engines.asks.tests.world import QUESTIONS

DUE = date(2013, 7, 12)
NUMBER = Question("n", "How many?", Kind.NUMBER, of="staff")
EVERY_KIND = [
    Question("q", "Q", kind, choices=(("a", "A"),) if kind is Kind.CHOICE else ())
    for kind in Kind
]  # fmt: skip


@given(st.sampled_from(EVERY_KIND), st.text(), st.text(max_size=50), st.text(max_size=20))
def test_reading_an_answer_never_fails_and_loses_no_word(question, typed, of, absent):
    value = parse(question, typed, of=of, absent=absent)
    assert value.typed == values.NOT_KEPT.sub("", typed).replace("\r\n", "\n").strip()
    assert values.in_words(question, value) is not None
    assert value == parse(question, value.typed, of=value.typed_of, absent=value.absent)


@given(st.decimals(0, 10**12 - 1, places=4, allow_nan=False))
def test_a_number_is_read_as_it_was_written(number):
    plain = Question("n", "How many?", Kind.NUMBER)
    assert parse(plain, f"{number:,f}").number == number
    assert not parse(plain, f"{number:f}").problem


@pytest.mark.parametrize(
    "typed", ["a dozen", "-1", "1e9", "NaN", "١٢", "²", "1.2.3", "12 people", "inf", "0x10"]
)
def test_what_is_no_number_is_kept_and_said(typed):
    value = parse(NUMBER, typed, of="20")
    assert (value.typed, value.number) == (typed, None)
    assert "Type a number" in value.problem


def test_a_part_is_never_more_than_its_whole_and_has_one():
    assert parse(NUMBER, "21", of="20").problem == "21 is more than the 20 it is out of."
    assert "out of" in parse(NUMBER, "21").problem
    assert values.in_words(NUMBER, parse(NUMBER, "1,200", of="2 400")) == "1,200 of 2,400"


@pytest.mark.parametrize("absent", list(Absent))
def test_each_reason_for_no_figure_stays_apart_from_nought_and_from_silence(absent):
    value = parse(NUMBER, "", absent=absent)
    assert (value.number, value.absent, value.problem) == (None, absent, "")
    assert parse(NUMBER, "0", of="20").number == 0
    assert parse(NUMBER, "").empty
    assert "not both" in parse(NUMBER, "3", of="4", absent=absent).problem


def test_a_word_limit_is_counted_and_nothing_is_cut():
    limited = Question("q", "Say", words=3)
    assert parse(limited, "one two three").problem == ""
    value = parse(limited, "one two three four")
    assert value.typed.endswith("four") and "3 are asked for" in value.problem


@pytest.mark.parametrize("typed", ["31 2 2013", "2013-02-30", "1/1/13", "yesterday", "0 0 0000"])
def test_what_is_no_day_is_kept_and_said(typed):
    value = parse(Question("d", "When?", Kind.DATE), typed)
    assert (value.typed, value.day) == (typed, None) and value.problem


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(["sections", "questions", "key", "title", "text", "kind", "choices", "x"]),
        inner, max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_a_question_set_is_read_whole_or_refused_in_a_sentence(raw):
    try:
        found = questions.read(raw)
    except Fault as wrong:
        assert str(wrong).endswith((".", ")"))
    else:
        assert len(found) > 0


def test_a_question_set_comes_back_as_it_was_kept():
    assert questions.read(questions.as_json(QUESTIONS)) == QUESTIONS


def test_the_same_key_twice_is_refused():
    twice = Section("a", "A", (Question("q", "Q"), Question("q", "R")))
    with pytest.raises(Fault, match="Two questions"):
        questions.read(questions.as_json(Questions((twice,))))


def test_what_changed_between_two_versions_is_said():
    asked = (Question("who", "Who leads now?", Kind.TEXT), Question("fresh", "What is new?"))
    new = Questions((Section("lead", "Leadership", asked),))
    said = changes(QUESTIONS, new)
    assert "New: What is new?" in said
    assert "No longer asked: Staff trained" in said
    assert any(one.startswith("Worded otherwise") for one in said)


DAYS = st.dates(date(2013, 1, 1), date(2013, 12, 31))
ASKED = st.builds(
    Asked,
    who=st.text(min_size=1, max_size=3),
    state=st.sampled_from([State.SENT, State.ACCEPTED, State.IN_PROGRESS, State.TO_DO,
                           State.WITHDRAWN]),
    due_on=DAYS,
    sent_on=st.none() | DAYS,
    reply=st.sampled_from(Reply),
)  # fmt: skip


@given(st.lists(ASKED, max_size=12), DAYS)
def test_the_counts_of_a_round_add_up_and_a_hundred_per_cent_is_all_of_them(asked, on):
    rate = rates.rate(asked, on=on)
    assert rate.returned + len(rate.refused) + len(rate.missing) == rate.due
    assert rate.due + rate.not_due_yet + rate.withdrawn == len(asked)
    assert rate.late <= rate.returned
    if rate.per_cent is None:
        assert rate.due == 0
    else:
        assert 0 <= rate.per_cent <= 100
        assert (rate.per_cent == 100) == (not rate.missing and not rate.refused)


@given(st.lists(ASKED, min_size=1, max_size=12), DAYS)
def test_one_more_missing_return_never_raises_the_rate(asked, on):
    before = rates.rate(asked, on=on).per_cent
    silent = Asked("silent", State.TO_DO, on - timedelta(days=1), None, None)
    after = rates.rate([*asked, silent], on=on)
    assert after.per_cent < 100 and "silent" in after.missing
    assert before is None or after.per_cent <= before


def test_no_two_kinds_of_answer_look_alike():
    late, soon = DUE + timedelta(days=3), DUE - timedelta(days=3)
    drawn = {
        standing.look(Facts(State.SENT, DUE, soon, reply), on=late)[0] for reply in Reply
    } | {
        standing.look(Facts(State.SENT, DUE, late, Reply.FULL), on=late)[0],
        standing.look(Facts(State.TO_DO, DUE), on=late)[0],
        standing.look(Facts(State.IN_PROGRESS, DUE), on=late)[0],
        standing.look(Facts(State.IN_PROGRESS, DUE), on=soon)[0],
    }  # fmt: skip
    assert drawn == set(Look)


@given(st.integers(-40, 60), st.integers(0, 30))
def test_reminders_come_in_order_and_never_before_the_request(days, lead):
    issued = DUE - timedelta(days=lead)
    on = issued + timedelta(days=max(days, 0))
    which = standing.reminder(issued_on=issued, due_on=DUE, on=on)
    left = (DUE - on).days
    assert not (left > 14 and which)
    if left < 0 or (left == 0 and lead):
        assert which
    if which.endswith("before"):
        assert 0 < left <= int(which.split()[0]) < lead


def test_every_move_leads_somewhere_and_a_closed_return_is_not_written_in():
    assert {m.target for m in TABLE.moves.values()} <= set(State)
    assert not OPEN & {State.SENT, State.ACCEPTED, State.WITHDRAWN}


def test_a_carried_answer_is_left_out_of_a_part_and_stops_the_whole():
    given_ = {"who": Given(Value("A lead"), carried=True), "what": Given(Value("Much"))}
    whole = problems(QUESTIONS, given_, reply=Reply.FULL, words="")
    assert any("still true" in one for one in whole)
    assert problems(QUESTIONS, given_, reply=Reply.PARTIAL, words="The lead is new.") == ()
    assert Decimal("66.6") == rates.rate(
        [Asked("a", State.SENT, DUE, DUE, Reply.FULL), Asked("b", State.SENT, DUE, DUE, Reply.NIL),
         Asked("c", State.TO_DO, DUE, None, None)], on=DUE + timedelta(days=1),
    ).per_cent  # fmt: skip
