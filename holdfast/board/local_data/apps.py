from django.apps import AppConfig


class LocalDataConfig(AppConfig):
    name = "holdfast.board.local_data"
    verbose_name = "local data"

    def ready(self) -> None:
        from holdfast.board.local_data import access  # noqa: PLC0415

        access.declare()
