from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "holdfast.practice.assessments"
    verbose_name = "assessments"

    def ready(self) -> None:
        from holdfast.practice.assessments import access  # noqa: PLC0415

        access.declare()
