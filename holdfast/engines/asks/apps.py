from django.apps import AppConfig


class AsksConfig(AppConfig):
    name = "holdfast.engines.asks"
    verbose_name = "information requests"

    def ready(self) -> None:
        from holdfast.engines.asks import access, tasks  # noqa: PLC0415
        from holdfast.engines.notices import tasks as jobs  # noqa: PLC0415

        access.declare()
        jobs.daily("remind returns", tasks.remind_returns)
        jobs.each_minute("tell managers of late checks", tasks.chase, waits=tasks.something_late)
