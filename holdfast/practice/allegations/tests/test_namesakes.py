"""Whoever refers may not know that the adult works in this room: the name told is enough."""

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.tests.factories import an_adult, referred

pytestmark = pytest.mark.django_db


def test_a_keeper_with_the_name_that_was_told_is_shut_out_from_the_start(posts, friday):
    day = friday.date()
    verbs.set_duty_roster({day: posts["duty_chair"]}, by=posts["lado"], on=day)
    about_her = referred(posts, by="head_teacher", adult=an_adult("Rosalynd Achebe", "tutor"))
    assert not gate.may(posts["lado"], Can.SEE, about_her.record)
    assert gate.may(posts["duty_chair"], Can.WORK, about_her.record)
    assert list(Allegation.objects.visible_to(posts["lado"])) == []
    assert about_her.record.shut_outs.get().why.startswith("The name told is like")


def test_another_name_shuts_nobody_out(posts, friday):
    about_him = referred(posts, by="head_teacher", adult=an_adult("Desmond Jellicoe"))
    assert gate.may(posts["lado"], Can.SEE, about_him.record)
    assert about_him.record.shut_outs.count() == 0
