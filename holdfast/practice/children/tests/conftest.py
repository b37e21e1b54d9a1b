from datetime import date

import pytest

from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.rules.told import ChildTold

TODAY = date(2013, 6, 28)


@pytest.fixture
def leah(friday, posts):
    return verbs.open_child(
        ChildTold(
            "Leah", "Sorrell", date(2004, 5, 3), sex="female", address="12 Tollgate Road",
            postcode="SE5 0XX", nhs="943 476 5919", school="Tollgate Park School",
        ),
        by=posts["triage"],
        on=TODAY,
    )  # fmt: skip
