"""What a member was told, signed and declared: inductions, lay members' terms, interests."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.board.partnership.models.seat import Seat
from holdfast.board.partnership.rules.words import DECLARED_WORDS, Declared
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post

SORTS = [(sort.value, words) for sort, words in DECLARED_WORDS.items()]


class LayTerm(models.Model):
    """A lay member's term: until when, who is the mentor, what is signed, when it is reviewed."""

    seat = models.OneToOneField(Seat, on_delete=models.PROTECT, related_name="lay_term")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    mentor = models.ForeignKey(
        Seat, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agreement_signed_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    readvertise_on = models.DateField(null=True, blank=True)
    review = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")),
                name="a_lay_term_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(mentor__isnull=True) | ~Q(mentor=F("seat")),
                name="nobody_is_their_own_mentor",
            ),
        ]

    def __str__(self) -> str:
        return str(self.seat)


class Induction(models.Model):
    """A member was inducted. Rows are added and never changed."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="inductions")
    held_on = models.DateField()
    what = models.CharField(max_length=200)
    booklet = models.BooleanField(default=False)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = (
        "(select b.record_id from partnership_seat s join partnership_body b "
        "on b.id = s.body_id where s.id = old.seat_id)"
    )

    class Meta:
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return f"{self.what}, {self.held_on}"


class Declaration(models.Model):
    """What a member declared on a day. An interest that is over keeps its row and gets an end."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="declarations")
    sort = models.CharField(max_length=12, choices=SORTS)
    what = models.CharField(max_length=200, blank=True)
    since = models.DateField(null=True, blank=True)
    declared_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["declared_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(sort=Declared.NOTHING.value) & Q(what=""))
                | (~Q(sort=Declared.NOTHING.value) & ~Q(what="")),
                name="a_declaration_says_what_or_that_there_is_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.what or DECLARED_WORDS[Declared(self.sort)]
