from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "holdfast.board.partnership"
    verbose_name = "the board"

    def ready(self) -> None:
        from holdfast.board.partnership import access  # noqa: PLC0415

        access.declare()
