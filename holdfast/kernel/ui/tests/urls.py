"""The two addresses that the gallery's frame points at."""

from django.urls import path

from holdfast.kernel.ui import errors

urlpatterns = [
    path("sign-out/", errors.not_found, name="sign-out"),
    path("posts/", errors.not_found, name="change-post"),
]
