from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "holdfast.kernel.access"
