from django.urls import path

from holdfast.board.scrutiny.views import committees, covers, escalations, home, inspections

app_name = "scrutiny"
FINDING = "inspections/<slug:reference>/finding/<int:number>/"
urlpatterns = [
    path("", home.home, name="home"),
    path("inspections/register/", inspections.register, name="register"),
    path("inspections/<slug:reference>/", inspections.inspection, name="inspection"),
    path(FINDING, inspections.finding, name="finding"),
    path(f"{FINDING}shown/", inspections.claim, name="claim"),
    path(f"{FINDING}action/", inspections.agree, name="agree"),
    path(f"{FINDING}action/<int:pk>/done/", inspections.done, name="done"),
    path(f"{FINDING}action/<int:pk>/shown/", inspections.shown, name="shown"),
    path(f"{FINDING}challenge/", inspections.thread, name="thread"),
    path(f"{FINDING}action/<int:pk>/re-test-day/", inspections.retest_day, name="retest_day"),
    path(f"{FINDING}action/<int:pk>/retest/", inspections.retest, name="retest"),
    path("committees/add/", committees.open_committee, name="open_committee"),
    path("committees/<slug:reference>/", committees.committee, name="committee"),
    path("committees/<slug:reference>/sitting/", committees.sitting, name="sitting"),
    path("committees/<slug:reference>/resolution/", committees.resolve, name="resolve"),
    path("committees/<slug:reference>/question/", committees.question, name="question"),
    path("committees/<slug:reference>/part/<int:pk>/", committees.answer, name="answer"),
    path("committees/<slug:reference>/draft/", covers.draft, name="draft"),
    path("reports/<slug:reference>/", covers.report, name="report"),
    path("reports/<slug:reference>/write/<slug:key>/", covers.write, name="write"),
    path("reports/<slug:reference>/finish/", covers.finish, name="finish"),
    path("reports/<slug:reference>/approve/", covers.approve, name="approve"),
    path("reports/<slug:reference>/revise/", covers.revise, name="revise"),
    path(
        "reports/<slug:reference>/version/<int:number>/<slug:kind>/",
        covers.download,
        name="download",
    ),
    path("escalations/", escalations.mine, name="mine"),
    path("escalations/raise/", escalations.raise_escalation, name="raise"),
    path("escalations/counts/", escalations.counts, name="counts"),
    path("escalations/<slug:reference>/", escalations.escalation, name="escalation"),
    path("escalations/<slug:reference>/next-stage/", escalations.move_up, name="move_up"),
    path("escalations/<slug:reference>/board/", escalations.to_board, name="to_board"),
    path("escalations/<slug:reference>/settled/", escalations.end, name="end"),
]
