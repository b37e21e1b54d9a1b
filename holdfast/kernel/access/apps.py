from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "holdfast.kernel.access"

    def ready(self) -> None:
        from holdfast.kernel.access import nav  # noqa: PLC0415

        nav.declare_own()
