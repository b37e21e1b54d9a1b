from django.urls import path

from holdfast.practice.journey.views import child, discussion, lists

app_name = "journey"

urlpatterns = [
    path("", lists.mine, name="mine"),
    path("children/<slug:reference>/", child.child, name="child"),
    path("children/<slug:reference>/timeline/", child.timeline, name="timeline"),
    path("children/<slug:reference>/record.zip", child.whole, name="whole"),
    path("contacts/<slug:reference>/discussion/", discussion.start, name="start_discussion"),
]
