import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("task", "Task"),
                            ("improvement", "Improvement"),
                            ("duty", "Duty"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("agreed", "Agreed"),
                            ("done", "Done"),
                            ("evidenced", "Evidenced"),
                            ("effective", "Effective"),
                        ],
                        default="agreed",
                        max_length=12,
                    ),
                ),
                ("what", models.CharField(max_length=300)),
                ("why", models.TextField(blank=True)),
                ("owner_role", models.CharField(blank=True, max_length=120)),
                ("reviewer_role", models.CharField(blank=True, max_length=120)),
                ("agreed_on", models.DateField()),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Its one date. For a standing duty: the next review.",
                        null=True,
                    ),
                ),
                ("rhythm_months", models.PositiveSmallIntegerField(default=12)),
                ("part_open", models.CharField(blank=True, max_length=200)),
                ("part_open_confirmed_on", models.DateField(blank=True, null=True)),
                ("done_from", models.DateField(blank=True, null=True)),
                (
                    "done_precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("retest_on", models.DateField(blank=True, null=True)),
                (
                    "round",
                    models.PositiveSmallIntegerField(
                        default=1,
                        help_text="Goes up when it is reopened, or a duty's review is held.",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "part_open_confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="records.record",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(fields=["due_on", "state"], name="actions_act_due_on_dfa989_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "duty"), _negated=True),
                            ("state", "agreed"),
                            _connector="OR",
                        ),
                        name="a_standing_duty_is_never_done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "improvement"),
                            models.Q(("state", "effective"), _negated=True),
                            _connector="OR",
                        ),
                        name="only_an_improvement_is_effective",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["agreed", "done", "evidenced", "effective"])
                        ),
                        name="an_action_is_in_a_known_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("what", ""), _negated=True), name="an_action_says_what"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_on", models.DateField(blank=True, null=True)),
                ("old_words", models.CharField(blank=True, max_length=80)),
                ("new_on", models.DateField()),
                ("round", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(max_length=300)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("asked", "Waiting for approval"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("printed", "Taken from an older paper; no approval recorded"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("approved_on", models.DateField(blank=True, null=True)),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="date_changes",
                        to="actions.action",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "asked_by",
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
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_new_date_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_their_own_new_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer__in", ["asked", "printed"]),
                            ("approved_by__isnull", False),
                            _connector="OR",
                        ),
                        name="an_answered_date_says_who_answered",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "asked")),
                        fields=("action",),
                        name="one_new_date_is_asked_at_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("what", models.CharField(max_length=300)),
                ("dated_from", models.DateField(blank=True, null=True)),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("given_on", models.DateField()),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="actions.action",
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
                    "file",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.file",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("happened", "Happened"),
                            ("planned", "Planned"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="happened",
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(max_length=500)),
                ("dated_from", models.DateField(blank=True, null=True)),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "printed_date",
                    models.CharField(
                        blank=True, help_text="As an older paper has it.", max_length=60
                    ),
                ),
                ("noted_on", models.DateField()),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="actions.action",
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
            },
        ),
        migrations.CreateModel(
            name="Retest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("on", models.DateField()),
                ("held", models.BooleanField()),
                ("finding", models.CharField(max_length=300)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="retests",
                        to="actions.action",
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
    ]
