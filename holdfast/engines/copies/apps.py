from django.apps import AppConfig


class CopiesConfig(AppConfig):
    name = "holdfast.engines.copies"
    verbose_name = "copies for named readers"
