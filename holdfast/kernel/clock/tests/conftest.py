"""A record to run clocks on."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record


@pytest.fixture
def open_record(posts: dict[str, Post]) -> Callable[..., Record]:
    def opened(on: date = date(2013, 6, 28)) -> Record:
        return story.open_record(
            kind="allegation",
            prefix="AL",
            area=Area.objects.get(name="Southwark"),
            owner=posts["lado"].agency,
            sealed=True,
            retention="allegation",
            on=on,
        )

    return opened


@pytest.fixture
def record(open_record: Callable[..., Record]) -> Record:
    return open_record()


@pytest.fixture
def started(record: Record, posts: dict[str, Post]) -> Callable[..., Deadline]:
    def start(rule_id: str, **kept: Any) -> Deadline:
        kept.setdefault("whose_move", posts["lado"])
        return running.start(record, rule_id, by=posts["lado"], **kept)

    return start
