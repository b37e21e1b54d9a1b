from django.urls import path

from holdfast.practice.enquiries import views

app_name = "enquiries"
urlpatterns = [
    path("", views.discussions, name="discussions"),
    path("call/<slug:reference>/", views.call, name="call"),
    path("<slug:reference>/", views.discussion, name="discussion"),
    path("<slug:reference>/hold/", views.hold, name="hold"),
    path("<slug:reference>/invite/", views.invite, name="invite"),
    path("<slug:reference>/send-round/", views.send_round, name="send_round"),
    path("<slug:reference>/begun/", views.begun, name="begun"),
    path("<slug:reference>/cancel/", views.cancel, name="cancel"),
]
