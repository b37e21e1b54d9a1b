from django.apps import AppConfig


class PrivateFosteringConfig(AppConfig):
    name = "holdfast.practice.private_fostering"
    verbose_name = "private fostering"

    def ready(self) -> None:
        from holdfast.engines.notices import tasks as jobs  # noqa: PLC0415
        from holdfast.practice.private_fostering import access, tasks  # noqa: PLC0415

        access.declare()
        jobs.daily("remind of private fostering visits", tasks.remind_visits)
