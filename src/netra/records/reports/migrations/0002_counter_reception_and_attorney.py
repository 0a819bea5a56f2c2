
import django.db.models.deletion
import netra.records.access.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0001_first'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='report',
            name='counted_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name='draftfile',
            name='kind',
            field=models.CharField(choices=[('evidence', 'bukti'), ('signed_page', 'lembar bertanda tangan'), ('identity_card', 'kartu identitas'), ('power_of_attorney', 'surat kuasa'), ('letter', 'surat laporan'), ('voice', 'pesan suara laporan')], max_length=20),
        ),
        migrations.AlterField(
            model_name='exhibit',
            name='kind',
            field=models.CharField(choices=[('evidence', 'bukti'), ('signed_page', 'lembar bertanda tangan'), ('identity_card', 'kartu identitas'), ('power_of_attorney', 'surat kuasa'), ('letter', 'surat laporan'), ('voice', 'pesan suara laporan')], default='evidence', max_length=20),
        ),
        migrations.AlterField(
            model_name='handedin',
            name='via',
            field=models.CharField(choices=[('web', 'melalui situs'), ('office', 'di kantor'), ('letter', 'melalui surat'), ('voice', 'melalui telepon atau pesan suara'), ('scan', 'melalui pindaian')], max_length=8),
        ),
        migrations.AlterField(
            model_name='report',
            name='via',
            field=models.CharField(choices=[('web', 'melalui situs'), ('office', 'di kantor'), ('letter', 'melalui surat'), ('voice', 'melalui telepon atau pesan suara'), ('scan', 'melalui pindaian')], default='web', max_length=8),
        ),
        migrations.CreateModel(
            name='Attorney',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', netra.records.access.fields.SealedTextField(editable=True, verbose_name='Nama kuasa')),
                ('address', netra.records.access.fields.SealedTextField(default='', editable=True, verbose_name='Alamat kuasa')),
                ('phone', netra.records.access.fields.SealedTextField(default='', editable=True, verbose_name='Telepon kuasa')),
                ('email', netra.records.access.fields.SealedTextField(default='', editable=True, verbose_name='Surel kuasa')),
                ('power_on', models.DateField(null=True, verbose_name='Tanggal surat kuasa')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='attorney', to='reports.report')),
            ],
        ),
        migrations.CreateModel(
            name='CounterEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('region', models.CharField(blank=True, max_length=8)),
                ('opened_at', models.DateTimeField()),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='counter_entry', to='reports.reportdraft')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-opened_at',),
            },
        ),
        migrations.CreateModel(
            name='CounterReception',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField()),
                ('letter_on', models.DateField(null=True)),
                ('received_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='counter_reception', to='reports.report')),
            ],
        ),
        migrations.CreateModel(
            name='ReceptionChoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('counted_at', models.DateTimeField()),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('chosen_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reception_choices', to='reports.report')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
    ]
