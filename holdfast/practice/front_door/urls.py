from django.urls import include, path

from holdfast.practice.front_door.views import contact, disagreed, hub, outside

app_name = "front_door"

of_a_contact = [
    path("", contact.contact, name="contact"),
    path("decide/", contact.decide, name="decide"),
    path("strategy/", contact.strategy, name="strategy"),
    path("worker/", contact.worker, name="worker"),
    path("compare/", contact.compare, name="compare"),
    path("children/<int:number>/", contact.match, name="match"),
    path("facts/<int:number>/", contact.fact, name="fact"),
    path("write/<slug:entry>/", contact.write, name="write"),
    path("disagreements/<int:number>/<slug:entry>/", disagreed.disagreed, name="disagreed"),
]

urlpatterns = [
    path("", hub.queue, name="queue"),
    path("keys/", hub.keys, name="keys"),
    path("owed/", hub.owed, name="owed"),
    path("handover/", hub.handover, name="handover"),
    path("disagreements/", hub.disagreements, name="disagreements"),
    path("batches/", hub.batches, name="batches"),
    path("refer/", outside.refer, name="refer"),
    path("tell/", outside.public, name="public"),
    path("from-the-hub/", outside.from_hub, name="from_hub"),
    path("from-the-hub/<slug:reference>/", outside.reply, name="reply"),
    path("from-the-hub/<slug:reference>/disagree/", outside.disagree, name="disagree"),
    path("passed-on/", outside.passed, name="passed"),
    path("passed-on/<slug:reference>/", outside.report, name="report"),
    path("contacts/<slug:reference>/", include(of_a_contact)),
]
