from django.urls import path, re_path

from holdfast.board.section11.views import changing, files, overview, reading, survey

app_name = "section11"
urlpatterns = [
    path("", reading.cycles, name="cycles"),
    path("frame/", changing.frame, name="frame"),
    path("survey/<slug:token>/", survey.survey, name="survey"),
    path("<slug:reference>/", reading.cycle, name="cycle"),
    path("<slug:reference>/heat-map/", reading.heat, name="heat"),
    path("<slug:reference>/heat-map.csv", files.heat_map, name="heat_file"),
    path("<slug:reference>/challenge-day/", reading.pack, name="pack"),
    path("<slug:reference>/overview/", overview.overview, name="overview"),
    path("<slug:reference>/overview/write/", overview.write_overview, name="write_overview"),
    path("<slug:reference>/overview/sign/", overview.sign_overview, name="sign_overview"),
    re_path(
        r"^(?P<reference>[-\w]+)/overview\.(?P<form>pdf|docx)$",
        overview.overview_file,
        name="overview_file",
    ),
    path("<slug:reference>/action-plan/", reading.plan, name="plan"),
    path("<slug:reference>/case-reviews/", reading.reviews, name="reviews"),
    path("<slug:reference>/staff-survey/", reading.survey_results, name="survey_results"),
    path("<slug:reference>/ask/", changing.issue, name="issue"),
    *(
        path(
            f"<slug:reference>/{form.replace('_', '-')}/",
            changing.change_cycle,
            {"form": form},
            name=form,
        )
        for form in changing.CYCLE_FORMS
    ),
    path("<slug:reference>/return/<int:found>/", reading.returned, name="return"),
    path(
        "<slug:reference>/return/<int:found>/panel/<int:standard>/", changing.panel, name="panel"
    ),
    path(
        "<slug:reference>/return/<int:found>/challenge/<int:challenge>/",
        changing.answer,
        name="answer",
    ),
    path(
        "<slug:reference>/return/<int:found>/<slug:form>/", changing.change_return, name="change"
    ),
    re_path(
        r"^(?P<reference>[-\w]+)/return/(?P<found>[0-9]{1,9})/return\.(?P<form>csv|docx|json)$",
        files.returned,
        name="return_file",
    ),
    re_path(
        r"^(?P<reference>[-\w]+)/return/(?P<found>[0-9]{1,9})/brief\.(?P<form>pdf|docx)$",
        files.brief,
        name="brief",
    ),
]
