from django.urls import URLPattern, path

from holdfast.board.desk.views import agenda, briefing, feed, files, meeting, room, year
from holdfast.board.desk.views.base import Both


def pair(route: str, view: Both, name: str, *, form: str = "") -> list[URLPattern]:
    """Return a page's two addresses: the meeting's own, and that of its restricted part."""
    more = {"form": form} if form else {}
    return [
        path(f"<slug:reference>/{route}", view.opened, more, name=name),
        path(f"part/<slug:reference>/{route}", view.restricted, more, name=f"part_{name}"),
    ]


app_name = "desk"
urlpatterns = [
    path("", year.meetings, name="meetings"),
    path("my-seat/", briefing.my_seat, name="my_seat"),
    path("my-seat/agenda/<slug:reference>/put/", agenda.put, name="agenda_put"),
    path("my-seat/agenda/<slug:reference>/take-off/", agenda.take_off, name="agenda_take_off"),
    path("calendar-address/", year.address, name="address"),
    path("calendar/<slug:secret>.ics", feed.feed, name="feed"),
    path("open-year/", year.open_year, name="open_year"),
    path("let-in/", year.granted, name="granted"),
    path("year/<slug:reference>/extra/", year.extra, name="extra"),
    path("year/<slug:reference>/calendar.ics", files.calendar, name="calendar"),
    path("year/<slug:reference>/attendance/", year.attendance, name="attendance"),
    path("year/<slug:reference>/attendance.csv", year.attendance_csv, name="attendance_csv"),
    path("year/<slug:reference>/forward/", year.forward, name="forward"),
    path("year/<slug:reference>/forward/add/", year.put_forward, name="put_forward"),
    *(
        path(
            f"year/<slug:reference>/forward/<int:number>/{form}/",
            year.change_forward,
            {"form": form},
            name=f"forward_{form}",
        )
        for form in year.FORWARD_CHANGES
    ),
    *pair("", meeting.meeting, "meeting"),
    *pair("do/approve/", meeting.approve, "approve"),
    *pair("do/<slug:form>/", meeting.change, "do"),
    *pair("item/<int:number>/<slug:form>/", meeting.item, "item"),
    *pair("paper/<int:number>/", files.paper, "paper"),
    *pair("pack.pdf", files.pack, "pack"),
    *pair("pack/", meeting.reading, "reading"),
    *pair("room/", room.room, "room"),
    *pair("note/<int:number>/<slug:form>/", room.note, "note"),
    *pair("came/", room.came, "came"),
    *pair("minutes/", room.minutes, "minutes"),
    *pair("minutes.<slug:form>", files.minutes_file, "minutes_file"),
]
