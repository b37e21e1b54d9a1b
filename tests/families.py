"""The demo's early help chapter alone, for the room's own tests: told, and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from holdfast.demo import cast as demo_cast
from holdfast.demo.story import early_help
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from tests import told


@contextmanager
def at_work() -> Iterator[dict[str, Holding]]:
    """The cast by key, and the chapter's families, until the block ends."""
    with told.rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        early_help.tell({key: holding.post for key, holding in cast.items()})
        yield cast


def cast_alone() -> dict[str, Holding]:
    """The cast by key, and no family."""
    return demo_cast.assemble()
