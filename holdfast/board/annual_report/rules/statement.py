"""
What each partner is asked to say for the report, and how long that may be. Pure.

The questions, their lengths and the sign-off are the board's own (status L). That a report holds
each partner's contribution is from memory (M): see `data/required.yaml`.
"""

from typing import Final

from holdfast.engines.asks.rules.questions import Kind, Question, Questions, Section

PURPOSE: Final = "annual-statement"
STATEMENT_WORDS: Final = 250
SHORT_WORDS: Final = 120
WHY: Final = "The board’s report on the year prints what each partner did, in its own words."
BASIS: Final = "Children Act 2004, section 14A and section 14B"

QUESTIONS: Final = Questions(
    (
        Section(
            "statement",
            "Our statement",
            (
                Question(
                    "did",
                    "What did you do this year to keep children safe?",
                    Kind.LONG_TEXT,
                    help="No child, no adult and no case.",
                    required_because="the report prints it as your statement",
                    words=STATEMENT_WORDS,
                ),
                Question(
                    "changed",
                    "What changed for children, and how do you know?",
                    Kind.LONG_TEXT,
                    help="Give the date and the source. Without them the report says so.",
                    words=SHORT_WORDS,
                ),
                Question(
                    "harder",
                    "What was not good enough, and what will you do?",
                    Kind.LONG_TEXT,
                    words=SHORT_WORDS,
                ),
            ),
        ),
    )
)
