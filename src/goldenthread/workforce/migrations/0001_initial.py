import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import goldenthread.workforce.roles
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(help_text="the council's own id", max_length=64, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("is_front_door", models.BooleanField(default=False, help_text="takes new contacts: finds any child")),
                (
                    "above",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="workforce.team",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Was",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("table", models.CharField(max_length=64)),
                ("row", models.BigIntegerField()),
                ("said", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ("until", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["table", "row", "until"], name="workforce_w_table_010390_idx")],
            },
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("authority", models.CharField(default="local", max_length=64)),
                ("number", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("email", models.EmailField(blank=True, max_length=254, null=True, unique=True)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("role", models.CharField(choices=goldenthread.workforce.roles.choices, default="social_worker", max_length=32)),
                ("registration", models.CharField(blank=True, help_text="Social Work England registration", max_length=40)),
                ("is_agency", models.BooleanField(null=True)),
                ("is_newly_qualified", models.BooleanField(null=True)),
                (
                    "is_adoption_staff",
                    models.BooleanField(default=False, help_text="may open sealed adoption records and their links"),
                ),
                ("started_on", models.DateField(blank=True, null=True)),
                ("left_on", models.DateField(blank=True, null=True)),
                (
                    "until",
                    models.DateField(blank=True, help_text="the last day this account may be used (inspectors)", null=True),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("last_looked_at", models.DateTimeField(blank=True, help_text="when my day was last opened", null=True)),
                ("before_last_looked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="workers",
                        to="workforce.team",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("authority", "number"), name="one_worker_a_number")],
            },
        ),
    ]
