from django.urls import path, re_path

from holdfast.board.workplan import views

app_name = "workplan"
urlpatterns = [
    path("", views.plans, name="plans"),
    path("<slug:reference>/", views.plan, name="plan"),
    re_path(
        r"^(?P<reference>[-\w]+)/work-plan\.(?P<form>csv|xlsx|docx)$",
        views.download,
        name="download",
    ),
    path("<slug:reference>/line/<int:number>/", views.line, name="line"),
    path("<slug:reference>/line/<int:number>/answer/", views.answer, name="answer"),
    *(
        path(
            f"<slug:reference>/line/<int:number>/{form}/", views.change, {"form": form}, name=form
        )
        for form in views.CHANGES
    ),
]
