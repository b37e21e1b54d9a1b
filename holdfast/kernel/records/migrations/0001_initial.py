import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("directory", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("heading", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Record",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("reference", models.SlugField(max_length=20, unique=True)),
                ("sealed", models.BooleanField()),
                (
                    "retention",
                    models.CharField(
                        choices=[
                            (
                                "allegation",
                                "Until the adult's normal pension age, or 10 years if that is longer",
                            ),
                            ("allegation_advice", "10 years after the advice was given"),
                            ("board", "10 years after the year it belongs to"),
                            ("child_protection", "75 years from the child's birth"),
                        ],
                        max_length=30,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.area",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "owner"], name="records_rec_kind_78ba16_idx")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="a_record_closes_after_it_opens",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("placed_on", models.DateField()),
                ("lifted_on", models.DateField(null=True)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on__isnull", True),
                            ("lifted_on__gte", models.F("placed_on")),
                            _connector="OR",
                        ),
                        name="a_hold_is_lifted_after_it_is_placed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="File",
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
                ("section", models.CharField(default="story", max_length=30)),
                ("title", models.CharField(max_length=120)),
                (
                    "filename",
                    models.CharField(
                        help_text="Made by the product: never a name.", max_length=60
                    ),
                ),
                ("content_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.agency",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="records.record",
                    ),
                ),
            ],
            options={
                "ordering": ["on", "id"],
            },
        ),
        migrations.CreateModel(
            name="Step",
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
                ("section", models.CharField(default="story", max_length=30)),
                ("move", models.CharField(max_length=40)),
                ("from_state", models.CharField(blank=True, max_length=40)),
                ("to_state", models.CharField(blank=True, max_length=40)),
                ("on", models.DateField(help_text="The day it happened in the world.")),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        help_text="Dated by the database.",
                    ),
                ),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.post",
                    ),
                ),
                (
                    "holding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.holding",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="records.record",
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
                "ordering": ["on", "id"],
                "indexes": [
                    models.Index(fields=["record", "on"], name="records_ste_record__7b6dba_idx")
                ],
            },
        ),
    ]
