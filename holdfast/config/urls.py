from django.urls import URLPattern, URLResolver, include, path

from holdfast.config import health
from holdfast.kernel.ui import errors

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("account/", include("holdfast.config.signin.urls")),
    path("demo/", include("holdfast.demo.urls")),
    path("allegations/", include("holdfast.practice.allegations.urls")),
    path("figures/", include("holdfast.insight.indicators.urls")),
    path("work-plan/", include("holdfast.board.workplan.urls")),
    path("annual-report/", include("holdfast.board.annual_report.urls")),
    path("", include("holdfast.kernel.clock.urls")),
    path("", include("holdfast.kernel.access.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many
handler500 = errors.broken
