from collections.abc import Iterator

import pytest

from holdfast.board.scrutiny import transitions
from holdfast.board.scrutiny.models import (
    Committee,
    CoverVersion,
    Escalation,
    Inspection,
    Sitting,
)
from holdfast.board.scrutiny.tests import world
from holdfast.kernel.directory import moment
from tests.told import cast as demo_cast
from tests.told import rolled_back


@pytest.fixture(scope="module")
def scrutiny_world(django_db_setup, django_db_blocker) -> Iterator[dict]:
    """The cast, the committee, the inspection and an escalation, made once for a file."""
    with django_db_blocker.unblock(), rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        posts = {key: holding.post for key, holding in cast.items()}
        world.tell(posts)
        with world.at(2013, 6, 28, 9, 0):
            world.inspection(posts)
            transitions.raise_escalation(
                reason="threshold", to=posts["social_worker"], by=posts["nurse"], on=world.TODAY
            )
        yield cast


@pytest.fixture
def cast(db, request):
    """The cast: of the file's own world where it asks for one."""
    if "scrutiny_world" in request.fixturenames:
        return dict(request.getfixturevalue("scrutiny_world"))
    return demo_cast.assemble()


@pytest.fixture
def told(scrutiny_world, friday):
    """What `world.tell` told, read again: what another test changed was taken back."""
    april, july = Sitting.objects.order_by("held_on")
    return world.World(Committee.objects.get(), april, july, CoverVersion.objects.get())


@pytest.fixture
def everything(told):
    """The record of each kind, for addresses."""
    return {
        "inspection": Inspection.objects.get().record.reference,
        "committee": told.committee.record.reference,
        "report": told.version.report.record.reference,
        "escalation": Escalation.objects.get().record.reference,
    }


@pytest.fixture
def inspected(friday, posts):
    return world.inspection(posts)
