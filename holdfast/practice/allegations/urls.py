from django.urls import include, path

from holdfast.practice.allegations.views import (
    call,
    circle,
    entries,
    lists,
    outside,
    parts,
    questions,
    record,
)

app_name = "allegations"

of_a_record = [
    path("", record.record, name="record"),
    path("entries/", record.entries, name="entries"),
    path("look/", record.look, name="look"),
    path("circle/", circle.circle, name="circle"),
    path("circle/person/", circle.person, name="person"),
    path("circle/admit/", circle.admit, name="admit"),
    path("circle/<int:number>/end/", circle.end_grant, name="end_grant"),
    path("offers/<uuid:offer>/withdraw/", circle.withdraw, name="withdraw"),
    path("write/", entries.menu, name="menu"),
    path("write/<slug:entry>/", entries.write, name="write"),
    path("decide/<slug:entry>/", entries.decide, name="decide"),
    path("copies/<int:number>/", record.copy, name="copy"),
    path("meetings/<int:number>/", parts.meeting, name="meeting"),
    path("meetings/<int:number>/record/", parts.record_meeting, name="record_meeting"),
    path("strands/<int:number>/close/", parts.close_strand, name="close_strand"),
    path("concerns/<int:number>/outcome/", parts.outcome, name="outcome"),
    path("concerns/<int:number>/appeal/", parts.appeal, name="appeal"),
    path("actions/<int:number>/new-date/", parts.new_date, name="new_date"),
    path("actions/<int:number>/<slug:entry>/", parts.action, name="action"),
]

for_outsiders = [
    path("acknowledgement/", outside.acknowledgement, name="acknowledgement"),
    path("acknowledgement/write/", outside.written, name="written"),
    path("update/", outside.update, name="update"),
    path("owed/", outside.owed, name="owed"),
    path("owed/<int:number>/", outside.carry, name="carry"),
]

urlpatterns = [
    path("", lists.work, name="work"),
    path("register/", lists.register, name="register"),
    path("find/", call.find, name="find"),
    path("meetings/", lists.meetings, name="meetings"),
    path("actions/", lists.actions, name="actions"),
    path("figures/", lists.figures, name="figures"),
    path("duty/", lists.duty, name="duty"),
    path("refer/", outside.refer, name="refer"),
    path("outside/", outside.outside, name="outside"),
    path("ask/", questions.ask, name="ask"),
    path("questions/", questions.questions, name="questions"),
    path("questions/<int:number>/", questions.answer, name="answer"),
    path("offers/<uuid:offer>/", lists.accept, name="accept"),
    path("register/<slug:reference>/", include(of_a_record)),
    path("outside/<slug:reference>/", include(for_outsiders)),
]
