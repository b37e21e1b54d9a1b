from django.urls import path

from holdfast.board.voice import views

app_name = "voice"
urlpatterns = [
    path("", views.groups, name="groups"),
    path("add/", views.open_group, name="open"),
    path("<slug:reference>/", views.group, name="group"),
    path("<slug:reference>/session/", views.session, name="session"),
    path("<slug:reference>/hear/", views.hear, name="hear"),
    *(
        path(
            f"<slug:reference>/<int:number>/{form}/",
            views.change,
            {"form": form},
            name=form.replace("-", "_"),
        )
        for form in views.CHANGES
    ),
]
