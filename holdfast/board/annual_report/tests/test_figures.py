"""The report's numbers are the Department's numbers."""

import pytest

from holdfast.board.annual_report.documents import gather
from holdfast.board.annual_report.documents.model import plain, refs_in
from holdfast.board.annual_report.documents.outline import UnknownYear, outline_of, outlines
from holdfast.board.annual_report.tests import shipped
from holdfast.insight.benchmarking.figures import open_store


@pytest.mark.parametrize(
    ("name", "shown", "change", "rank", "later"),
    [
        ("cin", "3,010", "−9.6%", "5th highest of 31", "3,315"),
        ("referrals", "3,640", "−15.7%", "7th highest of 31", "3,450"),
        ("assessments", "2,764", "−13.5%", "7th highest of 25", "2,463"),
        ("plans", "273", "−5.5%", "8th highest of 31", "272"),
        ("looked-after", "551", "+6.2%", "4th highest of 33", "565"),
    ],
)
def test_each_headline_figure_equals_the_published_one(name, shown, change, rank, later):
    measure = shipped.evidence()[name]
    assert measure.figure.shown == shown
    assert shipped.evidence().change(name).shown == change
    assert measure.figure.rank == rank
    assert measure.later.figure.shown == later


def test_initial_assessments_are_75_9_per_cent_of_referrals():
    assert shipped.evidence().share("assessments").shown == "75.9%"


def test_the_legal_statuses_are_218_77_and_68_of_551():
    names = ("status-full-care", "status-interim-care", "status-placement")
    found = [shipped.evidence()[name] for name in names]
    assert [each.figure.shown for each in found] == ["218", "77", "68"]
    assert {each.figure.denominator for each in found} == {"551"}


def test_abuse_or_neglect_is_the_commonest_need_and_acute_stress_the_third():
    evidence = shipped.evidence()
    assert evidence.ref("need-abuse").shown == "1,308"
    assert evidence.share("need-abuse", 0).shown == "43%"
    assert evidence.ref("need-stress").shown == "292"
    needs = sorted(
        (m.value for name, m in evidence.measures.items() if name.startswith("need-")),
        reverse=True,
    )
    assert needs.index(292) == 2


def test_plans_that_lasted_two_years_went_from_7_4_to_16_4_per_cent_the_worst_of_28():
    long = shipped.evidence()["long-plans"]
    assert f"{long.share:.1f}" == "7.4"
    assert f"{long.later.share:.1f}" == "16.4"
    assert (long.later.figure.numerator, long.later.figure.denominator) == ("48", "293")
    assert long.later.figure.rank == "28th of 28, counted from the best"


def test_by_rate_children_in_need_are_8th_and_not_5th():
    assert shipped.evidence()["cin-rate"].figure.rank == "8th highest of 31"


def test_every_figure_names_a_release_a_row_a_column_and_the_text_read_there():
    published = [f for f in shipped.report().figures if f.status != "local"]
    assert len(published) > 35
    for figure in published:
        assert all([figure.release, figure.row, figure.column, figure.original, figure.as_at])


def test_every_reference_in_the_text_leads_to_a_figure_in_the_list_of_sources():
    report = shipped.report()
    listed = {figure.id for figure in report.figures}
    assert {ref.figure for block in report.blocks() for ref in refs_in(block)} <= listed


def test_a_rank_always_says_of_how_many():
    assert all(" of " in f.rank for f in shipped.report().figures if f.rank)


def test_each_disagreement_stands_in_the_section_of_the_sentence_it_contradicts():
    places = {
        box.key: section.title
        for chapter in shipped.report().chapters
        for section in chapter.sections
        for box in section.blocks
        if hasattr(box, "proposed")
    }
    assert places == {
        "england-total": "Children in need",
        "commonest-need": "Why they were in need",
        "fall-in-rates": "Referrals",
        "one-child": "Looked after children",
    }


def test_a_disagreement_shows_what_was_printed_and_what_was_published():
    said = {box.key: plain(box.parts) for box in shipped.report().disagreements()}
    assert "369,400,000" in said["england-total"] and "369,400." in said["england-total"]
    assert "552" in said["one-child"] and "551" in said["one-child"]
    assert "780.0 to 616.5" in said["fall-in-rates"] and "−21%" in said["fall-in-rates"]
    assert "1,308" in said["commonest-need"] and "292" in said["commonest-need"]


def test_the_chapter_opens_by_saying_that_its_figures_are_a_year_older():
    context = shipped.report().chapters[1]
    assert "a year older than the report" in plain(context.opening[0].parts)


def test_an_unknown_year_says_which_years_there_are():
    with pytest.raises(UnknownYear, match="no annual report for 1999-00.*2012-13"):
        outline_of("1999-00")


def test_a_borough_whose_figures_are_not_held_is_refused_in_one_sentence():
    with pytest.raises(gather.FiguresMissing, match="Nowhere.*not all held.*import-figures"):
        gather.evidence(
            outline_of(shipped.YEAR),
            open_store(shipped.NOTHING_IMPORTED),
            area_code="E09999999",
            area_name="Nowhere",
        )


@pytest.mark.parametrize("year", sorted(outlines()))
def test_every_holder_in_an_outline_is_a_role_and_every_box_has_a_place(year):
    outline = outline_of(year)
    anchors = {"cin", "need", "referrals", "plans", "looked-after"}
    assert {doubt.beside for doubt in outline.doubts} <= anchors
    assert len({doubt.key for doubt in outline.doubts}) == len(outline.doubts)
