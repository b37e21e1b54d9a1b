"""Lists in a sentence. Pure, so that rules may say them too."""

from collections.abc import Sequence


def joined(words: Sequence[str]) -> str:
    """
    Return words as a list in a sentence.

    >>> joined(["13", "14", "16"])
    '13, 14 and 16'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
