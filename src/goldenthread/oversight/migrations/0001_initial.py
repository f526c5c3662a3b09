import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("record", "0003_what_was_written"),
        ("workforce", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_at", models.DateField()),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("counts", models.JSONField(default=dict)),
            ],
        ),
        migrations.CreateModel(
            name="Delay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=12)),
                ("days", models.PositiveIntegerField()),
                ("waiting_since", models.DateField(null=True)),
                ("shortfalls", models.PositiveIntegerField(help_text="how many are open")),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="delays", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LedgerCopy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("as_at", models.DateField()),
                ("recipient", models.CharField(max_length=200)),
                ("purpose", models.CharField(max_length=300)),
                (
                    "by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="workforce.team"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reach",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=80)),
                ("children", models.PositiveIntegerField()),
                ("team", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="workforce.team")),
            ],
        ),
        migrations.CreateModel(
            name="Shortfall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=8)),
                ("area", models.CharField(max_length=60)),
                ("subject_type", models.CharField(max_length=16)),
                ("subject_id", models.CharField(max_length=64)),
                ("trigger", models.CharField(max_length=160)),
                ("opened_on", models.DateField()),
                ("due_on", models.DateField()),
                ("severity", models.CharField(max_length=8)),
                ("force", models.CharField(max_length=8)),
                ("responsible", models.CharField(max_length=60)),
                ("explanation", models.TextField()),
                ("evidence", models.JSONField()),
                ("is_danger", models.BooleanField(default=False)),
                ("speaks", models.BooleanField(default=False)),
                ("waits", models.BooleanField(default=True)),
                ("first_seen_on", models.DateField()),
                ("judged_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "ended",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "Done, late"),
                            ("ceased", "No longer owed: what it was owed for is over"),
                            ("unanswered", "Its time passed, and nobody answered"),
                            ("lifted", "Lifted by a lawful exception"),
                            ("decided", "Looked into and decided"),
                            ("withdrawn", "Withdrawn: the facts no longer support it"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why_ended", models.TextField(blank=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="shortfalls", to="record.person"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shortfalls",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DisputeAbout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("row", models.PositiveSmallIntegerField(help_text="of a review, which of its decisions, from 0", null=True)),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dispute_about", to="record.entry"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="disputed_in", to="record.entry"
                    ),
                ),
                (
                    "shortfall",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="disputes", to="oversight.shortfall"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("on", models.DateField()),
                ("step", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("act", "I will act"),
                            ("help", "I need help"),
                            ("waiting", "Waiting on a named partner"),
                            ("exception", "A lawful exception"),
                            ("wrong", "The facts are wrong"),
                            ("agreed", "The exception is agreed"),
                            ("not_agreed", "The exception is not agreed"),
                            ("done", "It was looked into, and this was decided"),
                        ],
                        max_length=12,
                    ),
                ),
                ("what", models.TextField(blank=True)),
                ("who", models.CharField(blank=True, max_length=200)),
                ("by_when", models.DateField(null=True)),
                ("provision", models.CharField(blank=True, max_length=300)),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None of these"),
                            ("vacancy", "No worker, or somebody away"),
                            ("capacity", "Not enough time"),
                            ("health", "Waiting for health"),
                            ("court", "Waiting for court or legal advice"),
                            ("placement", "No placement"),
                            ("partner", "Waiting for another partner"),
                            ("family", "The family or child did not agree, or could not be found"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "shortfall",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="oversight.shortfall"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Stale",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject_type", models.CharField(max_length=16)),
                ("subject_id", models.CharField(max_length=64)),
                ("since", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("subject_type", "subject_id"), name="stale_once")],
            },
        ),
        migrations.CreateModel(
            name="Supervision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField()),
                ("begun_at", models.DateTimeField()),
                (
                    "private",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="record.entry"
                    ),
                ),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supervisions_given",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "work",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="record.entry"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="supervisions", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("said", models.JSONField()),
                (
                    "worker",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="oversight.supervision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgendaLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.PositiveSmallIntegerField()),
                ("figures", models.JSONField(default=dict)),
                ("chosen", models.BooleanField(default=False)),
                (
                    "entry",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="record.entry"
                    ),
                ),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="record.person")),
                (
                    "supervision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="oversight.supervision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("why", models.CharField(max_length=24)),
                ("passed", models.CharField(blank=True, max_length=300)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "shortfall",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="oversight.shortfall"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="told", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Digest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("children", models.PositiveSmallIntegerField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("worker", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("worker", "on"), name="one_digest_a_day")],
            },
        ),
        migrations.CreateModel(
            name="DisputeStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("answer_by", models.DateField()),
                ("after", models.PositiveSmallIntegerField(default=0)),
                ("why", models.CharField(max_length=12)),
                ("passed", models.CharField(blank=True, max_length=300)),
                ("reason", models.TextField(blank=True)),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dispute_steps", to="record.entry"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disputes_put",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("dispute", "step", "worker"), name="disputed_once")],
            },
        ),
        migrations.CreateModel(
            name="MonthlyCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=80)),
                ("month", models.DateField(help_text="its first day")),
                ("status", models.CharField(max_length=8)),
                ("number", models.PositiveIntegerField()),
                (
                    "team",
                    models.ForeignKey(
                        db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, to="workforce.team"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["standard", "month", "status", "team", "number"], name="oversight_m_standar_8ee5bd_idx")
                ],
            },
        ),
        migrations.AddIndex(
            model_name="shortfall",
            index=models.Index(fields=["subject_type", "subject_id", "standard"], name="oversight_s_subject_51deb9_idx"),
        ),
        migrations.AddIndex(
            model_name="shortfall",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("waits", True)),
                fields=["person", "subject_type", "standard", "kind", "due_on", "speaks", "is_danger", "severity", "ended_on"],
                name="waiting_shortfalls",
            ),
        ),
        migrations.AddIndex(
            model_name="shortfall",
            index=models.Index(
                condition=models.Q(("ended_on__isnull", False)),
                fields=["subject_type", "ended_on", "ended", "person"],
                name="ended_shortfalls",
            ),
        ),
        migrations.AddIndex(
            model_name="shortfall",
            index=models.Index(
                condition=models.Q(("ended_on", None), ("speaks", True)),
                fields=["is_danger", "person"],
                name="speaking_shortfalls",
            ),
        ),
        migrations.AddIndex(
            model_name="supervision",
            index=models.Index(fields=["worker", "-held_on"], name="oversight_s_worker__37a38e_idx"),
        ),
        migrations.AddConstraint(
            model_name="agendaline",
            constraint=models.UniqueConstraint(fields=("supervision", "person"), name="one_agenda_line_a_child"),
        ),
        migrations.AddConstraint(
            model_name="telling",
            constraint=models.UniqueConstraint(fields=("shortfall", "worker", "step"), name="told_once"),
        ),
    ]
