"""Is this the same person? Names as heard against names as held."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.practice.allegations.rules.explain import compare, in_words, offered
from holdfast.practice.allegations.rules.likeness import Asked, Held, Level
from holdfast.practice.children.rules.likeness import align, words_of

ESCORT = Held("escort", ("Desmond Jellicoe",), ("escort on a school bus",))
COACH = Held("coach", ("Desmond Jellis",), ("swimming coach",))
HEARD = Asked("Desmund Jelico", "bus escort")

FIRST = ["Amara", "Bernard", "Colette", "Dmitri", "Eleanor", "Fergus", "Giovanni", "Harriet"]
LAST = ["Abernathy", "Blackwood", "Castellano", "Drummond", "Featherstone", "Grimaldi", "Holloway"]
names = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)).map(" ".join)
typed = st.text(
    alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Pd"]), min_size=1, max_size=24
)


def underlined(runs):
    return "".join(r.text for r in runs if r.differs)


def test_the_misspelt_escort_is_likely_and_the_swimming_coach_is_only_possible():
    first, second = offered(HEARD, [COACH, ESCORT])
    assert (first.key, first.level) == ("escort", Level.LIKELY)
    assert (second.key, second.level) == ("coach", Level.POSSIBLE)


def test_why_a_person_is_offered_is_said_in_words():
    found = compare(HEARD, ESCORT)
    assert in_words(found) == "You typed Desmund Jelico; the record has Desmond Jellicoe."
    assert found.reasons == (
        "Both names sound the same",
        "first name one letter out, surname two",
        "same work, “bus escort”",
    )
    assert found.not_known == ("date of birth: ask the caller",)


def test_the_letters_that_differ_are_marked_and_also_counted_in_words():
    found = compare(HEARD, ESCORT)
    assert (underlined(found.typed), underlined(found.held)) == ("u", "ole")


def test_no_likeness_is_told_as_a_number_of_per_cent():
    said = " ".join([in_words(f) + " ".join(f.reasons) for f in offered(HEARD, [ESCORT, COACH])])
    assert "%" not in said and "score" not in said


def test_a_former_name_is_found_and_said_to_be_one():
    held = Held("x", ("Desmond Brown", "Desmond Jellicoe"))
    assert "under another name he or she has used" in compare(HEARD, held).reasons


def test_names_the_other_way_round_accents_and_titles_do_not_matter():
    found = compare(Asked("Jéllicoe, Mr Desmond"), ESCORT)
    assert found.level is Level.LIKELY
    assert "names the other way round" in found.reasons


def test_a_short_form_of_the_first_name_is_offered():
    assert compare(Asked("Des Jellicoe"), ESCORT).level is Level.POSSIBLE


def test_a_surname_alone_is_never_likely():
    assert compare(Asked("Jelico"), ESCORT).level is Level.POSSIBLE


def test_another_date_of_birth_keeps_it_from_being_likely():
    held = Held("x", ("Desmond Jellicoe",), (), date(1970, 5, 4))
    asked = Asked("Desmond Jellicoe", born_on=date(1988, 12, 1))
    assert compare(asked, held).level is Level.POSSIBLE


def test_day_and_month_the_other_way_round_are_called_a_slip():
    held = Held("x", ("Desmond Jellicoe",), (), date(1970, 5, 4))
    found = compare(Asked("Desmond Jellicoe", born_on=date(1970, 4, 5)), held)
    assert "date of birth one slip out" in found.reasons


def test_a_stranger_with_the_same_surname_is_not_offered():
    assert compare(Asked("Winifred Jellicoe"), ESCORT) is None


@given(names, names)
def test_likeness_is_the_same_either_way_round(one, other):
    there = compare(Asked(one), Held("x", (other,)))
    back = compare(Asked(other), Held("x", (one,)))
    assert (there and there.level) == (back and back.level)


@settings(max_examples=300)
@given(typed, typed)
def test_anything_may_be_typed_and_likeness_stays_the_same_either_way_round(one, other):
    there = compare(Asked(one), Held("x", (other,)))
    back = compare(Asked(other), Held("x", (one,)))
    assert (there and there.level) == (back and back.level)


@given(names, st.data())
def test_one_slip_of_the_keyboard_is_always_found(name, data):
    words = name.split()
    where = data.draw(st.integers(1, len(words[1]) - 2))
    slip = data.draw(st.sampled_from(["drop", "double", "swap"]))
    surname = {
        "drop": words[1][:where] + words[1][where + 1 :],
        "double": words[1][:where] + words[1][where] + words[1][where:],
        "swap": words[1][:where] + words[1][where + 1] + words[1][where] + words[1][where + 2 :],
    }[slip]
    assert compare(Asked(f"{words[0]} {surname}"), Held("x", (name,))) is not None


@given(names, names)
def test_different_people_are_never_called_likely(one, other):
    different = one.split()[0] != other.split()[0] or one.split()[1] != other.split()[1]
    found = compare(Asked(one), Held("x", (other,)))
    assert not different or found is None or found.level is not Level.LIKELY


@given(typed, typed)
def test_the_marked_letters_spell_the_words_that_were_compared(one, other):
    found = compare(Asked(one), Held("x", (other,)))
    if found:
        assert "".join(r.text for r in found.typed) == " ".join(words_of(one))
        assert "".join(r.text for r in found.held) == " ".join(words_of(other))


def test_each_word_is_paired_once():
    aligned = align(("Anna", "Maria", "Jellicoe"), ("Jellicoe", "Anna"))
    assert len({j for _, j in aligned.pairs}) == len(aligned.pairs) == 2
