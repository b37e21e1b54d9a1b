from django.apps import AppConfig


class Section11Config(AppConfig):
    name = "holdfast.board.section11"
    verbose_name = "section 11"

    def ready(self) -> None:
        from holdfast.board.section11 import access  # noqa: PLC0415

        access.declare()
