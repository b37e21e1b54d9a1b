from django.apps import AppConfig


class AnnualReportConfig(AppConfig):
    name = "holdfast.board.annual_report"
    verbose_name = "annual report"

    def ready(self) -> None:
        from holdfast.board.annual_report import access  # noqa: PLC0415

        access.declare()
