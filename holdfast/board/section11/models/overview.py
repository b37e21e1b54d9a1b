"""The chair's overview of a cycle: the view in the chair's words, the figures frozen with it."""

from django.db import models
from django.db.models import Q

from holdfast.board.section11.models.cycles import Cycle
from holdfast.kernel.directory.models import Post


class Overview(models.Model):
    """One edition of the overview. A signed one never changes; another one is numbered anew.

    `printed` is everything that the signed one prints, and `digest` its SHA-256.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="overviews")
    number = models.PositiveSmallIntegerField(default=1)
    view = models.TextField()
    asks = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    signed_on = models.DateField(null=True)
    printed = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "number"], name="a_section_11_overview_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(printed__isnull=False),
                name="a_signed_overview_keeps_what_it_prints",
            ),
        ]

    def __str__(self) -> str:
        return f"Overview {self.number} of {self.cycle}"
