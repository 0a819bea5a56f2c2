import uuid

from django.db import migrations, models

import netra.records.access.fields


class Migration(migrations.Migration):

    dependencies = [
        ('evidence', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='Arriving',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('target', models.CharField(db_index=True, max_length=80)),
                ('length_bytes', models.PositiveBigIntegerField()),
                ('part', models.CharField(max_length=32, unique=True)),
                ('about', netra.records.access.fields.SealedTextField(default='')),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('finished_at', models.DateTimeField(null=True)),
            ],
            options={
                'ordering': ('made_at', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('length_bytes__gt', 0)), name='arriving_has_length')],
            },
        ),
    ]
