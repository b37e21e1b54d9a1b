from django.urls import path

from holdfast.engines.standards import views

app_name = "standards"
urlpatterns = [
    path("", views.frameworks, name="frameworks"),
    path("thresholds/", views.thresholds, name="thresholds"),
    path("load/", views.load, name="load"),
    path("<slug:reference>/", views.framework, name="framework"),
    path("<slug:reference>/edition/<int:number>/", views.edition, name="edition"),
    path("<slug:reference>/edition/<int:number>/changes/", views.changes, name="changes"),
    path("<slug:reference>/edition/<int:number>/approve/", views.approve, name="approve"),
]
