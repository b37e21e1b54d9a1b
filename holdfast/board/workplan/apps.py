from django.apps import AppConfig


class WorkplanConfig(AppConfig):
    name = "holdfast.board.workplan"
    verbose_name = "work plan"

    def ready(self) -> None:
        from holdfast.board.workplan import access  # noqa: PLC0415

        access.declare()
