"""What a person must have written before a verb goes on. Pure."""

from holdfast.kernel.records.moves import NotAllowed


def require_words(said: str, otherwise: str) -> None:
    """Raise NotAllowed with a sentence where nothing was written."""
    if not said.strip():
        raise NotAllowed(otherwise)
