from collections.abc import Callable

import pytest

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.codec import to_json
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.tests.shipped import TODAY, YEAR


@pytest.fixture
def edition(friday, posts) -> Edition:
    """A draft by the board manager, on the demo's Friday."""
    manager = posts["board_manager"]
    return transitions.draft(
        year=YEAR, area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
    )


@pytest.fixture
def settle(edition, posts) -> Callable[..., None]:
    """Settle one disagreement, or all of them, each by the post that holds it."""
    by_role = {posts[key].role: posts[key] for key in ("board_manager", "analyst")}

    def settled(*keys: str) -> None:
        for doubt in outline_of(YEAR).doubts:
            if not keys or doubt.key in keys:
                transitions.settle(
                    edition,
                    disagreement=doubt.key,
                    holder=doubt.holder,
                    words="Print what was published",
                    reason="The release is the later word.",
                    by=by_role[doubt.holder],
                    on=TODAY,
                )

    return settled


@pytest.fixture
def freeze(edition, posts) -> Callable[[], None]:
    def frozen() -> None:
        content = to_json(library.live(YEAR, on=TODAY))
        transitions.freeze(edition, content=content, by=posts["board_manager"], on=TODAY)

    return frozen
