"""What the other rooms hand to a report: every chapter of a year, and its short editions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.briefs import family, one_page
from holdfast.board.annual_report.documents.chapters import (
    about,
    activity,
    allegations,
    board,
    by_hand,
    challenges,
    context,
    decisions,
    partners_figures,
    programme,
    returns,
    risks,
    scrutiny,
    statements,
    voice,
    work_plan,
)
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import Brief, Chapter, Figure
from holdfast.board.annual_report.documents.outline import Outline
from holdfast.board.annual_report.documents.statements import asked_for
from holdfast.board.annual_report.models import Activity, Edition, HandSection
from holdfast.board.annual_report.rules.by_hand import PARTS
from holdfast.board.local_data.extracts.published import published_rows
from holdfast.board.partnership.extracts.bodies import BodyRow, SeatRow, bodies_on, seats_of
from holdfast.board.partnership.extracts.money import money_in
from holdfast.board.partnership.rules.words import BodyKind
from holdfast.board.scrutiny.extracts.inspections import inspection_rows
from holdfast.board.scrutiny.extracts.resolutions import resolution_rows
from holdfast.board.section11.extracts import TrackingRow, standards_met, tracked
from holdfast.board.section11.models import Cycle
from holdfast.board.section11.rules.counting import StandardsMet
from holdfast.board.voice.extracts import voice_rows
from holdfast.board.workplan.extracts import latest_plan, report_rows
from holdfast.board.workplan.extracts import programme as next_year
from holdfast.board.workplan.extracts.challenges import challenge_rows
from holdfast.board.workplan.extracts.risks import risk_rows
from holdfast.engines.meetings.extracts import attendance, held_meetings
from holdfast.insight.indicators import lado
from holdfast.kernel.directory.models import Area, Partnership

STEERING: Final = (BodyKind.EXECUTIVE, BodyKind.MAIN)


@dataclass(frozen=True)
class Contents:
    chapters: tuple[Chapter, ...]
    briefs: tuple[Brief, ...]
    counted: Mapping[str, Figure]


def contents(
    outline: Outline,
    evidence: Evidence,
    *,
    partnership: Partnership,
    edition: Edition | None,
    on: date,
) -> Contents:
    """Everything that is held on a year, in the order of the report. Fixed queries."""
    area, ends = partnership.area, rules.ends_on(outline.year)
    since, until = lado.year_of(ends.year)
    told = lado.figures(area.code, since=since, until=until)
    counted = allegations.figures(told, on=on)
    plan = latest_plan(year=outline.year)
    done = _deeds(edition)
    coming = next_year()
    asked = asked_for(edition, on=on) if edition else None
    typed = HandSection.objects.of(edition) if edition else {}
    heard = voice.of_year(voice_rows(area=area, on=on), since=since, on=on)
    chapters = _numbered(
        about.chapter(outline, partnership=partnership.name, place=0),
        context.chapter(outline, evidence, place=0),
        partners_figures.chapter(published_rows(area.pk, year=ends.year - 1, on=on), place=0),
        allegations.chapter(told, counted, place=0),
        work_plan.chapter(outline, report_rows(plan, on=on) if plan else (), on=on, place=0),
        activity.chapter(done, place=0),
        challenges.chapter(challenge_rows(area=area, on=on), since=since, on=on, place=0),
        risks.chapter(risk_rows(area=area, on=on), since=since, on=on, place=0),
        returns.chapter(_cycles(area, outline.year, on=on), on=on, place=0),
        scrutiny.chapter(inspection_rows(on=on), resolution_rows(on=on), on=on, place=0),
        voice.chapter(heard, place=0),
        statements.chapter(asked, on=on, place=0),
        *(by_hand.chapter(part, typed.get(part.slug), place=0) for part in PARTS),
        decisions.chapter(
            held_meetings(area, since=since, until=ends),
            attendance(area, since=since, until=ends),
            place=0,
        ),
        board.seats(_seats(area, on=on), place=0),
        board.money(money_in(area, outline.year.replace("-", "/")), place=0),
        programme.chapter(coming, place=0),
    )
    topics = [meeting.theme.topic for meeting in coming.meetings if meeting.theme]
    briefs = (
        one_page.brief(outline, evidence, chapters=chapters, next_topics=topics),
        family.brief(
            outline, evidence, deeds=done, heard=voice.sentences(heard), next_topics=topics
        ),
    )
    return Contents(chapters, briefs, counted)


def _numbered(*chapters: Chapter) -> tuple[Chapter, ...]:
    return tuple(replace(each, number=place) for place, each in enumerate(chapters, start=1))


def _deeds(edition: Edition | None) -> Sequence[activity.Deed]:
    return [activity.deed(each) for each in Activity.objects.of(edition)] if edition else []


def _cycles(area: Area, year: str, *, on: date) -> list[tuple[TrackingRow, StandardsMet]]:
    """The newest section 11 cycle of the year with its standards: one, so queries stay fixed."""
    found = Cycle.objects.filter(record__area=area, year=year.replace("-", "/"))
    newest = found.latest_first()[:1]
    rows = tracked(newest, on=on)
    return [(row, standards_met(cycle, on=on)) for row, cycle in zip(rows, newest, strict=True)]


def _seats(area: Area, *, on: date) -> list[tuple[BodyRow, Sequence[SeatRow]]]:
    """The seats of the executive and the main board: two bodies, so queries stay fixed."""
    bodies = [body for body in bodies_on(area, on) if body.kind in STEERING]
    return [(body, seats_of(body, on)) for body in bodies[: len(STEERING)]]
