"""One page, and large type for families: the same figures, nothing typed again."""

import io

import lxml.html
import pikepdf
import pytest

from holdfast.board.annual_report.documents import html, pdf, shelf
from holdfast.board.annual_report.documents.briefs import family, one_page
from holdfast.board.annual_report.documents.codec import from_json, to_json
from holdfast.board.annual_report.documents.model import plain, refs_in
from holdfast.board.annual_report.tests import pdf_text, shipped

KINDS = [one_page.FORM, family.FORM]


def brief(kind):
    return shipped.report().brief(kind)


@pytest.fixture(scope="module")
def printed():
    made = {kind: pdf.short(shipped.report(), brief(kind), on=shipped.TODAY) for kind in KINDS}
    return {kind: pikepdf.open(io.BytesIO(found)) for kind, found in made.items()}


@pytest.fixture(scope="module")
def pages():
    made = {kind: html.short(shipped.report(), brief(kind)).decode() for kind in KINDS}
    return {kind: lxml.html.document_fromstring(found) for kind, found in made.items()}


def test_the_one_page_edition_is_one_page(printed):
    assert len(printed[one_page.FORM].pages) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_every_figure_of_a_short_edition_is_the_full_reports_own(kind):
    held = {figure.id: figure for figure in shipped.report().figures}
    refs = [ref for block in brief(kind).blocks() for ref in refs_in(block)]
    assert refs and all(ref.figure in held for ref in refs)
    whole = [ref for ref in refs if not ref.shown.endswith("%")]
    assert all(ref.shown == held[ref.figure].shown for ref in whole)


def test_the_page_has_five_figures_with_their_change_rank_and_day(pages):
    rows = pages[one_page.FORM].xpath("//table//tbody/tr")
    assert len(rows) == 5
    assert "3,010" in rows[0].text_content() and "5th highest of 31" in rows[0].text_content()


@pytest.mark.parametrize("kind", KINDS)
def test_each_number_of_a_short_edition_leads_to_its_release(pages, kind):
    links = {link.removeprefix("#") for link in pages[kind].xpath("//a[@class='hf-figure']/@href")}
    sources = set(pages[kind].xpath("//li[starts-with(@id, 'source-')]/@id"))
    assert links and links == sources
    assert "SFR27-2012" in pages[kind].get_element_by_id("sources").text_content()


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_words_stand_in_the_page_and_in_the_pdf(pages, printed, kind):
    said = " ".join(pdf_text.words_of(printed[kind]).split())
    for section in brief(kind).sections:
        assert section.title in said
        assert section.title in pages[kind].text_content()


def test_what_went_well_is_only_what_is_shown_to_have_changed(pages):
    well = pages[one_page.FORM].get_element_by_id("well").text_content()
    assert "Notifications rose by a quarter." in well and "Steering group" in well
    assert "conference" not in well
    assert (
        "no evidence of impact"
        in pages[one_page.FORM].get_element_by_id("not-well").text_content()
    )


def test_the_family_edition_passes_its_own_reading_rule():
    found = family.reading(brief(family.FORM))
    assert found.easy, found.why


def test_a_family_is_told_what_cannot_be_shown_and_what_nobody_asked(pages):
    said = pages[family.FORM].text_content()
    assert "We cannot yet show that 1 of these made things better." in said
    assert "We hold no note of what young people told us." in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_edition_is_tagged_english_and_fetches_nothing(pages, printed, kind):
    root = printed[kind].Root
    assert bool(root.MarkInfo.Marked) and str(root.Lang) == "en-GB"
    assert pages[kind].xpath("//script | //link | //img | //*[@src] | //*[@style]") == []


def test_an_edition_frozen_before_there_were_short_ones_offers_none():
    old = from_json((shipped.DATA / "frozen_format_1.json").read_text("utf-8"))
    assert {each.kind for each in shelf.formats_of(old)} == {"html", "pdf", "word", "figures"}
    assert old.brief(one_page.FORM) is None


@pytest.mark.parametrize("kind", ["html", "pdf", "word", "figures"])
def test_an_edition_frozen_in_the_first_format_is_still_set_in_every_format(kind):
    old = from_json((shipped.DATA / "frozen_format_1.json").read_text("utf-8"))
    assert shelf.FORMATS[kind].make(old, shipped.TODAY)
    assert [chapter.slug for chapter in old.chapters] == [
        "about", "local-context", "allegations", "work-plan", "programme",
    ]  # fmt: skip


def test_an_old_edition_loses_nothing_when_it_is_written_again():
    old = from_json((shipped.DATA / "frozen_format_1.json").read_text("utf-8"))
    assert from_json(to_json(old)) == old


def test_an_activity_without_evidence_is_marked_in_every_format():
    report = shipped.report()
    page = html.standalone(report).decode()
    assert "No evidence of impact is held." in page
    chapter = next(each for each in report.chapters if each.slug == "activity")
    assert "For 1 of 2 no evidence" in plain(chapter.opening[0].parts)
