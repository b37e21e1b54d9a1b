"""What Holdfast tells its standard error: no query string, no value of any variable.

An exception's message can quote a row ("Key (email)=(…) already exists"), so it is left out: where
it happened and its type are enough to find a fault.
"""

import logging
import re
import traceback
from types import TracebackType

QUERY = re.compile(r"\?[^\s'\"]*")

Told = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class NoQueries(logging.Filter):
    """Take the query string out of a log line, for instance a path that gunicorn could not serve.

    >>> record = logging.LogRecord("gunicorn", 40, "", 0, "Error at %s", ("/x?name=A",), None)
    >>> NoQueries().filter(record) and record.getMessage()
    'Error at /x'
    """

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = QUERY.sub("", record.getMessage()), None
        return True


class WithoutValues(logging.Formatter):
    """Where it happened and what kind of fault it was, without the message of the exception."""

    def formatException(self, told: Told) -> str:  # noqa: N802  logging names it
        lines: list[str] = []
        fault = told[1]
        while fault is not None:
            where = traceback.format_tb(fault.__traceback__)
            lines = [*where, f"{type(fault).__module__}.{type(fault).__qualname__}\n", *lines]
            fault = fault.__cause__ or fault.__context__
        return "".join(lines).rstrip()


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"no_queries": {"()": "holdfast.config.logs.NoQueries"}},
    "formatters": {
        "plain": {
            "()": "holdfast.config.logs.WithoutValues",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["no_queries"],
            "formatter": "plain",
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
