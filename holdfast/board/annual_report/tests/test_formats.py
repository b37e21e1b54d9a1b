"""The same numbers stand in the page, the PDF and the Word file, and each can be read aloud."""

import io
import re
from dataclasses import replace
from itertools import pairwise

import docx
import lxml.html
import pikepdf
import pytest
from docx.oxml.ns import qn

from holdfast.board.annual_report.documents import drawings, html, pdf, word
from holdfast.board.annual_report.documents.model import (
    BarChart,
    PairChart,
    Paragraph,
    Table,
    plain,
)
from holdfast.board.annual_report.tests import pdf_text, shipped

NUMBERS = ["3,010", "3,640", "2,764", "273", "551", "369,400", "1,308", "48", "293", "16.4%"]
CHARTS = [b for b in shipped.report().blocks() if isinstance(b, BarChart | PairChart)]


@pytest.fixture(scope="module")
def page():
    return lxml.html.document_fromstring(html.standalone(shipped.report()).decode())


@pytest.fixture(scope="module")
def printed():
    return pikepdf.open(io.BytesIO(pdf.write(shipped.report(), on=shipped.TODAY)))


@pytest.fixture(scope="module")
def typed():
    return docx.Document(io.BytesIO(word.write(shipped.report(), on=shipped.TODAY)))


def words_of(document) -> str:
    return " ".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def tags(tree, found=None):
    """Every structure element of a tagged PDF, in reading order."""
    found = [] if found is None else found
    kids = tree.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found.append(kid)
            tags(kid, found)
    return found


@pytest.mark.parametrize("number", NUMBERS)
def test_the_page_has_the_published_number(page, number):
    assert number in page.text_content()


@pytest.mark.parametrize("number", NUMBERS)
def test_the_word_file_has_the_published_number(typed, number):
    assert number in words_of(typed)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_pdf_has_the_published_number(printed, number):
    assert number in pdf_text.words_of(printed)


def test_each_disagreement_is_boxed_in_the_pdf(printed):
    said = " ".join(pdf_text.words_of(printed).split())
    for box in shipped.report().disagreements():
        assert f"Disagreement {box.number} · {box.title}" in said
    assert "369,400,000 for England" in said


def without_raised_numbers(cell) -> str:
    """The text of a table's cell without the numbers that lead to its sources."""
    if hasattr(cell, "_tc"):
        runs = cell._tc.xpath(".//w:r[not(ancestor::w:hyperlink)]//w:t")
        return "".join(node.text for node in runs)
    return "".join(cell.xpath(".//text()[not(ancestor::sup)]"))


def test_every_cell_of_every_table_is_the_same_in_the_page_and_in_word(page, typed):
    tables = [block for block in shipped.report().blocks() if isinstance(block, Table)]
    in_page, in_word = page.xpath("//table"), typed.tables
    assert len(tables) == len(in_page) == len(in_word) > 6
    for table, web, typed_table in zip(tables, in_page, in_word, strict=True):
        rows = [row for group in table.groups for row in group.rows]
        wanted = [[c.heading for c in table.columns]] + [
            [row.header, *(f"{plain(c.parts)}{c.under}" for c in row.cells)] for row in rows
        ]
        for found in (web.xpath(".//tr"), typed_table.rows):
            cells = [row.cells if hasattr(row, "cells") else row.xpath("./*") for row in found]
            assert [[without_raised_numbers(c) for c in row] for row in cells] == wanted


def test_each_disagreement_is_boxed_in_the_page_and_in_word(page, typed):
    for box in shipped.report().disagreements():
        [section] = page.xpath(f"//section[@id='disagreement-{box.number}']")
        assert box.title in section.text_content()
        assert "Not settled yet" in section.text_content()
        assert f"Disagreement {box.number} · {box.title}" in words_of(typed)


def test_each_number_in_the_page_leads_to_a_source_on_the_same_page(page):
    links = page.xpath("//a[@class='hf-figure']/@href")
    anchors = set(page.xpath("//*[starts-with(@id, 'source-')]/@id"))
    assert len(links) > 50
    assert {link.removeprefix("#") for link in links} <= anchors


def test_the_file_fetches_nothing_and_runs_nothing(page):
    assert page.xpath("//script | //link | //img | //iframe | //*[@src] | //*[@style]") == []
    assert all(link.startswith("#") for link in page.xpath("//a/@href"))
    assert "url(" not in page.xpath("string(//style)")


def test_the_headings_of_the_page_never_skip_a_level(page):
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_pdf_says_that_it_is_tagged_english_and_pdf_ua(printed):
    root = printed.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with printed.open_metadata() as about:
        assert about["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert about["dc:title"] == "Annual report 2012/13"


def test_every_chart_in_the_pdf_is_read_aloud_as_its_finding(printed):
    alternatives = [str(t["/Alt"]) for t in tags(printed.Root.StructTreeRoot) if t.S == "/Figure"]
    assert alternatives == [chart.finding for chart in CHARTS]
    assert len(alternatives) == 2


def test_the_tables_of_the_pdf_have_header_cells_for_every_column(printed):
    found = tags(printed.Root.StructTreeRoot)
    tables = [block for block in shipped.report().blocks() if isinstance(block, Table)]
    assert sum(t.S == "/Table" for t in found) == len(tables)
    assert sum(t.S == "/TH" for t in found) == sum(len(t.columns) for t in tables)


def test_the_headings_of_the_pdf_never_skip_a_level(printed):
    names = [str(t.S) for t in tags(printed.Root.StructTreeRoot)]
    levels = [int(name[2]) for name in names if re.fullmatch(r"/H\d", name)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_same_report_and_day_give_the_same_pdf():
    first, again = (pdf.write(shipped.report(), on=shipped.TODAY) for _ in range(2))
    assert first == again


def test_a_word_that_looks_like_markup_stays_a_word_in_every_format():
    chapter = shipped.report().chapters[0]
    trap = "#panic() <b>bold</b> *star* $x$ {{ 7*7 }} \\ @ref"
    made = replace(chapter, opening=(Paragraph((trap,)),))
    report = replace(shipped.report(), chapters=(made,))
    assert trap in lxml.html.document_fromstring(html.standalone(report).decode()).text_content()
    assert trap in words_of(docx.Document(io.BytesIO(word.write(report, on=shipped.TODAY))))
    assert pdf.write(report, on=shipped.TODAY).startswith(b"%PDF")


def test_word_repeats_the_header_row_of_every_table(typed):
    for table in typed.tables:
        first = table.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None


def test_word_has_real_headings_the_language_and_the_title(typed):
    styles = [p.style.name for p in typed.paragraphs]
    assert styles.count("Heading 1") == len(shipped.report().chapters) + 1
    assert typed.core_properties.title == "Annual report 2012/13"
    assert typed.styles.element.xpath("//w:rPrDefault//w:lang/@w:val") == ["en-GB"]


def test_every_chart_in_word_has_its_finding_as_alternative_text(typed):
    described = typed.element.body.xpath(".//wp:docPr/@descr")
    assert described == [chart.finding for chart in CHARTS]


def test_every_raised_number_in_word_leads_to_a_bookmark(typed):
    anchors = {node.get(qn("w:anchor")) for node in typed.element.body.iter(qn("w:hyperlink"))}
    marks = {node.get(qn("w:name")) for node in typed.element.body.iter(qn("w:bookmarkStart"))}
    assert len(anchors) > 35
    assert anchors <= marks


def test_a_chart_is_a_picture_where_a_format_holds_no_drawing():
    assert pdf.picture(drawings.svg(CHARTS[0])).startswith(b"\x89PNG")
