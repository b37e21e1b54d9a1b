"""What was written in the room, the minutes made of it, and what was put right afterwards."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.engines.meetings.models.agenda import AgendaItem
from holdfast.engines.meetings.models.meeting import Meeting
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices

WHOSE_ITEM = (
    "(select coalesce(p.record_id, m.record_id) from meetings_agendaitem i "
    "join meetings_meeting m on m.id = i.meeting_id "
    "left join meetings_restrictedpart p on p.id = i.part_id where i.id = {item})"
)
"""The record that an item's rows belong to, as SQL: the restricted one where there is a part."""


class Note(models.Model):
    """One line written in the room. It is never deleted: what was wrong is struck, with a reason.

    An action becomes a promise in the tracker when the minutes are drafted, so that a slip of the
    pen can be struck until then without leaving a promise behind.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=choices(NoteKind))
    text = models.TextField()
    owner = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    due_on = models.DateField(null=True, blank=True)
    action = models.OneToOneField(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="minute"
    )
    taken_up = models.CharField(
        max_length=60, blank=True, help_text="Where a challenge went, as a reference."
    )
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)
    struck_because = models.CharField(max_length=200, blank=True)
    struck_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    struck_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["item_id", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_minute_says_something"),
            models.CheckConstraint(
                condition=~Q(kind=NoteKind.ACTION.value)
                | Q(owner__isnull=False, due_on__isnull=False),
                name="an_action_has_one_owner_and_one_date",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def struck(self) -> bool:
        return bool(self.struck_because)


class NoteEdit(models.Model):
    """What a line said before it was changed."""

    ADDED_ONLY = WHOSE_ITEM.format(
        item="(select item_id from meetings_note where id = old.note_id)"
    )

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="edits")
    said = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.said


class Minutes(models.Model):
    """The minutes of a meeting. Whoever drafted them does not approve them."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    drafted_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    drafted_on = models.DateField()
    approved_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, help_text="Of what was approved.")
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_their_own_minutes",
            )
        ]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting_id}"


class MinuteText(models.Model):
    """What the minutes say on one item. Made of the notes, then changed by hand until approved."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="texts")
    item = models.OneToOneField(AgendaItem, on_delete=models.PROTECT, related_name="minute_text")
    text = models.TextField(blank=True)
    changed_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class Addendum(models.Model):
    """Something put right after the minutes were approved. Rows are added and never changed."""

    ADDED_ONLY = WHOSE_ITEM.format(item="old.item_id")

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
