from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "holdfast.insight.indicators"
    verbose_name = "figures"

    def ready(self) -> None:
        from holdfast.insight.indicators import access  # noqa: PLC0415 - apps must be loaded

        access.declare()
