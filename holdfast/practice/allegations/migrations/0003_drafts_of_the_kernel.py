"""Drafts move to where every room keeps them; what is half written is not lost."""

from typing import Any

from django.db import migrations


def move(apps: Any, schema_editor: Any) -> None:
    kept = apps.get_model("access", "Draft")
    for draft in apps.get_model("allegations", "Draft").objects.all():
        kept.objects.create(
            holding_id=draft.holding_id, form=f"allegations:{draft.form}", typed=draft.typed,
            kept_at=draft.kept_at, expires_at=draft.expires_at,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0003_drafts"),
        ("allegations", "0002_drafts_and_questions"),
    ]

    operations = [
        migrations.RunPython(move, migrations.RunPython.noop),
        migrations.DeleteModel(name="Draft"),
    ]
