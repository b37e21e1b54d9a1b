"""What a meeting is to talk about, and the papers and reports that come with it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q

from holdfast.engines.meetings.models.cycle import ForwardItem, ItemFields
from holdfast.engines.meetings.models.meeting import Meeting, RestrictedPart
from holdfast.engines.meetings.rules.blocks import Block, unpack
from holdfast.engines.meetings.rules.papers import SORT_WORDS, Sort
from holdfast.engines.meetings.rules.states import ItemState
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File, Record


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def open_part(self) -> Self:
        return self.filter(part=None)

    def readable(self, *, restricted: bool) -> Self:
        return self if restricted else self.open_part()

    def for_page(self) -> Self:
        """Return all that an agenda prints, without the bytes of its papers."""
        papers = Paper.objects.select_related("file").defer("file__content")
        return self.select_related(
            "meeting__record", "part__record", "presenter__agency", "report", "forward"
        ).prefetch_related(Prefetch("papers", queryset=papers))


class AgendaItem(ItemFields):
    """One item. With a `part` it stands under the restricted record and has its own numbers."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    part = models.ForeignKey(
        RestrictedPart, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    number = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=10, choices=choices(ItemState), default=ItemState.SCHEDULED.value
    )
    outcome = models.CharField(max_length=300, blank=True)
    forward = models.ForeignKey(
        ForwardItem, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    waited = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_up",
        help_text="The item of an earlier meeting that was deferred to this one.",
    )  # fmt: skip
    version = models.PositiveIntegerField(default=1)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = [F("part_id").asc(nulls_first=True), "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "forward"],
                condition=Q(forward__isnull=False),
                name="a_forward_item_is_drawn_once_for_a_meeting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.title}"

    @property
    def label(self) -> str:
        """`4`, or `B4` in the restricted part."""
        return f"B{self.number}" if self.part_id else str(self.number)

    @property
    def record(self) -> Record:
        return self.part.record if self.part else self.meeting.record

    @property
    def is_themed(self) -> bool:
        return bool(self.theme)


class ItemReport(models.Model):
    """What the product itself reports on an item. Drawn again until the agenda is issued."""

    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="report")
    blocks = models.JSONField(default=list)
    as_at = models.DateField()
    sha256 = models.CharField(max_length=64)
    frozen_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Report on {self.item_id} as at {self.as_at}"

    def drawn(self) -> tuple[Block, ...]:
        return unpack(self.blocks)


class Paper(models.Model):
    """A file on an item. A later version takes the place of an earlier one, which is kept."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers")
    file = models.OneToOneField(File, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    pages = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    supplement = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    author = models.CharField(max_length=120, blank=True)
    dated = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["item_id", "supplement", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}" if self.version > 1 else self.title

    @property
    def apart(self) -> str:
        """What it is, where it is attached beside the pack; nothing for a PDF within it."""
        sort = self.file.content_type
        return "" if sort == Sort.PDF.value else SORT_WORDS[sort]

    @property
    def length_words(self) -> str:
        """How many pages it has, or that it is attached."""
        if self.apart:
            return f"{self.apart}, attached separately"
        return "1 page" if self.pages == 1 else f"{self.pages:,} pages"

    @property
    def since(self) -> date:
        return self.file.on
