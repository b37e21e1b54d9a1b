"""Who there is: areas, agencies, teams, people, posts, who holds a post, and who may sign in."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.db.models import F, Q

from holdfast.kernel.directory.words import Role, Sector, choices


class Area(models.Model):
    """A place that a partnership or an agency answers for: a borough, or a region of them."""

    class Kind(models.TextChoices):
        BOROUGH = "borough", "Borough"
        REGION = "region", "Region"

    code = models.CharField(max_length=9, unique=True, help_text="ONS code, such as E09000028.")
    dfe_code = models.CharField(max_length=3, blank=True, help_text="DfE code, such as 210.")
    name = models.CharField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind)

    def __str__(self) -> str:
        return self.name


class Partnership(models.Model):
    """The one partnership whose database this is.

    `demo` is a stamp: the database itself refuses to change it. Only a stamped database may tell
    stories of another day (see `moment`), offer sign-in as the cast, or be thrown away.
    """

    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=20)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    demo = models.BooleanField(default=False)
    story_at = models.DateTimeField(null=True, blank=True)
    story_set_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_database_one_partnership"),
            models.CheckConstraint(
                condition=Q(demo=True) | Q(story_at__isnull=True),
                name="only_a_demo_tells_another_day",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    name = models.CharField(max_length=120, unique=True)
    sector = models.CharField(max_length=20, choices=choices(Sector))
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="agencies"
    )

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Someone who holds, held or may hold a post. Nothing leads from here to a case."""

    name = models.CharField(max_length=120)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    name = models.CharField(max_length=120)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "name"], name="a_team_is_named_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A seat in an agency. Access and promises belong to posts; people come and go.

    A post has at most one holder at a time; a job share is two posts. So "who acts as this post"
    has one answer, and a person who is shut out is shut out in whatever post they hold.
    """

    title = models.CharField(max_length=120)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="posts"
    )
    role = models.CharField(max_length=30, choices=choices(Role))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "title"], name="a_post_is_named_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.agency.name}"


class HoldingQuerySet(models.QuerySet["Holding"]):
    def current(self, *, at: datetime) -> "HoldingQuerySet":
        """Return the holdings in force at a moment."""
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


class Holding(models.Model):
    """A person holds a post from a moment until a moment."""

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(ends_at__isnull=True), name="a_post_has_one_holder"
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="a_holding_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} ({self.pk})"


class AccountManager(BaseUserManager["Account"]):
    def create_user(self, email: str, password: str | None = None, **kept: Any) -> "Account":
        """Make an account. Without a password it signs in through the agency's own login."""
        account = self.model(email=self.normalize_email(email).lower(), **kept)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def open_all(self, people: Iterable[tuple[str, Person]]) -> "list[Account]":
        """Make an account without a password for each e-mail address and person, in one query."""
        made = [self.model(email=email.lower(), person=person) for email, person in people]
        for account in made:
            account.set_unusable_password()
        return self.bulk_create(made)


class Account(AbstractBaseUser):
    """What somebody signs in with. It opens nothing by itself: the post that is held does."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="+")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """What the access log prints: never a name, never an address."""
        return f"acc-{self.pk:04d}"


def this_partnership() -> Partnership:
    """Return the partnership whose database this is, or say how to make one."""
    try:
        return Partnership.objects.select_related("area").get(pk=1)
    except Partnership.DoesNotExist:
        raise ObjectDoesNotExist(
            "This database has no partnership yet. Run `holdfast demo`, or `holdfast begin`."
        ) from None
