"""Reports that tell of one event stand side by side."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Give a report its group."""

    dependencies = [
        ("reports", "0005_followings"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="group",
            field=models.UUIDField(editable=False, null=True),
        ),
    ]
