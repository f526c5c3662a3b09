"""Writes bank_holidays.json: `make calendar`. Needs the development packages.

Official years come from the gov.uk list; the years before and after it are computed, and a duty that falls after the
last official year is provisional.
"""

import datetime as dt
import json
from pathlib import Path

FIRST, LAST = 1995, 2049


def main() -> None:
    """Write the file anew."""
    import holidays
    from govuk_bank_holidays.bank_holidays import BankHolidays

    listed = BankHolidays(use_cached_holidays=True).get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    official = sorted({each["date"] for each in listed})
    official_from, official_until = official[0].year, official[-1].year
    computed = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST, LAST + 1))
    days = {day for day in computed if not official_from <= day.year <= official_until} | set(official)
    weekdays = sorted(day for day in days if day.weekday() < 5)
    target = Path(__file__).with_name("bank_holidays.json")
    target.write_text(
        json.dumps(
            {
                "division": "england-and-wales",
                "version": f"gov.uk to {official_until}, taken {dt.date.today().isoformat()}",  # noqa: DTZ011
                "official_from": official_from,
                "official_until": official_until,
                "source": "https://www.gov.uk/bank-holidays.json (Open Government Licence); other years computed",
                "days": [day.isoformat() for day in weekdays],
            },
            indent=1,
        )
        + "\n"
    )


if __name__ == "__main__":
    main()
