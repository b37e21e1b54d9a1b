"""What leaves the room in a letter, and what must not."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from holdfast.practice.allegations.rules import letters

EARLIER = letters.Secret("AL-2012-0031", ("Desmond Jellicoe", "Brightline Coaches", "Micah Arden"))


def letter(advice="1. He does not escort on Monday.\n2. Write down what the driver saw."):
    return letters.advice_letter(
        to="Transport co-ordinator",
        rang_at=datetime(2013, 6, 28, 16, 45, tzinfo=UTC),
        about="an escort",
        advice=advice,
        refer_by=date(2013, 7, 1),
        duty="the duty number",
        safe=True,
    )


def test_the_letter_says_when_they_rang_what_was_advised_and_by_when_to_write():
    text = letter().text
    assert "You rang at 16:45 on Friday 28 June about an escort." in text
    assert "2. Write down what the driver saw." in text
    assert "by the end of Monday 1 July" in text


def test_the_letter_says_whose_decision_it_is():
    assert "your decision as the employer" in letter().text


def test_a_letter_without_a_word_of_the_earlier_case_passes():
    assert letters.leaks(letter().text, own="AL-2013-0009", secrets=[EARLIER]) == ()


def test_a_name_a_reference_and_a_hint_of_an_earlier_case_are_all_caught():
    text = letter("Jellicoe was seen in AL-2012-0031: an earlier allegation.").text
    found = letters.leaks(text, own="AL-2013-0009", secrets=[EARLIER])
    assert found == ("AL-2012-0031", "earlier allegation", "jellicoe")


def test_the_name_as_this_caller_spelt_it_is_theirs_to_read():
    text = letter("Desmund Jelico does not escort on Monday.").text
    assert not letters.leaks(
        text, own="AL-2013-0009", secrets=[EARLIER], own_names=["Desmund Jelico"]
    )
    assert letters.leaks(
        text.replace("Jelico", "Jellicoe"), own="", secrets=[EARLIER], own_names=["Desmund Jelico"]
    ) == ("jellicoe",)


def test_common_words_of_an_employers_name_give_nobody_away():
    assert letters.telling_words(["Brightline Coaches", "The School Transport Trust"]) == {
        "brightline"
    }


def test_what_is_wrong_is_said_with_what_to_do():
    said = letters.leak_sentence(("jellicoe",))
    assert "“jellicoe”" in said and "Take it out" in said


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_telling_name_never_passes_wherever_it_stands(before, after):
    text = f"{before} Brightline {after}"
    assert "brightline" in letters.leaks(text, own="", secrets=[EARLIER])
