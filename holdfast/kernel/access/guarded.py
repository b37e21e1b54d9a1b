"""What every list of a room's own records can be asked: which of them a post may see."""

from typing import Self, TypeVar

from django.db import models

from holdfast.kernel.access import gate
from holdfast.kernel.access.words import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record

_M_co = TypeVar("_M_co", bound=models.Model, covariant=True)


class GuardedQuerySet(models.QuerySet[_M_co]):
    """Rows that hang on a record by a field `record`, and are shown by the gate's own rule."""

    def visible_to(self, post: Post, can: Can = Can.SEE, *, section: str = "") -> Self:
        """Return those whose record the post may see (or work, or decide) in a section."""
        records = gate.allowed(Record.objects.all(), to=post, can=can, section=section)
        return self.filter(record__in=records)
