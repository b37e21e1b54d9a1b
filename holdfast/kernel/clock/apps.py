from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "holdfast.kernel.clock"
    verbose_name = "timescales"
