from django.urls import path

from holdfast.practice.journey.views import child, discussion, lists

app_name = "journey"

urlpatterns = [
    path("", lists.mine, name="mine"),
    path("children/<slug:reference>/", child.child, name="child"),
    path("contacts/<slug:reference>/discussion/", discussion.start, name="start_discussion"),
]
