from django.apps import AppConfig


class ScrutinyConfig(AppConfig):
    name = "holdfast.board.scrutiny"
    verbose_name = "scrutiny"

    def ready(self) -> None:
        from holdfast.board.scrutiny import access  # noqa: PLC0415

        access.declare()
