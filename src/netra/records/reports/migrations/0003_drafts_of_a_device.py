import datetime

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0002_counter_reception_and_attorney'),
    ]

    operations = [
        migrations.AddField(
            model_name='reportdraft',
            name='device',
            field=models.CharField(blank=True, db_index=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='reportdraft',
            name='chosen_at',
            field=models.DateTimeField(default=datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)),
            preserve_default=False,
        ),
    ]
