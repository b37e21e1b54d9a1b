import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0001_initial"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        blank=True,
                        help_text="A key within the record, where a rule runs twice.",
                        max_length=60,
                    ),
                ),
                ("rule_id", models.CharField(max_length=40)),
                ("rule_version", models.PositiveSmallIntegerField()),
                ("edition", models.CharField(blank=True, max_length=20)),
                ("duty", models.CharField(max_length=200)),
                ("limit_words", models.CharField(max_length=120)),
                ("amount", models.PositiveSmallIntegerField(null=True)),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("H", "HOURS"),
                            ("WD", "WORKING_DAYS"),
                            ("CD", "CALENDAR_DAYS"),
                            ("W", "WEEKS"),
                            ("Mo", "MONTHS"),
                        ],
                        max_length=2,
                    ),
                ),
                ("count_rule", models.CharField(blank=True, max_length=30)),
                ("before", models.BooleanField(default=False)),
                ("calendar", models.CharField(max_length=20)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("statute", "statute"),
                            ("statutory guidance", "statutory guidance"),
                            ("professional guidance", "professional guidance"),
                            ("target", "target"),
                            ("return rule", "return rule"),
                            ("local", "local"),
                        ],
                        max_length=30,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("V", "READ"),
                            ("V2", "RESTATED"),
                            ("M", "MEMORY"),
                            ("L", "LOCAL"),
                        ],
                        max_length=2,
                    ),
                ),
                (
                    "severity",
                    models.CharField(
                        choices=[
                            ("S1", "CHILD_UNSAFE"),
                            ("S2", "DUTY_IN_LAW"),
                            ("S3", "GUIDANCE"),
                            ("S4", "COHORT"),
                            ("S5", "LOCAL"),
                        ],
                        max_length=2,
                    ),
                ),
                ("source", models.CharField(max_length=300)),
                ("unconfirmed", models.BooleanField(default=False)),
                ("may_pause", models.BooleanField(default=False)),
                ("started_on", models.DateField()),
                ("started_at", models.DateTimeField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("whose_move", models.CharField(max_length=120)),
                ("met_on", models.DateField(null=True)),
                ("met_at", models.DateTimeField(null=True)),
                (
                    "late_code",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("family_unavailable", "The family was not available"),
                            ("child_moved", "The child moved"),
                            ("awaiting_police_or_court", "Waiting for the police or a court"),
                            ("staff", "Staff were not available"),
                            ("partner_attendance", "A partner could not attend"),
                            ("data_late", "It was done in time and recorded late"),
                            ("other", "Another reason"),
                        ],
                        max_length=30,
                    ),
                ),
                ("late_reason", models.CharField(blank=True, max_length=500)),
                ("stopped_on", models.DateField(null=True)),
                ("stopped_because", models.CharField(blank=True, max_length=500)),
                ("paused_on", models.DateField(null=True)),
                ("paused_because", models.CharField(blank=True, max_length=500)),
                ("days_paused", models.PositiveIntegerField(default=0)),
                ("disapplied_because", models.CharField(blank=True, max_length=300)),
                (
                    "met_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="records.record",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "stopped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "whose_post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("met_on__isnull", True), ("stopped_on__isnull", True)),
                        fields=["due_on"],
                        name="open_clocks_by_due_day",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("met_on__isnull", True), ("stopped_on__isnull", True)),
                        fields=("record", "rule_id", "about"),
                        name="one_open_clock_of_a_rule_on_a_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("met_on__isnull", True), ("stopped_on__isnull", True), _connector="OR"
                        ),
                        name="a_clock_is_met_or_stopped_not_both",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stopped_on__isnull", True),
                            models.Q(("stopped_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_clock_stops_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paused_on__isnull", True), ("may_pause", True), _connector="OR"
                        ),
                        name="a_clock_pauses_only_where_its_rule_allows",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DueChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_due_on", models.DateField(null=True)),
                ("old_due_at", models.DateTimeField(null=True)),
                ("new_due_on", models.DateField(null=True)),
                ("new_due_at", models.DateTimeField(null=True)),
                ("cause", models.CharField(max_length=300)),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="clock.deadline",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ProclaimedDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "region",
                    models.CharField(help_text="Whose bank holidays it joins.", max_length=30),
                ),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=120)),
                ("proclaimed_on", models.DateField()),
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
                "ordering": ["day"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region", "day"), name="a_day_is_proclaimed_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("proclaimed_on__lte", models.F("day"))),
                        name="a_day_is_proclaimed_beforehand",
                    ),
                ],
            },
        ),
    ]
