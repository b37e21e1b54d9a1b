from django.urls import include, path

from holdfast.practice.children.views import doubles, find, lists, record

app_name = "children"

of_a_record = [
    path("", record.record, name="record"),
    path("edit/", record.edit, name="edit"),
    path("entries/", record.entries, name="entries"),
    path("write/<slug:entry>/", record.write, name="write"),
    path("let/<slug:entry>/", record.let, name="let"),
    path("markers/<int:number>/review/", record.review_marker, name="review_marker"),
    path("markers/<int:number>/end/", record.end_marker, name="end_marker"),
    path("ties/<int:number>/end/", record.end_tie, name="end_tie"),
    path("joined/<int:number>/apart/", doubles.apart, name="apart"),
]

of_a_list = [
    path("", lists.one, name="list"),
    path("take/", lists.take, name="take_list"),
    path("rows/<int:number>/", lists.row, name="decide_row"),
]

urlpatterns = [
    path("", find.find, name="find"),
    path("doubles/", doubles.worklist, name="doubles"),
    path("doubles/look/", doubles.look, name="look"),
    path("doubles/<int:number>/", doubles.compare, name="compare"),
    path("lists/", lists.agreements, name="lists"),
    path("lists/agree/", lists.agree, name="agree"),
    path("lists/<slug:reference>/", include(of_a_list)),
    path("records/<slug:reference>/", include(of_a_record)),
]
