from django.urls import include, path

from holdfast.practice.early_help.views import (
    assessment,
    families,
    groups,
    linking,
    parts,
    survey,
    waiting,
    writing,
)

app_name = "early_help"

of_a_family = [
    path("", families.family, name="family"),
    path("entries/", families.entries, name="entries"),
    path("write/", writing.menu, name="menu"),
    path("write/<slug:entry>/", writing.write, name="write"),
    path("plan/<slug:entry>/", writing.plan, name="plan"),
    path("assessment/", assessment.assessment, name="assessment"),
    path("assessment/conclusion/", assessment.conclude, name="conclude"),
    path("assessment/section/<slug:name>/", assessment.section, name="section"),
    path("assessments/<int:number>/", assessment.assessment, name="assessed"),
    path("meetings/<int:number>/", parts.meeting, name="meeting"),
    path("meetings/<int:number>/record/", parts.record_meeting, name="record_meeting"),
    path("help/<int:number>/", parts.went, name="went"),
    path("promises/<int:number>/", parts.promise, name="promise"),
    path("step-up/", parts.preview, name="preview"),
    path("step-up/<int:number>/", parts.step_up, name="step_up"),
    path("children/<int:number>/", linking.link, name="link"),
    path("team/<int:number>/leave/", parts.leave, name="leave"),
]

of_a_programme = [
    path("", groups.programme, name="programme"),
    path("sessions/", groups.plan_sessions, name="plan_sessions"),
    path("sessions/<int:number>/", groups.register, name="register"),
    path("places/", groups.give_place, name="give_place"),
    path("places/<int:number>/end/", groups.end_place, name="end_place"),
    path("end/", groups.end_programme, name="end_programme"),
]

urlpatterns = [
    path("", families.families, name="families"),
    path("offer/", families.offer, name="offer"),
    path("waiting/", waiting.waiting, name="waiting"),
    path("waiting/<slug:reference>/", waiting.take, name="take"),
    path("survey/", survey.survey, name="survey"),
    path("survey/paper/", survey.paper, name="paper"),
    path("survey/enter/", survey.enter, name="enter"),
    path("programmes/", groups.programmes, name="programmes"),
    path("programmes/start/", groups.start, name="start"),
    path("programmes/<slug:reference>/", include(of_a_programme)),
    path("families/<slug:reference>/", include(of_a_family)),
]
