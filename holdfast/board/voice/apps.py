from django.apps import AppConfig


class VoiceConfig(AppConfig):
    name = "holdfast.board.voice"
    verbose_name = "voice"

    def ready(self) -> None:
        from holdfast.board.voice import access  # noqa: PLC0415

        access.declare()
