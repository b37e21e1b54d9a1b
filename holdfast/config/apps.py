from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "holdfast.config"

    def ready(self) -> None:
        from holdfast.config import wiring  # noqa: PLC0415

        wiring.connect()
