from django.urls import path

from holdfast.insight.indicators import views

app_name = "indicators"
urlpatterns = [
    path("", views.overview, name="list"),
    path("allegations/", views.allegations, name="allegations"),
    path("<slug:identity>/", views.figure, name="figure"),
    path("<slug:identity>/trend.csv", views.trend_csv, name="trend"),
    path("<slug:identity>/london.csv", views.london_csv, name="london"),
]
