import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0002_board_member"),
        ("records", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="QuestionSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("purpose", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("content", models.JSONField()),
                ("made_on", models.DateField()),
                ("locked_on", models.DateField(null=True)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.area",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["purpose", "version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "purpose", "version"),
                        name="a_question_set_has_each_version_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Request",
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
                            ("to do", "To do"),
                            ("in progress", "In progress"),
                            ("ready to sign", "Ready to sign"),
                            ("sent", "Sent"),
                            ("returned for clarification", "Returned for clarification"),
                            ("accepted", "Accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="to do",
                        max_length=30,
                    ),
                ),
                ("due_on", models.DateField()),
                (
                    "offered",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "Full"),
                            ("partial", "Partial"),
                            ("nil", "Nil"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                    ),
                ),
                ("offered_words", models.TextField(blank=True)),
                (
                    "asked_back",
                    models.TextField(
                        blank=True, help_text="What clarification or reopening asks."
                    ),
                ),
                (
                    "why_late",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("the author left", "The author left"),
                            (
                                "the service moved or was reorganised",
                                "The service moved or was reorganised",
                            ),
                            ("nobody was named to write it", "Nobody was named to write it"),
                            ("waiting for sign-off", "Waiting for sign-off"),
                            ("the figures are not there yet", "The figures are not there yet"),
                            ("not enough time or people", "Not enough time or people"),
                            ("another reason", "Another reason"),
                        ],
                        max_length=50,
                    ),
                ),
                ("why_late_words", models.CharField(blank=True, max_length=300)),
                ("reminded_on", models.DateField(null=True)),
                ("reminded", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "ready_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="request",
                        to="records.record",
                    ),
                ),
                (
                    "sign_off",
                    models.ForeignKey(
                        null=True,
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
            name="DueChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("old_on", models.DateField()),
                ("new_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("asked", "Waiting for an answer"),
                            ("approved", "Approved"),
                            ("declined", "The date stays"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_on", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="due_changes",
                        to="asks.request",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by__isnull", True),
                            ("asked_by__isnull", True),
                            models.Q(("answered_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_approves_their_own_revised_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason__gt", "")), name="a_revised_date_has_a_reason"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "asked")),
                        fields=("request",),
                        name="one_revised_date_waits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DelegatedLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.CharField(max_length=40)),
                (
                    "for_whom",
                    models.CharField(help_text="In words: a role or a team.", max_length=120),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("given_on", models.DateField()),
                ("expires_at", models.DateTimeField()),
                ("saved", models.PositiveIntegerField(default=0)),
                ("revoked_at", models.DateTimeField(null=True)),
                ("spent_at", models.DateTimeField(null=True)),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="links",
                        to="asks.request",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Author",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "Lead author"),
                            ("author", "Author"),
                            ("substitute", "Substitute"),
                            ("sign_off", "Signs it off"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authors",
                        to="asks.request",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.CharField(max_length=40)),
                ("version", models.PositiveIntegerField()),
                ("typed", models.TextField(blank=True)),
                ("typed_of", models.CharField(blank=True, max_length=40)),
                ("number", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("of", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                ("day", models.DateField(null=True)),
                ("absent", models.CharField(blank=True, max_length=20)),
                ("problem", models.CharField(blank=True, max_length=200)),
                ("carried", models.BooleanField(default=False)),
                (
                    "first_said_on",
                    models.DateField(
                        help_text="When it was first said: carried answers are older."
                    ),
                ),
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
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.file",
                    ),
                ),
                (
                    "link",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="asks.delegatedlink",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="asks.request",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "question", "version"),
                        name="an_answer_has_each_version_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addenda",
                        to="asks.request",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("why", models.TextField()),
                ("lawful_basis", models.CharField(max_length=300)),
                ("issued_on", models.DateField()),
                ("due_on", models.DateField()),
                ("needs_sign_off", models.BooleanField(default=False)),
                (
                    "about",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="records.record",
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
                (
                    "previous",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="asks.round",
                    ),
                ),
                (
                    "question_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="asks.questionset",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="round",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("issued_on"))),
                        name="a_round_is_due_after_it_is_issued",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why__gt", ""), ("lawful_basis__gt", "")),
                        name="a_round_says_why_and_by_what_right",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="request",
            name="round",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="requests",
                to="asks.round",
            ),
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("full", "Full"),
                            ("partial", "Partial"),
                            ("nil", "Nil"),
                            ("refused", "Refused"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True, help_text="Who searched what for nil; the reason otherwise."
                    ),
                ),
                ("content", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("due_on", models.DateField()),
                ("sent_on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sendings",
                        to="asks.request",
                    ),
                ),
                (
                    "sent_by",
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
                        fields=("request", "number"), name="a_sending_is_numbered_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reply", "full"), ("words__gt", ""), _connector="OR"),
                        name="nil_part_and_refusal_say_why",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["state", "due_on"], name="asks_reques_state_165034_idx"),
        ),
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "to do",
                            "in progress",
                            "ready to sign",
                            "sent",
                            "returned for clarification",
                            "accepted",
                            "withdrawn",
                        ],
                    )
                ),
                name="a_return_is_in_a_known_state",
            ),
        ),
    ]
