"""A small extract of the Standard Safeguarding Dataset to feed, and what of the record to compare."""

import csv
import datetime as dt
from pathlib import Path

from goldenthread.record import models
from goldenthread.workforce.models import Team, Worker

AS_AT = dt.date(2025, 3, 31)

SSD = {
    "person": ["pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob,pers_expected_dob,pers_death_date,pers_upn",
               "C1,Ash,Underwood,F,2012-05-17,,,Z1", "C2,Birch,Underwood,M,2015-05-17,,,", "C3,,,,,2025-06-01,,",
               "M1,Hazel,Underwood,F,,,,"],
    "family": ["fami_table_id,fami_family_id,fami_person_id", "1,F1,C1", "2,F1,C2", "3,F1,C3", "4,F1,M1"],
    "mother": ["moth_table_id,moth_person_id,moth_childs_person_id,moth_childs_dob", "1,M1,C1,2012-05-17", "2,M1,C2,2015-05-17"],
    "address": ["addr_table_id,addr_address_json,addr_person_id,addr_address_type,addr_address_start_date,addr_address_end_date,"
                "addr_address_postcode",
                '1,"{""HOUSE"": ""1"", ""STREET"": ""Fir Lane"", ""TOWN"": ""Inventown""}",C1,HOME,2020-01-01,,ZZ1 1ZZ'],
    "professionals": ["prof_professional_id,prof_professional_name,prof_professional_job_title,prof_professional_department",
                      "W1,A Worker,Social Worker,T1", "W2,An Officer,Independent Reviewing Officer,"],
    "department": ["dept_team_id,dept_team_name,dept_team_parent_id,dept_team_parent_name", "T1,North 1,S1,North"],
    "involvements": ["invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_professional_team,"
                     "invo_involvement_start_date,invo_involvement_end_date,invo_person_id",
                     "1,W1,Social Worker,,2024-01-01,,C1", "2,W2,,,2024-02-01,,C1"],
    "cin_episodes": ["cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa,cine_close_date",
                     "R1,C1,2024-01-01 10:30:00,N,", "R2,C2,2024-01-01,N,"],
    "cin_visits": ["cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date,cinv_cin_visit_seen,cinv_cin_visit_seen_alone",
                   "V1,C1,2025-03-03,Y,Y", "V2,C1,2025-03-03,Y,N", "V3,C2,2025-03-03,Y,N"],
}  # fmt: skip


def write_ssd(folder: Path, **instead: list[str]) -> Path:
    """Write the tables as CSV files, some of them with these rows instead (None: no such file)."""
    folder.mkdir(exist_ok=True)
    for name, lines in (SSD | instead).items():
        path = folder / f"ssd_{name}.csv"
        path.unlink(missing_ok=True)
        if lines:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    assert all(len(set(map(len, csv.reader(lines)))) == 1 for lines in (SSD | instead).values() if lines)
    return folder


def everything() -> dict[str, list[dict]]:
    """What the record holds, but for the runs of the feed themselves and the audit."""
    kept = [model for model in vars(models).values() if isinstance(model, type) and model.__name__ not in ("Feed", "AuditRow")]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in [*kept, Team, Worker]}
