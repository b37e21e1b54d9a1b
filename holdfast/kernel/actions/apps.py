from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "holdfast.kernel.actions"
