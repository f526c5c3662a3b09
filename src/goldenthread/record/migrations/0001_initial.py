import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("workforce", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Coverage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=64)),
                ("noun", models.CharField(max_length=48)),
                ("from_day", models.DateField()),
                ("to_day", models.DateField()),
                ("extent", models.CharField(default="all", max_length=8)),
                ("facts", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(help_text="the name the authority gives the source", max_length=64)),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("as_at", models.DateField(null=True)),
                (
                    "counts",
                    models.JSONField(default=dict, help_text="added, changed, gone, back, unchanged, not_read, not_placed"),
                ),
                ("coverage", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Household",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(blank=True, max_length=200)),
                ("number", models.CharField(blank=True, help_text="the family's id in the source", max_length=64)),
                ("source", models.CharField(blank=True, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="LatestTold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=64)),
                ("noun", models.CharField(max_length=48)),
                ("subject_id", models.CharField(db_index=True, max_length=64)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("gone_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(help_text="what it is for, in its maker's words", max_length=100)),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("until", models.DateField(help_text="the last day it may be used: at most 90 days on")),
                ("last_used_on", models.DateField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="api_tokens", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AuditRow",
            fields=[
                ("seq", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("worker_id", models.BigIntegerField(null=True)),
                ("deed", models.CharField(help_text="entry.make, child.read, …", max_length=48)),
                ("thing", models.CharField(blank=True, max_length=32)),
                ("thing_id", models.CharField(blank=True, max_length=64)),
                ("person_id", models.BigIntegerField(null=True)),
                ("allowed", models.BooleanField(default=True)),
                ("ground", models.CharField(blank=True, max_length=32)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["person_id", "-seq"], name="record_audi_person__38fd08_idx"),
                    models.Index(fields=["worker_id", "-seq"], name="record_audi_worker__4c591a_idx"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=48)),
                ("subject_type", models.CharField(default="child", max_length=16)),
                ("began_on", models.DateField(db_index=True, help_text="the day it happened, or began")),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("versions_made", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="record.entry",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries_made", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        help_text="the maker's, when it was made",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="workforce.team",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries_about",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("content_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField(help_text="bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                (
                    "entry",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="record.entry"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NotPlaced",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=64)),
                ("table", models.CharField(max_length=64)),
                ("row", models.BigIntegerField(null=True)),
                ("column", models.CharField(blank=True, max_length=100)),
                ("found", models.TextField(blank=True)),
                ("expected", models.CharField(max_length=300)),
                ("feed", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="record.feed")),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("authority", models.CharField(default="local", max_length=64)),
                ("number", models.CharField(max_length=64)),
                ("forename", models.CharField(blank=True, max_length=100)),
                ("surname", models.CharField(blank=True, max_length=100)),
                ("known_as", models.CharField(blank=True, max_length=100)),
                ("born_on", models.DateField(blank=True, null=True)),
                ("expected_on", models.DateField(blank=True, null=True)),
                ("died_on", models.DateField(blank=True, null=True)),
                ("sex", models.CharField(blank=True, max_length=8)),
                ("ethnicity", models.CharField(blank=True, max_length=8)),
                ("is_disabled", models.BooleanField(null=True)),
                ("upn", models.CharField(blank=True, max_length=20)),
                ("has_upn", models.BooleanField(null=True)),
                ("language", models.CharField(blank=True, max_length=60)),
                ("interpreter", models.CharField(blank=True, max_length=120)),
                ("had_record", models.BooleanField(default=False)),
                (
                    "is_carer",
                    models.BooleanField(default=False, help_text="a foster carer or adopter, approved or being assessed"),
                ),
                ("may_pose_a_risk", models.BooleanField(default=False)),
                ("risk_in_words", models.CharField(blank=True, max_length=500)),
                ("warning", models.CharField(blank=True, help_text="danger to staff who visit", max_length=500)),
                ("restricted", models.BooleanField(default=False)),
                ("sealed", models.BooleanField(default=False)),
                (
                    "source",
                    models.CharField(
                        blank=True, help_text="the feed these particulars come from; empty: typed here", max_length=64
                    ),
                ),
                ("gone_at", models.DateTimeField(blank=True, help_text="no longer in the source", null=True)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="record.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("forename", models.CharField(blank=True, max_length=100)),
                ("surname", models.CharField(blank=True, max_length=100)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="other_names", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NamedAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("given_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="named_access", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="named_access", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=1000)),
                ("placed_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_because", models.CharField(blank=True, max_length=1000)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "placed_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="legal_holds", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IssuedDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=200)),
                ("recipient", models.CharField(max_length=200)),
                ("purpose", models.CharField(max_length=300)),
                ("masked", models.JSONField(default=list, help_text="what was found and what was done with each")),
                ("html", models.TextField()),
                ("sha256", models.CharField(max_length=64)),
                ("issued_at", models.DateTimeField()),
                ("issued_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="issued_documents", to="record.person"
                    ),
                ),
                (
                    "recipient_person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="HouseholdMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                (
                    "household",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="members", to="record.household"),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="households", to="record.person"),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Guarding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=12)),
                ("reason", models.CharField(max_length=1000)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="guarding", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("noun", models.CharField(max_length=48)),
                ("subject_type", models.CharField(default="child", max_length=16)),
                ("subject_id", models.CharField(max_length=64)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("facts", models.JSONField(default=dict)),
                ("source", models.CharField(blank=True, max_length=64)),
                ("key", models.CharField(blank=True, max_length=64)),
                ("said", models.CharField(blank=True, max_length=32)),
                ("recorded_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                ("gone_at", models.DateTimeField(null=True)),
                (
                    "entry",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="record.entry",
                    ),
                ),
                (
                    "fed_by",
                    models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, to="record.feed"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facts",
                        to="record.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EntryPerson",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began_on", models.DateField(help_text="the entry's, so that a child's latest are found by one index")),
                (
                    "entry",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="about", to="record.entry"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entry_lines", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="people",
            field=models.ManyToManyField(related_name="entries", through="record.EntryPerson", to="record.person"),
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=48)),
                ("change", models.CharField(default="made", max_length=12)),
                ("version_seen", models.PositiveIntegerField(default=0)),
                ("address", models.CharField(help_text="the form's path, to go on where it was left", max_length=300)),
                ("typed", models.JSONField(default=dict)),
                ("begun_at", models.DateTimeField(auto_now_add=True)),
                ("saved_at", models.DateTimeField()),
                (
                    "told_at",
                    models.DateTimeField(blank=True, help_text="when the author was told that it will expire", null=True),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="drafts", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to="record.entry"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        help_text="from whose page it began",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="record.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Conflict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("source", models.CharField(max_length=64)),
                ("said", models.JSONField(default=dict)),
                ("differs", models.JSONField(help_text="the names of what differs")),
                ("found_at", models.DateTimeField()),
                ("decision", models.CharField(blank=True, help_text="typed, fed or both", max_length=16)),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                (
                    "fed",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="conflicts", to="record.fact"
                    ),
                ),
                (
                    "typed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts_with_fed",
                        to="record.fact",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="conflicts", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChronologyMark",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("significance", models.CharField(max_length=10)),
                ("childs_perspective", models.TextField(blank=True)),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ("entry", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="record.entry")),
                ("fact", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="record.fact")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chronology_marks", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChosenCase",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateField()),
                ("given_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chosen_cases", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="chosen_for", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=1000)),
                ("opened_at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("reviewed_at", models.DateTimeField(null=True)),
                ("review", models.CharField(blank=True, max_length=1000)),
                ("was_right", models.BooleanField(null=True)),
                (
                    "reviewed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="broken_glass", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="broken_glass", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Block",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=300)),
                ("given_at", models.DateTimeField()),
                (
                    "given_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="blocks", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="blocks", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Allocation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "capacity",
                    models.CharField(
                        choices=[
                            ("social_worker", "Social worker"),
                            ("reviewing_officer", "Independent reviewing officer"),
                            ("conference_chair", "Conference chair"),
                            ("personal_adviser", "Personal adviser"),
                            ("family_support", "Family support worker"),
                        ],
                        default="social_worker",
                        max_length=20,
                    ),
                ),
                ("state", models.CharField(default="accepted", max_length=10)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("change_reason", models.CharField(blank=True, help_text="a code of s903_sw_reason", max_length=16)),
                ("handover", models.TextField(blank=True, help_text="the transfer summary")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answer_reason", models.CharField(blank=True, max_length=1000)),
                ("source", models.CharField(blank=True, max_length=64)),
                (
                    "proposed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to="workforce.team",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="allocations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="allocations", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AdoptionLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "after",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="adoption_before", to="record.person"
                    ),
                ),
                (
                    "before",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="adoption_after", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("home", "Home"), ("school", "School"), ("other", "Other")], max_length=16)),
                ("lines", models.TextField()),
                ("postcode", models.CharField(blank=True, max_length=12)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("is_protected", models.BooleanField(default=False)),
                ("source", models.CharField(blank=True, max_length=64)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="addresses", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PersonChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=16)),
                ("before", models.JSONField(default=dict, help_text="{name: value}, as it was")),
                ("after", models.JSONField(default=dict, help_text="{name: value}, as it is since")),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PossibleDuplicate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("likelihood", models.FloatField(help_text="0 to 1", null=True)),
                ("why", models.CharField(max_length=200)),
                ("proposed_at", models.DateTimeField(auto_now_add=True)),
                ("decision", models.CharField(blank=True, help_text="same or different", max_length=16)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="possible_duplicates", to="record.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="possible_duplicates_of_others",
                        to="record.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PreparedDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=16)),
                ("entries", models.JSONField(default=list, help_text="the ids of the entries, of what is made of entries")),
                ("text", models.TextField(blank=True, help_text="of a letter, what it says")),
                ("title", models.CharField(max_length=200)),
                ("recipient_kind", models.CharField(help_text="child, family, professional or court", max_length=16)),
                ("recipient", models.CharField(max_length=200)),
                ("purpose", models.CharField(max_length=300)),
                ("decisions", models.JSONField(default=dict)),
                ("prepared_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="prepared_documents", to="record.person"
                    ),
                ),
                (
                    "prepared_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "recipient_person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ProposedDestruction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=64)),
                (
                    "due_on",
                    models.DateField(help_text="as reckoned when it was proposed; reckoned again before anything is destroyed"),
                ),
                ("names", models.CharField(max_length=10)),
                ("proposed_at", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposed_destruction", to="record.person"
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("kind", models.CharField(max_length=40)),
                ("has_parental_responsibility", models.BooleanField(null=True)),
                ("started_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=64)),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relationships_of_others", to="record.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="relationships", to="record.person"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RetentionSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=64)),
                ("years", models.PositiveIntegerField()),
                ("since", models.DateField()),
                ("reason", models.CharField(max_length=1000)),
                ("set_at", models.DateTimeField()),
                (
                    "set_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("key", models.CharField(max_length=100)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_keys", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_texts", to="record.entry"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="search_texts", to="record.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SubjectAccess",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_by", models.CharField(max_length=200)),
                (
                    "authority_to_ask",
                    models.CharField(help_text="self, parental responsibility, or another's authority", max_length=500),
                ),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField()),
                (
                    "extended_on",
                    models.DateField(help_text="the day it was decided, and told, that more time is needed", null=True),
                ),
                ("extension_reason", models.CharField(blank=True, max_length=1000)),
                (
                    "signed_sha256",
                    models.CharField(blank=True, help_text="of the copy as it was when it was signed off", max_length=64),
                ),
                (
                    "sent_back",
                    models.CharField(blank=True, help_text="why the second person did not sign it off", max_length=1000),
                ),
                ("decisions", models.JSONField(default=dict, help_text="{entry id: {decision, ground, note}}")),
                (
                    "state",
                    models.CharField(default="open", help_text="open, decided, signed_off, issued or refused", max_length=16),
                ),
                ("signed_off_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="record.issueddocument"),
                ),
                (
                    "handled_by",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="subject_access", to="record.person"
                    ),
                ),
                (
                    "prepared",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="subject_access",
                        to="record.prepareddocument",
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=64)),
                ("rule", models.CharField(max_length=64)),
                ("due_on", models.DateField()),
                ("counts", models.JSONField(help_text="how many entries, facts and documents were destroyed")),
                ("destroyed_at", models.DateTimeField()),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("destroyed_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("kind_version", models.PositiveIntegerField(default=1)),
                ("body", models.JSONField()),
                ("change", models.CharField(max_length=12)),
                ("reason", models.CharField(blank=True, max_length=1000)),
                ("said_at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="record.entry"),
                ),
                ("said_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["born_on"], name="record_pers_born_on_8a365f_idx"),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["merged_into"], name="record_pers_merged__138e79_idx"),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.UniqueConstraint(fields=("authority", "number"), name="one_person_a_number"),
        ),
        migrations.AddConstraint(
            model_name="namedaccess",
            constraint=models.UniqueConstraint(fields=("person", "worker"), name="one_naming_a_worker"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["person", "noun", "started_on"], name="record_fact_person__b4d0d0_idx"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["noun", "started_on"], name="record_fact_noun_73f3a7_idx"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(condition=models.Q(("person", None)), fields=["subject_id"], name="facts_of_no_person"),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(condition=models.Q(("entry__isnull", False)), fields=["entry"], name="facts_of_entries"),
        ),
        migrations.AddIndex(
            model_name="entryperson",
            index=models.Index(fields=["person", "-began_on"], name="record_entr_person__8437cd_idx"),
        ),
        migrations.AddConstraint(
            model_name="entryperson",
            constraint=models.UniqueConstraint(fields=("entry", "person"), name="one_line_a_person"),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["kind", "began_on"], name="record_entr_kind_a655d3_idx"),
        ),
        migrations.AddConstraint(
            model_name="block",
            constraint=models.UniqueConstraint(fields=("person", "worker"), name="one_block_a_worker"),
        ),
        migrations.AddIndex(
            model_name="allocation",
            index=models.Index(fields=["worker", "ended_on"], name="record_allo_worker__59f222_idx"),
        ),
        migrations.AddIndex(
            model_name="allocation",
            index=models.Index(fields=["team", "ended_on"], name="record_allo_team_id_7774da_idx"),
        ),
        migrations.AddConstraint(
            model_name="possibleduplicate",
            constraint=models.UniqueConstraint(fields=("one", "other"), name="one_proposal_a_pair"),
        ),
        migrations.AddIndex(
            model_name="searchkey",
            index=models.Index(fields=["kind", "key"], name="record_sear_kind_ab70fc_idx"),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("entry", "number"), name="one_version_a_number"),
        ),
    ]
