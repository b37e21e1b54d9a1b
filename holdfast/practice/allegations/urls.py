from django.urls import path

from holdfast.practice.allegations.views import call, entries, lists, outside, parts, record

app_name = "allegations"
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
    path("offers/<uuid:offer>/", lists.accept, name="accept"),
    path("<slug:reference>/", record.record, name="record"),
    path("<slug:reference>/entries/", record.entries, name="entries"),
    path("<slug:reference>/look/", record.look, name="look"),
    path("<slug:reference>/write/", entries.menu, name="menu"),
    path("<slug:reference>/write/<slug:entry>/", entries.write, name="write"),
    path("<slug:reference>/decide/<slug:entry>/", entries.decide, name="decide"),
    path("<slug:reference>/copies/<int:number>/", record.copy, name="copy"),
    path("<slug:reference>/meetings/<int:number>/", parts.meeting, name="meeting"),
    path(
        "<slug:reference>/meetings/<int:number>/record/",
        parts.record_meeting,
        name="record_meeting",
    ),
    path("<slug:reference>/strands/<int:number>/close/", parts.close_strand, name="close_strand"),
    path("<slug:reference>/concerns/<int:number>/outcome/", parts.outcome, name="outcome"),
    path("<slug:reference>/concerns/<int:number>/appeal/", parts.appeal, name="appeal"),
    path("<slug:reference>/actions/<int:number>/new-date/", parts.new_date, name="new_date"),
    path("<slug:reference>/actions/<int:number>/<slug:entry>/", parts.action, name="action"),
    path("<slug:reference>/acknowledgement/", outside.acknowledgement, name="acknowledgement"),
    path("<slug:reference>/acknowledgement/write/", outside.written, name="written"),
    path("<slug:reference>/update/", outside.update, name="update"),
    path("<slug:reference>/owed/", outside.owed, name="owed"),
    path("<slug:reference>/owed/<int:number>/", outside.carry, name="carry"),
]
