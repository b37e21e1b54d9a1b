"""Awareness work, answers to silences, and the year's statement. About no child."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.access import AWARE, FIGURES
from holdfast.practice.private_fostering.models import Activity, SilenceAnswer, Statement
from holdfast.practice.private_fostering.rules import awareness

ASK_AGAIN_AFTER = timedelta(days=365)


@transaction.atomic
def log_activity(
    *,
    area: Area,
    setting: awareness.Setting,
    kind: awareness.Activity,
    words: str,
    reached: int | None,
    by: Post,
    on: date,
) -> Activity:
    """Write down a piece of awareness work: where, what, and how many it reached, if counted."""
    _may(by, area, AWARE)
    if not words.strip():
        raise NotAllowed("Say in a sentence what was done.")
    if on > moment.today():
        raise NotAllowed("That day has not come yet. Write it down when it has been done.")
    return Activity.objects.create(
        area=area,
        setting=setting,
        kind=kind,
        words=words,
        reached=reached,
        on=on,
        by=by,
        **moment.written(),
    )


@transaction.atomic
def answer_silence(
    *, area: Area, setting: awareness.Setting, do_it: bool, words: str, by: Post, on: date
) -> SilenceAnswer:
    """Answer why a setting tells of nobody: we go, or why not. It is asked again in a year."""
    _may(by, area, AWARE)
    if not words.strip():
        raise NotAllowed("Say what will be done, or why nothing is.")
    return SilenceAnswer.objects.create(
        area=area,
        setting=setting,
        do_it=do_it,
        words=words,
        on=on,
        ask_again_on=on + ASK_AGAIN_AFTER,
        by=by,
    )


@transaction.atomic
def make_statement(
    *,
    area: Area,
    year: str,
    figures: Mapping[str, Any],
    words: str,
    plan: str,
    by: Post,
    on: date,
) -> Statement:
    """Make the year's statement, its figures frozen. A corrected one is another version."""
    _may(by, area, FIGURES)
    if Role(by.role) is Role.ANALYST:
        raise Refused("An analyst reads the statement; a manager makes it.")
    if not words.strip() or not plan.strip():
        raise NotAllowed("Write what the year taught, and what is to be done next.")
    frozen = json.dumps([year, figures, words, plan], sort_keys=True)
    before = Statement.objects.filter(area=area, year=year).count()
    return Statement.objects.create(
        area=area,
        year=year,
        version=before + 1,
        figures=dict(figures),
        words=words,
        plan=plan,
        made_on=on,
        sha256=hashlib.sha256(frozen.encode()).hexdigest(),
        by=by,
    )


def _may(by: Post, area: Area, roles: frozenset[Role]) -> None:
    if Role(by.role) not in roles or by.agency.area_id != area.pk:
        raise Refused("This post keeps no account of awareness work here.")
