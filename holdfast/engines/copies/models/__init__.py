"""What is kept of each copy: exactly what one reader got, and what was held back."""

from typing import Self

from django.db import models
from django.db.models.functions import Now

from holdfast.engines.copies.rules.choosing import Who, Why, Withheld
from holdfast.engines.copies.rules.paper import Letter, from_json
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class CopyQuerySet(models.QuerySet["Copy"]):
    def about(self, record: Record) -> Self:
        return self.filter(record=record).select_related("by__agency", "reader_post__agency")

    def for_reader(self, post: Post) -> Self:
        """Return the copies that were made for a post, the latest first."""
        found = self.filter(reader_post=post).select_related("record", "by__agency")
        return found.order_by("-pk")

    def last_for(self, record: Record, reader: str) -> "Copy | None":
        """Return the last copy that one reader got of a record."""
        return self.filter(record=record, reader=reader).order_by("-number").first()


class Copy(models.Model):
    """One document as its one reader got it. Rows are added and never changed."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="reader_copies")
    number = models.PositiveIntegerField()
    reader = models.CharField(max_length=60, help_text="The same from copy to copy.")
    reader_words = models.CharField(max_length=200)
    reader_who = models.CharField(max_length=10, choices=choices(Who))
    reader_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=200)
    content = models.TextField()
    digest = models.CharField(max_length=64)
    held_back = models.JSONField(default=list, help_text="Numbers, owners and why; no words.")
    before = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = "old.record_id"

    objects = CopyQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["reader_post"])]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "number"], name="a_readers_copy_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Copy {self.number}"

    @property
    def letter(self) -> Letter:
        return from_json(self.content)

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """Return what was held back. Shown to whoever made the copy, and to no one else."""
        return tuple(
            Withheld(one["number"], one["source"], Why(one["why"])) for one in self.held_back
        )
