from django.urls import path

from holdfast.engines.standards.views import evidence, still_true
from holdfast.engines.standards.views import frameworks as views

app_name = "standards"
urlpatterns = [
    path("", views.frameworks, name="frameworks"),
    path("thresholds/", views.thresholds, name="thresholds"),
    path("load/", views.load, name="load"),
    path("evidence/", evidence.library, name="library"),
    path("evidence/keep/", evidence.keep, name="keep"),
    path("evidence/<int:piece>/", evidence.piece, name="piece"),
    path("evidence/<int:piece>/renew/", evidence.renew, name="renew"),
    path("evidence/<int:piece>/cite/<int:assessment>/", evidence.cite, name="cite"),
    path("carried/<int:assessment>/", still_true.still_true, name="still_true"),
    path("carried/<int:assessment>/from/", still_true.carry, name="carry"),
    path("<slug:reference>/", views.framework, name="framework"),
    path("<slug:reference>/edition/<int:number>/", views.edition, name="edition"),
    path("<slug:reference>/edition/<int:number>/changes/", views.changes, name="changes"),
    path("<slug:reference>/edition/<int:number>/approve/", views.approve, name="approve"),
]
