from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "holdfast.engines.notices"
    verbose_name = "notices"
