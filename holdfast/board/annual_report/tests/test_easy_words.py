"""How easily a family edition reads: a measure, not a judgement."""

from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.annual_report.rules.easy_words import LONGEST_SENTENCE, reading, sentences_of

words = st.lists(st.text("abcdefgh", min_size=1, max_size=14), min_size=1, max_size=25)


def test_short_sentences_of_short_words_are_easy():
    assert reading(["We asked young people. They told us what to change. We did it."]).easy


def test_officialese_is_not_easy_and_says_why():
    said = reading(["Safeguarding arrangements demonstrated considerable improvement."])
    assert not said.easy
    assert "long words" in said.why


def test_one_sentence_that_never_ends_is_named():
    long = "and so " * LONGEST_SENTENCE + "on."
    found = reading(["We met. You spoke. We heard.", long])
    assert found.too_long == (long,)
    assert not found.easy


def test_nothing_to_read_is_not_easy():
    assert not reading([]).easy
    assert reading(["...", " "]).why == "There is nothing to read."


def test_each_text_begins_a_sentence_of_its_own():
    assert reading(["We met", "You spoke"]).sentences == 2


@given(words)
def test_the_mean_of_one_sentence_is_its_number_of_words(said):
    found = reading([" ".join(said) + "."])
    assert (found.words, found.mean) == (len(said), float(len(said)))


@given(st.text(max_size=200))
def test_any_text_is_measured(text):
    found = reading([text])
    assert 0 <= found.long_share <= 100
    assert found.sentences == len(sentences_of(text))
