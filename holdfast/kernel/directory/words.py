"""The words of the directory: what kinds of agency there are and what a post is for."""

from enum import StrEnum


class Sector(StrEnum):
    """Where an agency stands, as LADO and section 11 tables count it."""

    SOCIAL_CARE = "social_care"
    POLICE = "police"
    HEALTH = "health"
    EDUCATION = "education"
    EARLY_YEARS = "early_years"
    TRANSPORT = "transport"
    VOLUNTARY = "voluntary"
    FAITH = "faith"
    SPORT = "sport"
    FOSTERING = "fostering"
    RESIDENTIAL = "residential"
    HOUSING = "housing"
    PROBATION = "probation"
    BOARD = "board"
    OTHER = "other"


class Role(StrEnum):
    """What a post is for. Rooms say in their `access.py` what each role may do there."""

    LADO = "lado"
    CHILD_PROTECTION_CHAIR = "child_protection_chair"
    MASH_MANAGER = "mash_manager"
    MASH_WORKER = "mash_worker"
    SOCIAL_WORKER = "social_worker"
    TEAM_MANAGER = "team_manager"
    EARLY_HELP_WORKER = "early_help_worker"
    POLICE_OFFICER = "police_officer"
    HEAD_TEACHER = "head_teacher"
    EMPLOYER = "employer"
    HEALTH = "health"
    BOARD_MANAGER = "board_manager"
    BOARD_CHAIR = "board_chair"
    BOARD_MEMBER = "board_member"
    LAY_MEMBER = "lay_member"
    ANALYST = "analyst"
    RECORDS_GUARDIAN = "records_guardian"
    OFFICER = "officer"


def in_words(word: str) -> str:
    """Return a stored word as a person would read it.

    >>> in_words("social_care")
    'Social care'
    """
    known = {"lado": "LADO", "mash_manager": "MASH manager", "mash_worker": "MASH worker"}
    return known.get(word, word.replace("_", " ").capitalize())


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, in_words(word.value)) for word in words]
