"""The office of a referral is never empty; its matter is a case or a tracing."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("referrals", "0002_referral_of_a_tracing")]

    operations = [
        migrations.AlterField(
            model_name="referral",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="accounts.office",
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="case",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="cases.case",
            ),
        ),
        migrations.AddField(
            model_name="referral",
            name="tracing",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="referrals",
                to="observations.tracing",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.UniqueConstraint(
                fields=["tracing", "authority", "outcome"],
                name="authority_once_a_tracing_and_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(case__isnull=False, tracing__isnull=True)
                | models.Q(case__isnull=True, tracing__isnull=False),
                name="referral_of_one_matter",
            ),
        ),
    ]
