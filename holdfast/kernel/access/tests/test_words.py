"""The access log in words that its reader knows."""

import pytest

from holdfast.kernel.access.pages.entries import page_words


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("access:log", "the access log"),
        ("asks:requests", "information requests, requests"),
        ("annual_report:chapter", "annual report, chapter"),
        ("local_data:scorecard", "local data, scorecard"),
        ("account_login", "account login"),
    ],
)
def test_the_log_names_a_page_in_its_rooms_own_words(page: str, words: str) -> None:
    assert page_words(page) == words
