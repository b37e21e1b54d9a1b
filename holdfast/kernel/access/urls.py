from django.urls import path

from holdfast.kernel.access.views import glass, kept, log, posts

app_name = "access"
urlpatterns = [
    path("", posts.home, name="home"),
    path("posts/", posts.posts, name="posts"),
    path("nothing-here/", posts.nothing_here, name="nothing_here"),
    path("access/log/", log.log, name="log"),
    path("access/log/check/", log.check, name="check"),
    path("access/log/<slug:reference>/", log.record_log, name="record_log"),
    path("access/break-glass/<slug:reference>/", glass.break_glass, name="break_glass"),
    path("access/reviews/", glass.reviews, name="reviews"),
    path("access/reviews/<int:pk>/", glass.review, name="review"),
    path("access/grants/", kept.grants, name="grants"),
    path("access/disposals/", kept.disposals, name="disposals"),
    path("access/disposals/<int:pk>/", kept.disposal, name="disposal"),
    path("parcels/<uuid:parcel>/", kept.parcel, name="parcel"),
]
