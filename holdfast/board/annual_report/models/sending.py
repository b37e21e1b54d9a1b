"""Whom an edition goes to, and what was sent when."""

from typing import Self

from django.db import models
from django.db.models import Q

from holdfast.board.annual_report.models.edition import Edition
from holdfast.board.annual_report.models.holding import OF_EDITION
from holdfast.kernel.directory.models import Post


class RecipientQuerySet(models.QuerySet["Recipient"]):
    def for_page(self) -> Self:
        sent = Dispatch.objects.select_related("by")
        return self.prefetch_related(models.Prefetch("dispatches", sent))


class Recipient(models.Model):
    """A name on the distribution list. `rule` names it in the guidance; empty, it is our own."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="recipients")
    who = models.CharField(max_length=160)
    copies = models.PositiveSmallIntegerField(default=1)
    rule = models.SlugField(max_length=40, blank=True)
    status = models.CharField(max_length=2, help_text="How sure we are of the rule: V to L.")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = OF_EDITION

    objects = RecipientQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "who"], name="a_recipient_is_listed_once"),
            models.CheckConstraint(condition=Q(copies__gt=0), name="a_recipient_gets_a_copy"),
        ]

    def __str__(self) -> str:
        return self.who


class Dispatch(models.Model):
    """One sending to one recipient, or why there is none. Added, never changed."""

    class What(models.TextChoices):
        DRAFT = "draft", "The draft"
        APPROVED = "approved", "The approved edition"
        LEFT_OUT = "left out", "Left out"

    recipient = models.ForeignKey(Recipient, on_delete=models.PROTECT, related_name="dispatches")
    what = models.CharField(max_length=10, choices=What)
    sent_on = models.DateField()
    how = models.CharField(max_length=200, help_text="How it went, or why it did not.")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = (
        "(select e.record_id from annual_report_recipient r"
        " join annual_report_edition e on e.id = r.edition_id where r.id = old.recipient_id)"
    )

    class Meta:
        ordering = ["sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "what"], name="an_edition_is_sent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} to {self.recipient}"
