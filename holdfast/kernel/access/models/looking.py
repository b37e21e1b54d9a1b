"""Who looked, who wrote, what was taken out or away. Rows are added, never changed."""

import uuid

from django.db import models
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Account, Holding, Post


class Entry(models.Model):
    """One line of the access log, committed before the answer is sent.

    `commitment` is a salted digest of the rest and goes into the chain. When two people have
    disposed of a record, the rest is taken away and the commitment stays: the chain still holds.
    """

    class What(models.TextChoices):
        READ = "read", "Read"
        WRITE = "write", "Wrote"
        SEARCH = "search", "Searched"
        EXPORT = "export", "Took out"
        JOB = "job", "Job"
        SIGN_IN = "sign_in", "Signed in or out"
        DISPOSAL = "disposal", "Disposed of"

    at = models.DateTimeField(db_default=Now(), editable=False)
    commitment = models.CharField(max_length=64)
    salt = models.CharField(max_length=32, null=True)  # noqa: DJ001  null once erased
    what = models.CharField(max_length=10, choices=What, null=True)  # noqa: DJ001
    let_in = models.BooleanField(null=True)
    right = models.CharField(max_length=80, null=True)  # noqa: DJ001
    page = models.CharField(max_length=80, null=True)  # noqa: DJ001
    via = models.CharField(max_length=80, null=True)  # noqa: DJ001
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, related_name="+")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    record_id = models.UUIDField(null=True, db_index=True)
    detail = models.JSONField(null=True)

    class Meta:
        db_table = "access_entry"
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Entry {self.pk}"


class Seal(models.Model):
    """A batch of entries tied to the batch before: change one, and every later digest is wrong."""

    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(db_default=Now(), editable=False)
    first_entry = models.BigIntegerField()
    last_entry = models.BigIntegerField()
    entries = models.PositiveIntegerField()

    class Meta:
        db_table = "access_seal"

    def __str__(self) -> str:
        return f"Seal {self.pk}"


class Link(models.Model):
    """Which seal an entry is under. One that was committed late comes under the next seal."""

    entry = models.BigIntegerField(primary_key=True)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="links")

    class Meta:
        db_table = "access_link"

    def __str__(self) -> str:
        return f"{self.entry} under {self.seal_id}"


class Write(models.Model):
    """One row that was written anywhere, told by a database trigger: columns and keyed digests.

    It holds no value. With the key, an auditor can say whether a value was the one written.
    """

    at = models.DateTimeField(db_default=Now(), editable=False)
    table = models.CharField(max_length=63)
    row = models.CharField(max_length=40)
    op = models.CharField(max_length=6)
    actor = models.CharField(max_length=80)
    columns = models.TextField()
    digest = models.CharField(max_length=64)

    class Meta:
        db_table = "access_write"

    def __str__(self) -> str:
        return f"{self.op} {self.table} {self.row}"


class Disposal(models.Model):
    """A record is taken away at the end of its time. One asks, another confirms."""

    record_id = models.UUIDField(unique=True)
    kind = models.CharField(max_length=40)
    why = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"Disposal {self.pk}"


class DisposalConfirmed(models.Model):
    disposal = models.OneToOneField(Disposal, on_delete=models.PROTECT, related_name="confirmed")
    by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"Confirmation of disposal {self.disposal_id}"


class Parcel(models.Model):
    """A file made for one holder and fetched later. The door asks again when it is fetched."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    filename = models.CharField(max_length=60)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    records = models.JSONField(default=list, help_text="Ids of the records it was made from.")
    section = models.CharField(max_length=30, blank=True, help_text="What of them it shows.")
    manifest = models.JSONField(default=dict)
    made_at = models.DateTimeField(db_default=Now(), editable=False)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Parcel {self.pk}"
