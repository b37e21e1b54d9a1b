from django.urls import path

from holdfast.demo import views

app_name = "demo"

urlpatterns = [
    path("", views.cast, name="cast"),
    path("go-on/", views.go_on, name="go_on"),
    path("sign-in/", views.sign_in, name="sign_in"),
]
