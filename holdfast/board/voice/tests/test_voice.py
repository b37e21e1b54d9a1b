"""What a group said changed a decision, and it was told; another still waits, and that shows."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.voice import extracts, transitions
from holdfast.board.voice.models import Said
from holdfast.board.voice.rules import VoiceState, told
from holdfast.kernel.access import gate
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed

TODAY = date(2013, 6, 28)
READERS = ["board_manager", "board_chair", "health_member", "lay_member", "analyst"]
OUTSIDERS = ["lado", "social_worker", "police", "neighbour_lado", "neighbour_manager"]


@pytest.fixture
def group(friday, posts):
    manager = posts["board_manager"]
    found = transitions.open_group(
        name="Youth Council", who="Young people of the borough", area=this_partnership().area,
        owner=manager.agency, promised="May 2012: a meeting each term", by=manager, on=TODAY,
    )  # fmt: skip
    session = transitions.hold_session(
        found, dated=Dated.read("2012-05"), took_part=11, with_whom="independent chair",
        by=manager, on=TODAY,
    )  # fmt: skip
    transitions.hear(
        session, theme="Being heard", words="Meet us each term.", may_be_used=True, by=manager,
        on=TODAY,
    )  # fmt: skip
    transitions.hear(
        session, theme="Walking home", words="Some streets feel unsafe.", may_be_used=False,
        by=manager, on=TODAY,
    )  # fmt: skip
    return found


@pytest.fixture
def said(group):
    return Said.objects.get(theme="Being heard")


def text(response):
    return response.content.decode()


def decide(said, by, decided_on=date(2012, 9, 25)):
    transitions.decide(
        said, we_did="The note was agreed.", refers_to="Executive, 25 September 2012",
        decided_on=decided_on, by=by, on=TODAY,
    )  # fmt: skip


@pytest.mark.django_db
def test_what_was_said_changed_a_decision_and_they_were_told(group, said, posts):
    manager = posts["board_manager"]
    transitions.take_up(said, taken_up_by="Executive", by=manager, on=TODAY)
    decide(said, manager)
    row = next(r for r in _rows() if r.theme == "Being heard")
    assert row.told_words == "not told; waiting 393 days, the answer is known"
    transitions.tell_back(
        said, told_on=date(2012, 10, 2), how="A letter and a visit", by=manager, on=TODAY
    )
    row = next(r for r in _rows() if r.theme == "Being heard")
    assert (row.state, row.waiting_days) == (VoiceState.TOLD, None)


@pytest.mark.django_db
def test_nobody_is_told_before_it_is_decided_or_after_today(said, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="Cannot tell back while said"):
        transitions.tell_back(said, told_on=TODAY, how="x", by=manager, on=TODAY)
    decide(said, manager)
    with pytest.raises(NotAllowed, match="before it was decided"):
        transitions.tell_back(said, told_on=date(2012, 9, 1), how="x", by=manager, on=TODAY)


@pytest.mark.django_db
def test_what_is_not_taken_up_has_a_reason_and_is_still_owed_an_answer(said, posts):
    manager = posts["board_manager"]
    with pytest.raises(NotAllowed, match="Say why"):
        transitions.decline(said, because=" ", by=manager, on=TODAY)
    transitions.decline(said, because="It is the school's to decide.", by=manager, on=TODAY)
    assert next(r for r in _rows() if r.theme == "Being heard").waiting_days == 393


@pytest.mark.django_db
def test_words_without_leave_leave_the_room_as_a_theme_alone(group):
    row = next(r for r in _rows() if r.theme == "Walking home")
    assert row.words == ""


@pytest.mark.django_db
def test_a_term_without_a_meeting_shows(group):
    (row,) = extracts.rows_of_groups(type(group).objects.for_page(), on=TODAY)
    assert (row.next_due, row.late) == (date(2012, 9, 30), True)


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["health_member", "lay_member", "analyst", "neighbour_manager"])
def test_only_the_keepers_write(said, posts, who):
    with pytest.raises(gate.Refused):
        transitions.take_up(said, taken_up_by="x", by=posts[who], on=TODAY)


@pytest.mark.django_db
@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_you_said_we_did(client_for, group, who):
    client = client_for(who)
    page = text(client.get(reverse("voice:groups")))
    assert "2 things said by 1 group. 0 changed a decision. 2 not told yet" in page
    assert "Some streets feel unsafe" not in page
    one = text(client.get(reverse("voice:group", args=[group.record.reference])))
    assert "11 young people took part" in one


@pytest.mark.django_db
@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_finds_a_group(client_for, group, said, who):
    client, reference = client_for(who), group.record.reference
    assert client.get(reverse("voice:group", args=[reference])).status_code == 404
    assert client.get(reverse("voice:tell", args=[reference, said.pk])).status_code == 404
    assert "Youth Council" not in text(client.get(reverse("voice:groups")))


@pytest.mark.django_db
def test_a_session_and_what_was_said_are_written_on_their_pages(client_for, group):
    client, reference = client_for("board_manager"), group.record.reference
    session = reverse("voice:session", args=[reference])
    typed = {"dated": "2013-03", "took_part": "9", "with_whom": "independent chair"}
    assert "Write a date as" in text(client.post(session, typed | {"dated": "spring"}))
    assert client.post(session, typed).status_code == 302
    heard = {"theme": "School", "words": "Ask us before rules change.", "may_be_used": "on"}
    assert client.post(reverse("voice:hear", args=[reference]), heard).status_code == 302
    assert Said.objects.get(theme="School").session.dated.words == "Mar 2013"


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["take_up", "decide", "decline", "tell"])
def test_each_form_says_what_is_missing_and_the_second_person_is_told(client_for, said, form):
    client = client_for("board_chair")
    url = reverse(f"voice:{form}", args=[said.group.record.reference, said.pk])
    assert client.get(url).status_code == 200
    assert "There is a problem" in text(client.post(url, {"seen": 1}))
    Said.objects.filter(pk=said.pk).update(version=2)
    if form == "decline":
        late = client.post(url, {"seen": 1, "because": "No."})
        assert "Somebody else has just changed this" in text(late)


def test_waiting_is_counted_from_what_was_said():
    waits = told(VoiceState.SAID, said_on=date(2013, 6, 27), told_on=None, on=TODAY)
    assert waits.words == "not told; waiting 1 day, no answer yet"


def _rows():
    return extracts.voice_rows(area=this_partnership().area, on=TODAY)
