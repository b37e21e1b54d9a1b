from django.apps import AppConfig


class BenchmarkingConfig(AppConfig):
    name = "holdfast.insight.benchmarking"
