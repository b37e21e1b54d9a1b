from django.urls import URLPattern, URLResolver, include, path

from holdfast.practice.assessments.views import beginning, case, gathering, lists, papers

app_name = "assessments"

of_a_child = [
    path("words/", gathering.voices, name="voices"),
    path("known/", gathering.facts, name="facts"),
    path("factors/", gathering.factors, name="factors"),
    path("outcome/", gathering.outcome, name="outcome"),
    path("copy/", papers.make_copy, name="make_copy"),
]

of_a_record: list[URLPattern | URLResolver] = [
    path("", case.assessment, name="assessment"),
    path("entries/", case.entries, name="entries"),
    path("sides/<slug:side>/<slug:who>/", gathering.side, name="side"),
    path("visit/", gathering.visit, name="visit"),
    path("drawings/<int:number>/", gathering.drawing, name="drawing"),
    path("children/<int:number>/", include(of_a_child)),
    path("submit/", case.submit, name="submit"),
    path("recall/", case.recall, name="recall"),
    path("sign/", case.sign, name="sign"),
    path("review/", case.review, name="review"),
    path("late/", case.late, name="late"),
    path("convert/", case.convert, name="convert"),
    path("stop/", case.stop, name="stop"),
    path("hand-over/", case.hand_over, name="hand_over"),
    path("follow/", beginning.follow, name="follow"),
    path("note/", case.note, name="note"),
    path("paper/", papers.paper, name="paper"),
    path("paper/<slug:form>/", papers.paper_file, name="paper_file"),
    path("copies/<int:number>/", papers.copy, name="copy"),
    path("copies/<int:number>/<slug:form>/", papers.copy_file, name="copy_file"),
]

urlpatterns = [
    path("", lists.mine, name="mine"),
    path("waiting/", lists.waiting, name="waiting"),
    path("begin/", beginning.begin, name="begin"),
    path("<slug:reference>/", include(of_a_record)),
]
