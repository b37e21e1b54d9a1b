"""What other rooms hand to the report: told as it is held, and plainly where nothing is."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.chapters import board, challenges, returns, voice
from holdfast.board.annual_report.documents.model import plain, words_in
from holdfast.board.annual_report.documents.standing import tokens_of
from holdfast.board.annual_report.rules.required import guidance
from holdfast.board.annual_report.tests.shipped import TODAY
from holdfast.board.partnership.extracts.money import Money, MoneyRow
from holdfast.board.partnership.rules.money import Sum
from holdfast.board.section11.extracts import TrackingRow
from holdfast.board.section11.rules.counting import ReturnRate, StandardsMet
from holdfast.board.voice.extracts import SaidRow
from holdfast.board.voice.rules import VoiceState
from holdfast.board.workplan.extracts.challenges import ChallengeRow, Difference
from holdfast.board.workplan.rules.challenging import ChallengeState

YEAR_BEGAN = date(2012, 4, 1)
FALL = ChallengeRow(
    area="E09000028", reference="CH-2012-0001", title="Private fostering falls", question="Why?",
    state=ChallengeState.CLOSED, put_to="Service manager", put_by="Independent chair",
    put_on=date(2012, 5, 1), reply_by=None, since=date(2013, 2, 1), days=0, late=0, whose_move="",
    next="", group="", topic="private fostering", figure="", figure_words="", line=3,
    closed_on=date(2013, 2, 1), times_back=0, back_because="", to_ask="", reply="A campaign.",
    differences=(Difference("Notifications rose by a quarter", "Counted", "31 Mar 2013"),),
    promised=(),
)  # fmt: skip


HEARD = SaidRow(
    reference="YV-2012-0001", number=1, group="Youth Council", session="May 2012",
    said_on=date(2012, 5, 31), theme="Being heard", words="Meet us each term.", may_be_used=True,
    state=VoiceState.TOLD, taken_up_by="Executive", we_did="We meet them each term.",
    refers_to="Executive", because="", decided_on=date(2012, 9, 25), told_on=date(2012, 10, 3),
    told_how="At their meeting", told_words="", waiting_days=None,
)  # fmt: skip
KEPT = replace(
    HEARD, number=2, words="", may_be_used=False, state=VoiceState.SAID, we_did="", told_on=None
)


def said(chapter) -> str:
    return " ".join(words for block in chapter.blocks() for words in words_in(block))


def test_a_challenge_is_told_with_the_difference_that_it_made():
    chapter = challenges.chapter([FALL], since=YEAR_BEGAN, on=TODAY, place=7)
    assert "Notifications rose by a quarter" in said(chapter)
    assert "A difference is recorded for 1 of 1." in said(chapter)


def test_a_challenge_without_a_difference_says_so():
    bare = replace(FALL, differences=())
    chapter = challenges.chapter([bare], since=YEAR_BEGAN, on=TODAY, place=7)
    assert "no difference is recorded" in said(chapter)
    assert "recorded for 0 of 1" in said(chapter)


def test_a_challenge_that_was_closed_before_the_year_is_left_to_its_own_year():
    old = replace(FALL, closed_on=date(2012, 3, 31))
    assert challenges.chapter([old], since=YEAR_BEGAN, on=TODAY, place=7).empty


def test_the_rate_of_returns_and_the_standards_met_stand_apart():
    rate = ReturnRate(
        due=10, returned=9, late=("Health",), partial=(), nil=("Probation",), refused=(),
        missing=("Housing",), withdrawn=(), not_due_yet=0,
    )  # fmt: skip
    met = StandardsMet(met=5, partly=2, not_met=1, not_known=0)
    row = TrackingRow(cycle=1, reference="SX-1", year="2012/13", rate=rate, clusters=())
    chapter = returns.chapter([(row, met)], on=TODAY, place=9)
    text = said(chapter)
    assert "Not returned: Housing." in text and "Nothing to report: Probation." in text
    assert "5 of 8 standards graded are met (62%)" in text
    assert "100%" not in text


def test_money_that_nobody_knows_fills_no_item():
    row = MoneyRow("training", "Training", None, None, "not known", "")
    known = replace(row, pence=5_000_000)
    held = Money("2012/13", (known,), Sum(5_000_000, 0), (row,), Sum(0, 1))
    given, spent = board.money(held, place=14).sections
    assert (given.empty, spent.empty) == (False, True)
    [table] = spent.blocks
    assert "not known" in plain(table.groups[0].rows[0].cells[0].parts)
    assert "Of 1 the amount is not known." in plain(table.note)


def test_what_young_people_said_stands_with_what_it_changed_and_when_they_were_told():
    text = said(voice.chapter([HEARD, KEPT], place=11))
    assert "Meet us each term." in text and "3 Oct 2012" in text
    assert "1 changed a decision; 1 of 2 were answered" in text
    assert "kept by the group" in text and "not told yet" in text


def test_a_family_reads_only_words_that_may_be_used_and_what_was_not_done():
    waiting = replace(HEARD, we_did="", told_on=None)
    assert voice.sentences([HEARD, KEPT, waiting]) == [
        "Youth Council said: “Meet us each term.” We meet them each term.",
        "Youth Council said: “Meet us each term.” We have not yet told them what we will do.",
    ]


def test_what_was_said_before_the_year_is_left_to_its_own_year():
    assert voice.of_year([HEARD], since=date(2012, 6, 1), on=TODAY) == []
    assert voice.of_year([HEARD], since=YEAR_BEGAN, on=TODAY) == [HEARD]


def test_young_peoples_words_are_missed_in_words():
    assert "Nothing is held of what young people said" in said(voice.chapter((), place=11))


@pytest.mark.django_db
def test_a_chapter_with_nothing_in_it_says_so_and_fills_nothing(edition):
    report = library.report_of(edition, on=TODAY)
    empty = [chapter for chapter in report.chapters if chapter.empty]
    assert len(empty) >= 9
    assert all(said(chapter).startswith(("No ", "Nothing ")) for chapter in empty)
    tokens = tokens_of(report, edition, [], guidance=guidance()["2013"])
    assert not {f"chapter:{chapter.slug}" for chapter in empty} & tokens


@pytest.mark.django_db
def test_chapters_are_numbered_in_their_order(edition):
    report = library.report_of(edition, on=TODAY)
    assert [each.number for each in report.chapters] == list(range(1, 21))
    assert report.chapters[-1].slug == "programme"
