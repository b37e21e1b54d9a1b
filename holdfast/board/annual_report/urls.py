from django.urls import path

from holdfast.board.annual_report import views

app_name = "annual_report"
urlpatterns = [
    path("", views.editions, name="list"),
    path("begin/", views.begin, name="begin"),
    path("<slug:reference>/", views.edition, name="edition"),
    path("<slug:reference>/chapters/<slug:chapter>/", views.chapter, name="chapter"),
    path("<slug:reference>/disagreements/<slug:key>/", views.settle, name="settle"),
    path("<slug:reference>/freeze/", views.freeze, name="freeze"),
    path("<slug:reference>/approve/", views.approve, name="approve"),
    path("<slug:reference>/files/<slug:kind>/", views.download, name="download"),
]
