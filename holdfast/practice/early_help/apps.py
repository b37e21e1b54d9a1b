from django.apps import AppConfig


class EarlyHelpConfig(AppConfig):
    name = "holdfast.practice.early_help"
    verbose_name = "early help"

    def ready(self) -> None:
        from holdfast.practice.early_help import access  # noqa: PLC0415

        access.declare()
