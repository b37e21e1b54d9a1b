from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "holdfast.engines.standards"
    verbose_name = "standards"

    def ready(self) -> None:
        from holdfast.engines.standards import access  # noqa: PLC0415

        access.declare()
