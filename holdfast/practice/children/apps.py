from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    name = "holdfast.practice.children"
    verbose_name = "children"

    def ready(self) -> None:
        from holdfast.practice.children import access  # noqa: PLC0415

        access.declare()
