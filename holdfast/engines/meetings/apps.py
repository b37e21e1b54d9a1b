from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "holdfast.engines.meetings"
    verbose_name = "meetings"
