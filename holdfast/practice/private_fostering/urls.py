from django.urls import include, path

from holdfast.practice.private_fostering.views import counted, lists, matching, notices, record

app_name = "private_fostering"

of_a_record = [
    path("", record.record, name="record"),
    path("checks/", record.checks, name="checks"),
    path("entries/", record.all_entries, name="entries"),
    path("child/", matching.match, name="match"),
    path("visit/", record.visit, name="visit"),
    path("notices/<slug:about>/<int:number>/", notices.notice, name="notice"),
    path(
        "notices/<slug:about>/<int:number>/<slug:form>/", notices.notice_file, name="notice_file"
    ),
    path("write/<slug:entry>/", record.write, name="write"),
    path("decide/<slug:entry>/", record.decide, name="decide"),
]

urlpatterns = [
    path("", lists.work, name="work"),
    path("check/", lists.check, name="check"),
    path("notify/", lists.notify, name="notify"),
    path("told/", lists.told, name="told"),
    path("awareness/", counted.awareness, name="awareness"),
    path("awareness/add/", counted.activity, name="activity"),
    path("awareness/silent/<slug:setting>/", counted.silence, name="silence"),
    path("figures/", counted.figures, name="figures"),
    path("statements/", counted.statements, name="statements"),
    path("statements/make/", counted.make_statement, name="make_statement"),
    path("statements/<int:number>/", counted.statement, name="statement"),
    path("statements/<int:number>/word/", counted.statement_word, name="statement_word"),
    path("records/<slug:reference>/", include(of_a_record)),
]
