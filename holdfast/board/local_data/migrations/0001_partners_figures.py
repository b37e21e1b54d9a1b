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
            name="Collection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        help_text="The year that begins in this April."
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.area",
                    ),
                ),
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_data",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["year", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "year", "number"), name="a_quarter_is_collected_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__range", (1, 4))), name="a_year_has_4_quarters"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measure", models.CharField(max_length=40)),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("number", "Number"),
                            ("not known", "Not known"),
                            ("not asked", "Not asked"),
                            ("suppressed", "Suppressed"),
                            ("not applicable", "Not applicable"),
                            ("nothing to report", "Nothing to report"),
                            ("refused", "Refused"),
                            ("not returned", "Not returned"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.DecimalField(decimal_places=0, max_digits=12, null=True)),
                ("of", models.DecimalField(decimal_places=0, max_digits=12, null=True)),
                ("commentary", models.TextField(blank=True)),
                (
                    "source",
                    models.CharField(
                        help_text="Which return, or how else it came.", max_length=80
                    ),
                ),
                ("taken_on", models.DateField()),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
                (
                    "collection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="local_data.collection",
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
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
            ],
            options={
                "ordering": ["collection", "agency", "measure", "version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("collection", "agency", "measure", "version"),
                        name="a_figure_has_each_version_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__isnull", False), ("state", "number")),
                            models.Q(
                                models.Q(("state", "number"), _negated=True),
                                ("number__isnull", True),
                                ("of__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="only_a_number_has_a_value",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Released",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=500)),
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
                    "figure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="released",
                        to="local_data.figure",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_release_says_why",
                    )
                ],
            },
        ),
    ]
