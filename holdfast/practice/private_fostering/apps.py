from django.apps import AppConfig


class PrivateFosteringConfig(AppConfig):
    name = "holdfast.practice.private_fostering"
    verbose_name = "private fostering"

    def ready(self) -> None:
        from holdfast.practice.private_fostering import access  # noqa: PLC0415

        access.declare()
