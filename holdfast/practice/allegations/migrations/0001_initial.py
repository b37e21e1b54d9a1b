import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_grants_in_circles"),
        ("directory", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Allegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("contact", "Contact: threshold not yet decided"),
                            ("advice_given", "Advice given"),
                            ("below_threshold", "Below the threshold"),
                            ("threshold_met", "Threshold met"),
                            ("discussed", "Initial discussion held"),
                            ("meeting_called", "Meeting called"),
                            ("strands_open", "Being looked into"),
                            ("outcome_recorded", "Outcome recorded"),
                            ("closed", "Closed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("received_on", models.DateField()),
                ("known_on", models.DateField(help_text="The day the employer first knew.")),
                (
                    "referrer",
                    models.CharField(help_text="Who told the LADO, in words.", max_length=200),
                ),
                (
                    "referrer_sector",
                    models.CharField(
                        choices=[
                            ("social_care", "Social care"),
                            ("police", "Police"),
                            ("health", "Health"),
                            ("education", "Education"),
                            ("early_years", "Early years"),
                            ("transport", "Transport"),
                            ("voluntary", "Voluntary"),
                            ("faith", "Faith"),
                            ("sport", "Sport"),
                            ("fostering", "Fostering"),
                            ("residential", "Residential"),
                            ("housing", "Housing"),
                            ("probation", "Probation"),
                            ("board", "Board"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("employer", models.CharField(max_length=200)),
                (
                    "employer_sector",
                    models.CharField(
                        choices=[
                            ("social_care", "Social care"),
                            ("police", "Police"),
                            ("health", "Health"),
                            ("education", "Education"),
                            ("early_years", "Early years"),
                            ("transport", "Transport"),
                            ("voluntary", "Voluntary"),
                            ("faith", "Faith"),
                            ("sport", "Sport"),
                            ("fostering", "Fostering"),
                            ("residential", "Residential"),
                            ("housing", "Housing"),
                            ("probation", "Probation"),
                            ("board", "Board"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("summary", models.TextField(blank=True, help_text="The case in a minute.")),
                (
                    "tests",
                    models.JSONField(default=list, help_text="The tests of the threshold it met."),
                ),
                ("threshold_why", models.TextField(blank=True)),
                ("threshold_on", models.DateField(null=True)),
                ("concluded_on", models.DateField(null=True)),
                ("reopened_on", models.DateField(null=True)),
                (
                    "employer_post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allegation",
                        to="records.record",
                    ),
                ),
                (
                    "referred_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "threshold_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["-received_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("threshold_on__isnull", True),
                            ("threshold_why__gt", ""),
                            _connector="OR",
                        ),
                        name="a_threshold_has_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("concluded_on__isnull", True),
                            ("concluded_on__gte", models.F("received_on")),
                            _connector="OR",
                        ),
                        name="an_allegation_concludes_after_it_comes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "outcome_recorded"), _negated=True),
                            ("concluded_on__isnull", False),
                            _connector="OR",
                        ),
                        name="an_outcome_has_its_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Advice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subjects",
                    models.JSONField(
                        default=list,
                        help_text="Whom it is about, as keys within the record: adult, child-1.",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("room", "Room"),
                            ("agencies", "Agencies"),
                            ("family", "Family"),
                            ("anyone", "Anyone"),
                        ],
                        default="room",
                        max_length=20,
                    ),
                ),
                (
                    "sensitivity",
                    models.CharField(
                        choices=[
                            ("personal", "Personal"),
                            ("special_category", "Special category"),
                            ("criminal_offence", "Criminal offence"),
                            ("third_party", "Third party"),
                            ("not_personal", "Not personal"),
                        ],
                        default="personal",
                        max_length=20,
                    ),
                ),
                ("caller", models.CharField(max_length=200)),
                ("said", models.TextField()),
                (
                    "child_safe",
                    models.CharField(
                        choices=[("yes", "yes"), ("no", "no"), ("not_known", "not_known")],
                        max_length=10,
                    ),
                ),
                ("advice", models.TextField()),
                (
                    "view",
                    models.CharField(
                        choices=[("advice", "advice"), ("met", "met"), ("later", "later")],
                        max_length=10,
                    ),
                ),
                ("rang_at", models.DateTimeField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advices",
                        to="allegations.allegation",
                    ),
                ),
            ],
            options={
                "ordering": ["rang_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Adult",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("other_names", models.JSONField(default=list)),
                ("born_on", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.person",
                    ),
                ),
                (
                    "allegation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adult",
                        to="allegations.allegation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChildConcerned",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subjects",
                    models.JSONField(
                        default=list,
                        help_text="Whom it is about, as keys within the record: adult, child-1.",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("room", "Room"),
                            ("agencies", "Agencies"),
                            ("family", "Family"),
                            ("anyone", "Anyone"),
                        ],
                        default="room",
                        max_length=20,
                    ),
                ),
                (
                    "sensitivity",
                    models.CharField(
                        choices=[
                            ("personal", "Personal"),
                            ("special_category", "Special category"),
                            ("criminal_offence", "Criminal offence"),
                            ("third_party", "Third party"),
                            ("not_personal", "Not personal"),
                        ],
                        default="personal",
                        max_length=20,
                    ),
                ),
                ("known_as", models.CharField(max_length=60)),
                ("age", models.PositiveSmallIntegerField(null=True)),
                ("needs", models.CharField(blank=True, max_length=200)),
                (
                    "words",
                    models.TextField(
                        blank=True, help_text="What the child said, in the child's words."
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subjects",
                    models.JSONField(
                        default=list,
                        help_text="Whom it is about, as keys within the record: adult, child-1.",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("room", "Room"),
                            ("agencies", "Agencies"),
                            ("family", "Family"),
                            ("anyone", "Anyone"),
                        ],
                        default="room",
                        max_length=20,
                    ),
                ),
                (
                    "sensitivity",
                    models.CharField(
                        choices=[
                            ("personal", "Personal"),
                            ("special_category", "Special category"),
                            ("criminal_offence", "Criminal offence"),
                            ("third_party", "Third party"),
                            ("not_personal", "Not personal"),
                        ],
                        default="personal",
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("physical", "Physical"),
                            ("emotional", "Emotional"),
                            ("sexual", "Sexual"),
                            ("neglect", "Neglect"),
                            ("conduct", "Conduct, in or outside work"),
                        ],
                        max_length=12,
                    ),
                ),
                ("account", models.TextField()),
                ("whose_words", models.CharField(max_length=120)),
                ("place", models.CharField(blank=True, max_length=120)),
                ("happened_on", models.DateField(null=True)),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="concerns",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("allegation", "number"), name="a_concern_is_numbered_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Copy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("reader", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField()),
                ("withheld", models.TextField(blank=True, help_text="Named to the author only.")),
                (
                    "disclosed",
                    models.TextField(blank=True, help_text="Why more was told than usual."),
                ),
                ("sent_on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "reader_post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("allegation", "number"), name="a_copy_is_numbered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reader_post__isnull", True),
                            models.Q(("reader_post", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_writes_to_themselves",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyTurn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("phone", models.CharField(blank=True, max_length=30)),
                ("replaced", models.BooleanField(default=False)),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["on"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced", False)),
                        fields=("on",),
                        name="one_post_on_duty_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("work", models.CharField(max_length=120)),
                ("employer", models.CharField(blank=True, max_length=200)),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("social_care", "Social care"),
                            ("police", "Police"),
                            ("health", "Health"),
                            ("education", "Education"),
                            ("early_years", "Early years"),
                            ("transport", "Transport"),
                            ("voluntary", "Voluntary"),
                            ("faith", "Faith"),
                            ("sport", "Sport"),
                            ("fostering", "Fostering"),
                            ("residential", "Residential"),
                            ("housing", "Housing"),
                            ("probation", "Probation"),
                            ("board", "Board"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("volunteer", models.BooleanField(default=False)),
                ("starts_on", models.DateField(null=True)),
                (
                    "alleged_here",
                    models.BooleanField(
                        default=False, help_text="The job the allegation is about."
                    ),
                ),
                (
                    "adult",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jobs",
                        to="allegations.adult",
                    ),
                ),
            ],
            options={
                "ordering": ["-alleged_here", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("word", models.CharField(max_length=40)),
                ("called_on", models.DateField()),
                ("on", models.DateField()),
                ("held", models.BooleanField(default=False)),
                ("decisions", models.TextField(blank=True)),
                ("next_on", models.DateField(null=True)),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "chair",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("allegation", "number"), name="a_meeting_is_numbered_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "attendance",
                    models.CharField(
                        choices=[
                            ("invited", "Invited"),
                            ("present", "Present"),
                            ("apologies", "Sent apologies"),
                            ("absent", "Did not come"),
                        ],
                        default="invited",
                        max_length=10,
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.grant",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="allegations.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "post"), name="a_post_is_invited_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("heading", models.CharField(max_length=120)),
                ("said", models.TextField(blank=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="allegations.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="OutcomeGiven",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("substantiated", "substantiated"),
                            ("unsubstantiated", "unsubstantiated"),
                            ("unfounded", "unfounded"),
                            ("malicious", "malicious"),
                            ("false", "false"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "edition",
                    models.CharField(
                        help_text="Whose list of outcomes it is from.", max_length=10
                    ),
                ),
                ("why", models.TextField()),
                ("appeal", models.BooleanField(default=False)),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="allegations.concern",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("why__gt", "")), name="an_outcome_has_its_reason"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PreviousLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("names", models.JSONField(default=list)),
                ("found", models.PositiveSmallIntegerField()),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RegulatorReferral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("barring", "barring"),
                            ("teaching", "teaching"),
                            ("social_work", "social_work"),
                            ("ofsted", "ofsted"),
                            ("professional_body", "professional_body"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "body_name",
                    models.CharField(help_text="What it was called on that day.", max_length=80),
                ),
                ("considered_on", models.DateField()),
                ("made_on", models.DateField(null=True)),
                ("whose_duty", models.CharField(max_length=160)),
                ("reason", models.TextField()),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_on__isnull", True),
                            ("made_on__gte", models.F("considered_on")),
                            _connector="OR",
                        ),
                        name="a_referral_follows_its_thought",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__gt", "")),
                        name="a_referral_or_none_has_its_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Resemblance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("same", "Same person: linked"),
                            ("not_him", "Not the same person"),
                            ("later", "To be decided"),
                        ],
                        max_length=8,
                    ),
                ),
                ("why", models.TextField()),
                ("on", models.DateField()),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resemblances",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="allegations.allegation",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("allegation", models.F("earlier")), _negated=True),
                        name="nobody_resembles_himself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why__gt", "")), name="a_resemblance_has_its_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "Police: possible crime"),
                            ("social_care", "Social care: section 47 enquiry"),
                            ("employer", "Employer: its own inquiry"),
                            ("regulator", "Regulator"),
                        ],
                        max_length=12,
                    ),
                ),
                ("whose_move", models.CharField(max_length=160)),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("result", models.TextField(blank=True)),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strands",
                        to="allegations.allegation",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("allegation", "number"), name="a_strand_is_numbered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="a_strand_closes_after_it_opens",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True), ("result__gt", ""), _connector="OR"
                        ),
                        name="a_closed_strand_has_its_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("stays", "Stays at work as before"),
                            ("other_duties", "Other duties, away from the child"),
                            ("leave", "Stays at home on leave"),
                            ("suspended", "Suspended"),
                            ("reinstated", "Back at work"),
                            ("resigned", "Resigned"),
                            ("dismissed", "Dismissed"),
                        ],
                        max_length=12,
                    ),
                ),
                ("decided_on", models.DateField()),
                (
                    "decided_by",
                    models.CharField(help_text="Who decided, for the employer.", max_length=160),
                ),
                ("until", models.DateField(null=True)),
                ("why", models.TextField()),
                ("alternatives", models.TextField(help_text="What else was considered.")),
                ("lado_advice", models.TextField(blank=True)),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suspensions",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["decided_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Told",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reader",
                    models.CharField(
                        choices=[("child", "Child"), ("parent", "Parent"), ("adult", "Adult")],
                        max_length=10,
                    ),
                ),
                ("who", models.CharField(max_length=120)),
                ("on", models.DateField(null=True)),
                ("how", models.CharField(blank=True, max_length=200)),
                ("told_by", models.CharField(blank=True, max_length=160)),
                ("what", models.TextField(blank=True)),
                ("why_not", models.TextField(blank=True)),
                ("review_on", models.DateField(null=True)),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tellings",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("on__isnull", False), ("how__gt", ""), ("told_by__gt", "")),
                            models.Q(
                                ("on__isnull", True),
                                ("why_not__gt", ""),
                                ("review_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="told_or_it_is_said_why_not",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        help_text="Without names: it is read before entry.", max_length=300
                    ),
                ),
                ("offered_on", models.DateField()),
                ("accepted_on", models.DateField(null=True)),
                ("withdrawn_on", models.DateField(null=True)),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transfers",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "grant",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.grant",
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["offered_on"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_on__isnull", True),
                            ("withdrawn_on__isnull", True),
                            _connector="OR",
                        ),
                        name="a_transfer_is_taken_or_withdrawn",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted_on__isnull", True), ("withdrawn_on__isnull", True)
                        ),
                        fields=("allegation",),
                        name="one_open_offer_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "subjects",
                    models.JSONField(
                        default=list,
                        help_text="Whom it is about, as keys within the record: adult, child-1.",
                    ),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("room", "Room"),
                            ("agencies", "Agencies"),
                            ("family", "Family"),
                            ("anyone", "Anyone"),
                        ],
                        default="room",
                        max_length=20,
                    ),
                ),
                (
                    "sensitivity",
                    models.CharField(
                        choices=[
                            ("personal", "Personal"),
                            ("special_category", "Special category"),
                            ("criminal_offence", "Criminal offence"),
                            ("third_party", "Third party"),
                            ("not_personal", "Not personal"),
                        ],
                        default="personal",
                        max_length=20,
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.TextField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "allegation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="allegations.allegation",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
                (
                    "strand",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="allegations.strand",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
    ]
