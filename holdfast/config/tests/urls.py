"""The product's pages and two that go wrong."""

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from holdfast.config import urls
from holdfast.config.urls import *  # noqa: F403  the error handlers too

CANARY = "canary-Petronella-Quill"


def broken(request: HttpRequest) -> HttpResponse:
    name = request.GET["name"]
    try:
        raise ValueError(f"No child called {name}")
    except ValueError as why:
        raise KeyError(name) from why


def refused_by_the_database(request: HttpRequest) -> HttpResponse:
    """PostgreSQL quotes the row in its message."""
    with connection.cursor() as cursor:
        cursor.execute("select 1 from nowhere_at_all where name = %s", [request.GET["name"]])
    return HttpResponse()


urlpatterns = [
    *urls.urlpatterns,
    path("broken/", broken),
    path("database/", refused_by_the_database),
]
