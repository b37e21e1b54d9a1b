"""A Word, Excel or PowerPoint file beside the pack, through the doors of its meeting."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.board.desk.tests import world
from holdfast.engines.meetings.models import Meeting, Paper
from holdfast.engines.meetings.tests.world import office

pytestmark = pytest.mark.django_db


def test_a_spreadsheet_is_kept_listed_and_taken_and_the_pack_says_where(client_for, friday, posts):
    world.year(posts)
    meetings = Meeting.objects.select_related("record__area", "part__record", "cycle__record")
    june = world.issued(meetings.order_by("planned_from")[0], posts)
    where = june.record.reference
    manager = client_for("board_manager")
    pack = reverse("desk:pack", args=[where])
    before = len(pikepdf.open(io.BytesIO(manager.get(pack).content)).pages)
    item = june.items.filter(part=None).first()
    url = reverse("desk:item", args=[where, item.pk, "add-paper"])
    sheet = office("xl/workbook.xml")
    sent = {"title": "The figures", "file": SimpleUploadedFile("figures.xlsx", sheet)}
    assert manager.post(url, sent).status_code == 302
    kept = Paper.objects.select_related("file").get(title="The figures")
    assert (kept.pages, kept.apart) == (0, "Excel workbook")
    page = client_for("police_member").get(reverse("desk:meeting", args=[where]))
    assert "Excel workbook, attached separately" in page.content.decode()
    taken = client_for("police_member").get(reverse("desk:paper", args=[where, kept.pk]))
    assert taken.content == sheet
    assert taken["Content-Disposition"].endswith('.xlsx"')
    with pikepdf.open(io.BytesIO(manager.get(pack).content)) as made:
        assert len(made.pages) == before + 1
    reading = client_for("lay_member").get(reverse("desk:reading", args=[where]))
    told = reading.content.decode()
    assert "Nothing is held." in told, "the report itself"
    assert reverse("desk:paper", args=[where, kept.pk]) in told
    assert world.SECRET not in told and "estricted" not in told
    part = reverse("desk:part_reading", args=[june.part.record.reference])
    assert world.SECRET in client_for("board_chair").get(part).content.decode()
    assert client_for("lay_member").get(part).status_code == 404
    for who in ("head_teacher", "neighbour_manager"):
        assert client_for(who).get(reverse("desk:reading", args=[where])).status_code == 404
        refused = client_for(who).get(reverse("desk:paper", args=[where, kept.pk]))
        assert refused.status_code == 404
