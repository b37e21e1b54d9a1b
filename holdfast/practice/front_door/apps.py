from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "holdfast.practice.front_door"
    verbose_name = "front door"

    def ready(self) -> None:
        from holdfast.practice.front_door import access  # noqa: PLC0415

        access.declare()
