"""How a line of the work plan is told as something that was done. Pure."""

LONGEST = 600
UNSHOWN = "The plan says that it is done; nothing shows it yet."


def source_of(reference: str, number: int) -> str:
    """
    Return where a line is recorded, so that no line is told twice.

    >>> source_of("WP-2012-0001", 3)
    'Work plan WP-2012-0001, line 3'
    """
    return f"Work plan {reference}, line {number}"


def told_as(title: str, shown: str) -> str:
    """
    Return the words of a line: its title, then its latest dated evidence or that there is none.

    >>> told_as("Train every governor", "48 of 50 governors, 15 March 2013")
    'Train every governor. 48 of 50 governors, 15 March 2013.'
    """
    first, then = title.strip().rstrip("."), (shown.strip() or UNSHOWN).rstrip(".")
    return f"{first}. {then}."[:LONGEST]
