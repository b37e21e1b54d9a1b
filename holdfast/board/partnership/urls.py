from django.urls import path, re_path

from holdfast.board.partnership import views

app_name = "partnership"
urlpatterns = [
    path("", views.bodies, name="bodies"),
    path("open/", views.open_body, name="open"),
    path("lay-members/", views.lay_members, name="lay_members"),
    path("sets/", views.sets, name="sets"),
    path("sets/<slug:name>/", views.set_of_bodies, name="set"),
    path("sets/<slug:name>/adopt/", views.adopt, name="adopt"),
    path("<slug:reference>/", views.body, name="body"),
    path("<slug:reference>/seats.csv", views.seats_file, name="seats_file"),
    path("<slug:reference>/terms/<int:number>/", views.terms_version, name="terms_version"),
    path("<slug:reference>/money/", views.money, name="money"),
    re_path(
        r"^(?P<reference>[-\w]+)/money/(?P<year>[0-9]{4}-[0-9]{2})\.csv$",
        views.money_file,
        name="money_file",
    ),
    path("<slug:reference>/links/", views.links, name="links"),
    path("<slug:reference>/seat/<int:number>/", views.seat, name="seat"),
    path("<slug:reference>/seat/<int:number>/declare/", views.declare, name="declare"),
    path("<slug:reference>/interest/<int:number>/", views.end_interest, name="end_interest"),
    *(
        path(
            f"<slug:reference>/seat/<int:number>/{form.replace('_', '-')}/",
            views.change_seat,
            {"form": form},
            name=form,
        )
        for form in views.ABOUT_SEAT
    ),
    *(
        path(
            f"<slug:reference>/line/<int:number>/{form.replace('_', '-')}/",
            views.change_line,
            {"form": form},
            name=form,
        )
        for form in views.LINES
    ),
    *(
        path(
            f"<slug:reference>/{form.replace('_', '-')}/",
            views.change_body,
            {"form": form},
            name=form,
        )
        for form in views.ABOUT_BODY
    ),
]
