"""The family's survey, and the end of early help with what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import KIND, STORY
from holdfast.practice.early_help.models import (
    EarlyHelp,
    SurveyAnswer,
)
from holdfast.practice.early_help.rules import law, surveying, words
from holdfast.practice.early_help.rules.surveying import Question
from holdfast.practice.early_help.transitions import circle, moves


@transaction.atomic
def give_survey(family: EarlyHelp, *, by: Post, on: date, seen: int | None = None) -> None:
    """Note that the family was given its own survey, on paper or read out to them."""
    moves.write_in(family, "give_survey", by=by, on=on, note="", seen=seen)
    moves.change(family, by=by, on=on, survey_given_on=on)


@transaction.atomic
def close(
    family: EarlyHelp,
    *,
    reason: words.EndReason,
    changed: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """End early help, with what changed in the family's own words. Open promises are named."""
    gate.require(by, Can.WORK, family.record, section=STORY)
    if reason in words.HELP_WAS_GIVEN and not changed.strip():
        raise NotAllowed("Say what changed for the family, and in whose words.")
    owed = family.record.actions.open().count()
    if owed and reason in words.HELP_WAS_GIVEN:
        raise NotAllowed(
            f"The plan has {owed} open {'step' if owed == 1 else 'steps'}. Say first how each "
            "ended, or end for another reason."
        )
    note = f"{words.END_WORDS[reason]}. {changed}".strip()
    moves.move_to(
        family, "close", by=by, on=on, note=note, seen=seen,
        ended_on=on, end_reason=reason, changed=changed,
    )  # fmt: skip
    circle.end_team(family, why="Early help has ended.", by=by, on=on)
    moves.meet_clock(family, law.END, by=by, on=on)
    moves.stop_clocks(family, why="Early help has ended.", by=by, on=on)
    story.close_record(family.record, on=on)


@dataclass(frozen=True)
class SurveyTold:
    """One form filled in by a family. A question left out is simply left out."""

    month: date
    who: SurveyAnswer.Who
    answers: Mapping[Question, str]
    words: str = ""


@transaction.atomic
def enter_surveys(
    told: Sequence[SurveyTold],
    *,
    area: Area,
    by: Post,
    on: date,
    family: EarlyHelp | None = None,
) -> list[SurveyAnswer]:
    """Enter filled-in forms. `family` only where it wished its team to know its answers."""
    if not gate.may_open(by, KIND) or by.agency.area_id != area.pk:
        raise gate.Refused("This post enters no surveys here.")
    if family is not None:
        gate.require(by, Can.SEE, family.record, section=STORY)
    for one in told:
        _fit(one, on=on)
    return SurveyAnswer.objects.bulk_create(
        SurveyAnswer(
            area=area,
            month=one.month.replace(day=1),
            who=one.who,
            words=one.words,
            early_help=family,
            entered_by=by,
            **{question.value: one.answers.get(question, "") for question in Question},
        )
        for one in told
    )


def _fit(told: SurveyTold, *, on: date) -> None:
    if told.month > on:
        raise NotAllowed("That month has not come yet. Give the month the form was filled in.")
    if not any(told.answers.values()) and not told.words.strip():
        raise NotAllowed("The form is empty. Enter at least one answer, or their words.")
    wrong = [q for q, a in told.answers.items() if not surveying.allowed(q, a)]
    if wrong:
        raise NotAllowed(f"“{surveying.QUESTIONS[wrong[0]].words}” has no such answer.")
