from django.urls import URLPattern, URLResolver, include, path

from holdfast.config import health
from holdfast.kernel.ui import errors

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("account/", include("holdfast.config.signin.urls")),
    path("demo/", include("holdfast.demo.urls")),
    path("my-children/", include("holdfast.practice.journey.urls")),
    path("children/", include("holdfast.practice.children.urls")),
    path("front-door/", include("holdfast.practice.front_door.urls")),
    path("allegations/", include("holdfast.practice.allegations.urls")),
    path("assessments/", include("holdfast.practice.assessments.urls")),
    path("early-help/", include("holdfast.practice.early_help.urls")),
    path("private-fostering/", include("holdfast.practice.private_fostering.urls")),
    path("strategy-discussions/", include("holdfast.practice.enquiries.urls")),
    path("figures/", include("holdfast.insight.indicators.urls")),
    path("requests/", include("holdfast.engines.asks.urls")),
    path("standards/", include("holdfast.engines.standards.urls")),
    path("board/", include("holdfast.board.partnership.urls")),
    path("voice/", include("holdfast.board.voice.urls")),
    path("section-11/", include("holdfast.board.section11.urls")),
    path("scorecard/", include("holdfast.board.local_data.urls")),
    path("scrutiny/", include("holdfast.board.scrutiny.urls")),
    path("meetings/", include("holdfast.board.desk.urls")),
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
