from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "holdfast.board.desk"
    verbose_name = "meetings and seats"

    def ready(self) -> None:
        from holdfast.board.desk import access  # noqa: PLC0415

        access.declare()
