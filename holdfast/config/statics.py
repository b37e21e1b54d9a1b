"""Stylesheets and scripts, served by the process itself from where they are."""

from pathlib import Path

from whitenoise.middleware import WhiteNoiseMiddleware


class Statics(WhiteNoiseMiddleware):  # type: ignore[misc]  # WhiteNoise has no types
    """WhiteNoise, content with an installation where `collectstatic` was never needed."""

    def add_files(self, root: str | Path, prefix: str | None = None) -> None:
        if Path(root).is_dir():
            super().add_files(root, prefix)
