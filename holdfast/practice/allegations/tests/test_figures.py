"""The room's own figures: drawn, the same as a table, and aims that are no deadlines."""

import pytest
from django.urls import reverse

from holdfast.practice.allegations.tests.factories import an_adult, concluded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]


def figures(client):
    return client.get(reverse("allegations:figures")).content.decode()


def test_an_empty_room_draws_nothing_and_a_neighbour_sees_an_empty_room(client_for, posts):
    assert "<figure" not in figures(client_for("lado"))
    concluded(posts)
    assert "<figure" in figures(client_for("lado"))
    assert "<figure" not in figures(client_for("neighbour_lado"))


def test_the_chart_says_its_finding_and_is_the_same_as_its_table(client_for, posts):
    concluded(posts)
    concluded(posts, adult=an_adult("A B", "swimming coach", sector="sport"))
    assert "No one sector has the most: 1 of 2 allegations." in figures(client_for("lado"))
    concluded(posts)
    page = figures(client_for("lado"))
    assert "Most are from transport: 2 of 3 allegations." in page
    drawn = page[page.index("<figure") : page.index("</figure>")]
    table = drawn[drawn.index("<tbody>") :]
    for row in ('Transport</th><td class="hf-n">2', 'Sport</th><td class="hf-n">1'):
        assert row in table


def test_how_long_it_took_is_held_against_aims_with_their_source_and_how_sure_it_is(
    client_for, posts
):
    concluded(posts)
    page = figures(client_for("lado"))
    assert "Aim, not a deadline" in page and "None of them is a deadline for one case." in page
    assert "80% within 1 month" in page and "1 of 1" in page
    assert page.count("Keeping Children Safe in Education 2016, paragraph 174") == 3
    assert page.count("Law or guidance, read at the source") == 3
