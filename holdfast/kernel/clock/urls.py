"""Pages of the clock."""

from django.urls import path

from holdfast.kernel.clock import views

app_name = "clock"

urlpatterns = [path("timescales/", views.timescales, name="timescales")]
