"""A post's own address for its calendar, which works without signing in until it is revoked."""

from django.db import models
from django.db.models import Q

from holdfast.kernel.directory.models import Post


class Feed(models.Model):
    """Only the digest of the secret is kept. It shows titles, times and places, no more."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    expires_on = models.DateField()
    revoked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(revoked_on__isnull=True), name="a_post_has_one_feed"
            )
        ]

    def __str__(self) -> str:
        return f"Calendar address {self.pk}"
