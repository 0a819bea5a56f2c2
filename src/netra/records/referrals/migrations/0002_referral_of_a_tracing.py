"""A referral names its office and region itself, and may come from a tracing."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_office(apps, _schema_editor):
    """Take office and region from the case; running twice gives the same."""
    referral = apps.get_model("referrals", "Referral")
    case = apps.get_model("cases", "Case").objects.filter(pk=OuterRef("case_id"))
    referral.objects.filter(office__isnull=True).update(
        office=Subquery(case.values("office_id")[:1]),
        region=Subquery(case.values("region")[:1]),
    )


class Migration(migrations.Migration):
    atomic = True
    dependencies = [
        ("accounts", "0002_settings_of_supervision"),
        ("cases", "0002_case_of_a_finding"),
        ("observations", "0001_first"),
        ("referrals", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="referral",
            name="office",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="accounts.office",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="region",
            field=models.CharField(db_index=True, default="", max_length=8),
            preserve_default=False,
        ),
        migrations.RunPython(copy_office, migrations.RunPython.noop),
    ]
