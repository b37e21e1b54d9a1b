"""A question to the duty officer, in place of break-glass. It never says what the room holds."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.access.models import Entry
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Question
from holdfast.practice.allegations.pages.questions import NEVER_SAYS
from holdfast.practice.allegations.rules import asking
from holdfast.practice.allegations.tests.factories import concluded

TODAY = date(2013, 6, 28)
ASK = {
    "who": "Night manager, ring 020 7946 0000",
    "what": "May the escort Mr Jellicoe drive children on Monday?",
    "why": "He is on Monday’s rota.",
}
BY = {"by_when_day": "1", "by_when_month": "7", "by_when_year": "2013"}
OUTSIDE = [
    "social_worker", "police", "head_teacher", "transport_manager", "coordinator", "nurse",
    "board_manager", "board_chair", "lay_member", "analyst", "guardian",
]  # fmt: skip


def test_what_looks_like_a_reference_is_one_whether_or_not_there_is_such_a_record():
    assert asking.names_a_record("al-1999-0001")
    assert not asking.names_a_record("Route 12, 2013-14")


@pytest.mark.django_db
@pytest.mark.usefixtures("friday")
class TestAsked:
    def asked(self, posts, *, by="coordinator", **kept):
        told = {**ASK, "by_when": TODAY + timedelta(days=3), **kept}
        return verbs.ask(by=posts[by], on=TODAY, **told)

    @pytest.mark.parametrize("who", OUTSIDE)
    def test_every_post_of_the_borough_finds_the_page_and_asks(self, who, client_for):
        browser = client_for(who)
        page = browser.get(reverse("allegations:ask")).content.decode()
        assert "Ask the LADO" in page and "You have asked nothing in this post." in page
        assert browser.post(reverse("allegations:ask"), {**ASK, **BY}).status_code == 302
        assert (
            "Waiting, wanted by Mon 1 Jul 2013"
            in browser.get(reverse("allegations:ask")).content.decode()
        )
        assert browser.get(reverse("allegations:questions")).status_code == 404

    def test_the_neighbour_neither_asks_nor_reads_nor_answers(self, client_for, posts):
        question = self.asked(posts)
        hers = client_for("neighbour_lado")
        for name, *more in [("ask",), ("questions",), ("answer", question.pk)]:
            url = reverse(f"allegations:{name}", args=more)
            assert hers.get(url).status_code == 404, name
        assert (
            "Questions to the duty officer"
            not in hers.get(reverse("allegations:work")).content.decode()
        )
        with pytest.raises(Refused):
            verbs.answer(question, text="No.", by=posts["neighbour_lado"], on=TODAY)
        with pytest.raises(Refused):
            self.asked(posts, by="neighbour_lado")

    @pytest.mark.parametrize("who", ["lado", "duty_chair"])
    def test_the_room_answers_and_the_asker_alone_reads_it(self, who, client_for, posts):
        question = self.asked(posts)
        room = client_for(who)
        work = room.get(reverse("allegations:work")).content.decode()
        assert "1 question waits" in work
        url = reverse("allegations:answer", args=[question.pk])
        assert url in room.get(reverse("allegations:questions")).content.decode()
        assert ASK["why"] in room.get(url).content.decode()
        told = {"text": "Give Mr Jellicoe other work on Monday, as you would anybody."}
        assert room.post(url, told).status_code == 302
        page = client_for("coordinator").get(reverse("allegations:ask")).content.decode()
        assert told["text"] in page and page.count(NEVER_SAYS) == 2
        assert (
            told["text"]
            not in client_for("nurse").get(reverse("allegations:ask")).content.decode()
        )
        assert "No question waits" in room.get(reverse("allegations:work")).content.decode()

    def test_an_asker_reads_the_same_page_whether_or_not_there_is_a_record(
        self, client_for, posts
    ):
        self.asked(posts)
        browser, url = client_for("coordinator"), reverse("allegations:ask")
        before = browser.get(url).content.decode()
        concluded(posts)
        after = browser.get(url).content.decode()
        assert (
            before[before.index("<main") : before.index("value=")]
            == (after[after.index("<main") : after.index("value=")])
        )
        assert before.partition("What you asked")[2] == after.partition("What you asked")[2]

    def test_an_answer_with_a_reference_or_a_word_of_a_record_is_not_sent(self, client_for, posts):
        allegation = concluded(posts)
        question = self.asked(posts)
        url = reverse("allegations:answer", args=[question.pk])
        for text in (
            f"See {allegation.record.reference}.",
            "Micah was hurt.",
            "It was unsubstantiated.",
        ):
            page = client_for("lado").post(url, {"text": text}).content.decode()
            assert "would tell the asker whether something is held here" in page
        question.refresh_from_db()
        assert question.answer == ""

    def test_a_question_holds_no_reference_and_its_model_hangs_on_no_record(self, posts):
        with pytest.raises(NotAllowed, match="Leave references out"):
            self.asked(posts, what="What of AL-2012-0001?")
        with pytest.raises(NotAllowed, match="That day is over"):
            self.asked(posts, by_when=TODAY - timedelta(days=1))
        keys = [f.related_model for f in Question._meta.get_fields() if f.is_relation]
        assert Record not in keys

    def test_a_question_is_answered_once(self, posts):
        question = self.asked(posts)
        verbs.answer(question, text="Other work.", by=posts["lado"], on=TODAY)
        with pytest.raises(NotAllowed, match="already"):
            verbs.answer(question, text="No work.", by=posts["duty_chair"], on=TODAY)
        question.refresh_from_db()
        assert (question.answer, question.answered_by) == ("Other work.", posts["lado"])

    def test_what_is_missing_is_said_and_the_log_keeps_no_word_of_it(self, client_for):
        page = client_for("nurse").post(reverse("allegations:ask"), {"who": "x"}).content.decode()
        assert "Say what you need to know." in page and "Say why you need to know it." in page
        client_for("nurse").post(reverse("allegations:ask"), {**ASK, **BY})
        kept = Entry.objects.filter(page="allegations:ask", what="write")
        assert kept.count() == 2
        assert not [e for e in Entry.objects.values() if "Jellicoe" in str(e)]
