from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "holdfast.practice.journey"
    verbose_name = "journey"

    def ready(self) -> None:
        from holdfast.practice.journey import access  # noqa: PLC0415

        access.declare()
