import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0001_initial"),
        ("directory", "0002_board_member"),
        ("records", "0001_initial"),
        ("workplan", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Challenge",
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
                            ("put", "Put"),
                            ("answered", "Answered"),
                            ("accepted", "Accepted"),
                            ("difference recorded", "Difference recorded"),
                            ("closed", "Closed"),
                            ("back on the agenda", "Back on the agenda"),
                        ],
                        default="put",
                        max_length=24,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("question", models.CharField(max_length=600)),
                ("put_to_words", models.CharField(blank=True, max_length=120)),
                ("put_on", models.DateField()),
                ("reply_by", models.DateField(blank=True, null=True)),
                ("since", models.DateField(help_text="Since when it is in its state.")),
                (
                    "group",
                    models.CharField(
                        blank=True, help_text="The sub-group that holds it.", max_length=120
                    ),
                ),
                ("topic", models.SlugField(blank=True, max_length=40)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "figure",
                    models.CharField(
                        blank=True, help_text="The indicator, such as CP08.", max_length=10
                    ),
                ),
                ("figure_item", models.CharField(blank=True, max_length=40)),
                ("figure_year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("figure_place", models.CharField(blank=True, max_length=20)),
                (
                    "figure_words",
                    models.CharField(
                        blank=True,
                        help_text="The figure as it was when the question was put.",
                        max_length=200,
                    ),
                ),
                (
                    "watch_words",
                    models.CharField(
                        blank=True,
                        help_text="A measure of our own, where no figure is published.",
                        max_length=120,
                    ),
                ),
                (
                    "worse",
                    models.CharField(
                        blank=True,
                        choices=[("rose", "Rose"), ("fell", "Fell"), ("stayed", "Stayed")],
                        max_length=8,
                    ),
                ),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("times_back", models.PositiveSmallIntegerField(default=0)),
                ("back_because", models.CharField(blank=True, max_length=300)),
                (
                    "to_ask",
                    models.CharField(
                        blank=True,
                        help_text="A question to ask when it is back on the agenda.",
                        max_length=300,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "line",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="challenges",
                        to="workplan.line",
                    ),
                ),
                (
                    "put_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "put_to",
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
                        related_name="challenge",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["-put_on", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
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
                            ("what was known", "What was known"),
                            ("asked", "Asked"),
                            ("replied", "Replied"),
                            ("not accepted", "Not accepted"),
                            ("accepted", "Accepted"),
                            ("what was done", "What was done"),
                            ("difference made", "Difference made"),
                            ("closed", "Closed"),
                            ("it comes back", "It comes back"),
                            ("a finding joins", "A finding joins"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.CharField(max_length=1000)),
                ("how_we_know", models.CharField(blank=True, max_length=300)),
                ("dated_from", models.DateField()),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
                    ),
                ),
                (
                    "said_for",
                    models.CharField(
                        blank=True,
                        help_text="Whose words these are, where not the writer's.",
                        max_length=120,
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="workplan.challenge",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Risk",
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
                            ("raised", "Raised"),
                            ("scored", "Scored"),
                            ("controlled", "Controlled"),
                            ("closed", "Closed"),
                        ],
                        default="raised",
                        max_length=12,
                    ),
                ),
                ("title", models.CharField(max_length=120)),
                ("cause", models.CharField(max_length=300)),
                ("event", models.CharField(max_length=300)),
                ("effect", models.CharField(max_length=300)),
                ("owner_role", models.CharField(blank=True, max_length=120)),
                ("group", models.CharField(blank=True, max_length=120)),
                ("appetite", models.CharField(blank=True, max_length=300)),
                ("target_likelihood", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("target_impact", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("raised_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("lines", models.ManyToManyField(related_name="risks", to="workplan.line")),
                (
                    "owner",
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
                        related_name="risk",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["raised", "scored", "controlled", "closed"])
                        ),
                        name="a_risk_is_in_a_known_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("raised_on")),
                            _connector="OR",
                        ),
                        name="a_risk_closes_after_it_is_raised",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Control",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("what", models.CharField(max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "ends",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended_by",
                        to="workplan.control",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="controls",
                        to="workplan.risk",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="challenge",
            name="risk",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="challenges",
                to="workplan.risk",
            ),
        ),
        migrations.CreateModel(
            name="RiskIndicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(max_length=10)),
                ("item", models.CharField(blank=True, max_length=40)),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indicators",
                        to="workplan.risk",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("risk", "indicator", "item"),
                        name="a_figure_is_linked_to_a_risk_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("text", models.CharField(max_length=600)),
                ("source", models.CharField(blank=True, max_length=200)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notes",
                        to="workplan.risk",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("likelihood", models.PositiveSmallIntegerField()),
                ("impact", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="workplan.risk",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("impact__range", (1, 5)), ("likelihood__range", (1, 5))
                        ),
                        name="a_score_is_one_to_five_each",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_score_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20)),
                ("title", models.CharField(max_length=120)),
                ("owner", models.CharField(max_length=120)),
                ("period", models.CharField(max_length=20)),
                ("draft", models.BooleanField(default=True)),
                ("source", models.CharField(max_length=200)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strategies",
                        to="workplan.plan",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "strategies",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "code"), name="a_strategy_is_held_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area_code", models.CharField(max_length=10)),
                ("area_name", models.CharField(max_length=80)),
                ("code", models.SlugField(max_length=10)),
                ("text", models.CharField(max_length=200)),
                (
                    "results",
                    models.JSONField(default=list, help_text="The results it names, as texts."),
                ),
                ("lines", models.ManyToManyField(related_name="commitments", to="workplan.line")),
                (
                    "strategy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="workplan.strategy",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("strategy", "code"), name="a_commitment_is_held_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
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
                            ("figure", "Figure"),
                            ("audit", "Audit"),
                            ("voice", "Voice"),
                            ("paper", "Paper"),
                        ],
                        max_length=10,
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=300)),
                ("indicator", models.CharField(blank=True, max_length=10)),
                ("item", models.CharField(blank=True, max_length=40)),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.commitment",
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
                    "line",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.line",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workplan.plan",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("commitment__isnull", True),
                                ("line__isnull", False),
                                ("priority__isnull", True),
                            ),
                            models.Q(
                                ("commitment__isnull", True),
                                ("line__isnull", True),
                                ("priority__isnull", False),
                            ),
                            models.Q(
                                ("commitment__isnull", False),
                                ("line__isnull", True),
                                ("priority__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_about_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator", ""), _negated=True),
                            models.Q(("what", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_says_what_it_is",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImpactStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("what_changed", models.CharField(max_length=600)),
                ("how_we_know", models.CharField(max_length=300)),
                ("dated_from", models.DateField()),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
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
                    "commitment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.commitment",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.line",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="workplan.plan",
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="workplan.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["dated_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("commitment__isnull", True),
                                ("line__isnull", False),
                                ("priority__isnull", True),
                            ),
                            models.Q(
                                ("commitment__isnull", True),
                                ("line__isnull", True),
                                ("priority__isnull", False),
                            ),
                            models.Q(
                                ("commitment__isnull", False),
                                ("line__isnull", True),
                                ("priority__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="an_impact_is_about_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what_changed", ""), _negated=True),
                            models.Q(("how_we_know", ""), _negated=True),
                        ),
                        name="an_impact_says_what_and_how_we_know",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PolicyItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=160)),
                ("source", models.CharField(max_length=200)),
                (
                    "known",
                    models.CharField(
                        choices=[
                            ("V", "Read at the source"),
                            ("V2", "Read as restated by others"),
                            ("M", "From memory, to be checked"),
                            ("L", "Local, not law"),
                        ],
                        max_length=2,
                    ),
                ),
                ("dated_from", models.DateField()),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "Day"), ("month", "Month"), ("year", "Year")],
                        default="day",
                        max_length=5,
                    ),
                ),
                ("implication", models.CharField(blank=True, max_length=600)),
                ("owner_role", models.CharField(blank=True, max_length=120)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("done_how", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "action",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policy_item",
                        to="actions.action",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policy_items",
                        to="workplan.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["dated_from", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "title"), name="a_policy_item_is_listed_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_on__isnull", True),
                            models.Q(("done_how", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_policy_item_that_is_done_says_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("period", models.CharField(max_length=40)),
                ("ends_on", models.DateField()),
                (
                    "value",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
                ),
                (
                    "moved",
                    models.CharField(
                        blank=True,
                        choices=[("rose", "Rose"), ("fell", "Fell"), ("stayed", "Stayed")],
                        max_length=8,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(max_length=200)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="workplan.challenge",
                    ),
                ),
            ],
            options={
                "ordering": ["ends_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value__isnull", False),
                            models.Q(("moved", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_reading_says_a_number_or_a_direction",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("put_to__isnull", False),
                    models.Q(("put_to_words", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_challenge_is_put_to_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        [
                            "put",
                            "answered",
                            "accepted",
                            "difference recorded",
                            "closed",
                            "back on the agenda",
                        ],
                    )
                ),
                name="a_challenge_is_in_a_known_state",
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(("question", ""), _negated=True), name="a_challenge_asks"
            ),
        ),
        migrations.AddConstraint(
            model_name="challenge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "closed"), _negated=True),
                    ("closed_on__isnull", False),
                    _connector="OR",
                ),
                name="a_closed_challenge_says_when",
            ),
        ),
    ]
