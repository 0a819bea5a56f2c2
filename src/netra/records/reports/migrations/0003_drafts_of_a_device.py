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
            name='turn',
            field=models.PositiveIntegerField(default=0),
        ),
    ]
