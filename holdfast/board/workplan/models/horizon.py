"""What is coming, what it means for us, who sees to it. Its action is in the tracker."""

from datetime import date

from django.db import models
from django.db.models import Q

from holdfast.board.workplan.models.plan import Plan
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices


class PolicyItem(models.Model):
    """A change that is coming from outside: law, guidance, a framework, a reorganisation."""

    class Known(models.TextChoices):
        READ = "V", "Read at the source"
        RESTATED = "V2", "Read as restated by others"
        MEMORY = "M", "From memory, to be checked"
        LOCAL = "L", "Local, not law"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="policy_items")
    title = models.CharField(max_length=160)
    source = models.CharField(max_length=200)
    known = models.CharField(max_length=2, choices=Known)
    dated_from = models.DateField()
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    implication = models.CharField(max_length=600, blank=True)
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    owner_role = models.CharField(max_length=120, blank=True)
    review_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_how = models.CharField(max_length=300, blank=True)
    action = models.OneToOneField(
        Action, on_delete=models.PROTECT, null=True, related_name="policy_item"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["dated_from", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "title"], name="a_policy_item_is_listed_once"),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(done_how=""),
                name="a_policy_item_that_is_done_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def dated(self) -> Dated:
        return Dated(self.dated_from, Precision(self.precision))

    @property
    def owner_words(self) -> str:
        return self.owner.title if self.owner else self.owner_role

    def is_due(self, *, on: date) -> bool:
        """Say whether its review has passed and nobody said that it is done."""
        return self.done_on is None and (self.review_on is None or self.review_on < on)
