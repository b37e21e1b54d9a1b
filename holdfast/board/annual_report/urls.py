from django.urls import path

from holdfast.board.annual_report.views import (
    calendar,
    done,
    report,
    required,
    sending,
    statements,
)

app_name = "annual_report"
urlpatterns = [
    path("", report.editions, name="list"),
    path("begin/", report.begin, name="begin"),
    path("<slug:reference>/", report.edition, name="edition"),
    path("<slug:reference>/chapters/<slug:chapter>/", report.chapter, name="chapter"),
    path("<slug:reference>/disagreements/<slug:key>/", report.settle, name="settle"),
    path("<slug:reference>/freeze/", report.freeze, name="freeze"),
    path("<slug:reference>/approve/", report.approve, name="approve"),
    path("<slug:reference>/files/<slug:kind>/", report.download, name="download"),
    path("<slug:reference>/must-hold/", required.required, name="required"),
    path("<slug:reference>/must-hold/<slug:item>/", required.charge, name="charge"),
    path("<slug:reference>/handover/", required.handover, name="handover"),
    path("<slug:reference>/handover/keep/", required.hand_over, name="hand-over"),
    path("<slug:reference>/done/", done.activities, name="activities"),
    path("<slug:reference>/done/tell/", done.tell, name="tell"),
    path("<slug:reference>/done/<int:pk>/", done.rewrite, name="rewrite"),
    path("<slug:reference>/done/<int:pk>/impact/", done.impact, name="impact"),
    path("<slug:reference>/done/<int:pk>/take-out/", done.withdraw, name="withdraw"),
    path("<slug:reference>/statements/", statements.statements, name="statements"),
    path("<slug:reference>/statements/ask/", statements.ask_partners, name="ask-partners"),
    path("<slug:reference>/list/", sending.recipients, name="recipients"),
    path("<slug:reference>/list/csv/", sending.recipients_csv, name="recipients-csv"),
    path("<slug:reference>/list/add/", sending.list_recipient, name="list-recipient"),
    path("<slug:reference>/list/<int:pk>/sent/", sending.send, name="send"),
    path("<slug:reference>/list/<int:pk>/left-out/", sending.leave_out, name="leave-out"),
    path("<slug:reference>/calendar/", calendar.calendar, name="calendar"),
    path("<slug:reference>/calendar/set/", calendar.set_out, name="set-out"),
    path("<slug:reference>/calendar/<slug:key>/done/", calendar.done, name="done"),
    path("<slug:reference>/calendar/<slug:key>/date/", calendar.new_date, name="new-date"),
    path("<slug:reference>/calendar/<slug:key>/answer/", calendar.answer, name="answer"),
]
