from django.urls import path

from holdfast.board.local_data.views import partners, scorecard, typing_in

app_name = "local_data"
urlpatterns = [
    path("", scorecard.scorecard, name="scorecard"),
    path("scorecard.csv", scorecard.scorecard_csv, name="csv"),
    path("ask/<slug:identity>/", scorecard.ask, name="ask"),
    path("partners/", partners.local, name="local"),
    path("partners/open/", partners.open_quarter, name="open"),
    path("partners/published/", partners.published, name="published"),
    path("partners/published.csv", partners.published_csv, name="published_csv"),
    path("partners/<slug:reference>/", partners.quarter, name="quarter"),
    path("partners/<slug:reference>/ask/", partners.ask_partners, name="ask_partners"),
    path("partners/<slug:reference>/type/", typing_in.choose, name="choose"),
    path(
        "partners/<slug:reference>/type/<int:agency>/<slug:set_key>/",
        typing_in.type_in,
        name="type",
    ),
    path("partners/<slug:reference>/take-in/<slug:returned>/", partners.take_in, name="take_in"),
    path("partners/<slug:reference>/release/<int:figure>/", partners.release, name="release"),
]
