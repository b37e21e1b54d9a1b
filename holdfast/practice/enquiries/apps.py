from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "holdfast.practice.enquiries"
    verbose_name = "enquiries"

    def ready(self) -> None:
        from holdfast.practice.enquiries import access  # noqa: PLC0415

        access.declare()
