"""Forms half written. They belong to their author alone, and to no record's story."""

from django.db import models
from django.db.models import Q

from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.models import Record


class Draft(models.Model):
    """A form half written: by this person, in this post, about this record or about none."""

    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    form = models.CharField(max_length=60)
    typed = models.JSONField(default=dict)
    kept_at = models.DateTimeField()
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holding", "form", "record"],
                condition=Q(record__isnull=False),
                name="one_draft_of_a_form_about_a_record",
            ),
            models.UniqueConstraint(
                fields=["holding", "form"],
                condition=Q(record__isnull=True),
                name="one_draft_of_a_form_about_none",
            ),
        ]

    def __str__(self) -> str:
        return f"Draft {self.pk}"
