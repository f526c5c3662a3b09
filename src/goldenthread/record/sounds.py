"""Names as people type them: in small letters without accents, as they sound, and days of birth that are nearly right."""

import datetime as dt
import re
import unicodedata
from functools import cache

import jellyfish

from goldenthread.record.forms import read_day

PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
APART = re.compile(r"[^\w]+|_")
ELSEWHERE = (
    (r"^saoirse$", "seersha"), (r"^caoi", "kee"), (r"aoi", "ee"), (r"^sio", "sho"), (r"^si(?=[aou])", "sh"),
    (r"^sea(?=[nm])", "sha"), (r"^eoi?n$", "owen"), (r"^ci(?=[ao])", "ki"), (r"[bm]h", "v"), (r"^gh", "g"),
    (r"^tadhg$", "tyge"), (r"^sz", "sh"), (r"^cz", "ch"), (r"^rz", "z"), (r"^w", "v"), (r"ts(?=ch)", ""),
    (r"^x", "sh"), (r"kh", "k"), (r"^th(?=om)", "t"), (r"mps", "ms"), (r"^ng(?=u)", "n"), (r"^ll", "l"),
    (r"ff", "f"), (r"dd$", "th"),
)  # fmt: skip
"""How Irish, Polish, Welsh and other spellings sound to an English ear, where metaphone does not know it."""

A_FEW_DAYS = 3


def fold(text: str) -> str:
    """Small letters without accents."""
    letters = unicodedata.normalize("NFKD", text.replace("\0", "").casefold().translate(PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def parts(name: str) -> set[str]:
    """The parts of a name, and the whole in one: O'Neill is `o`, `neill` and `oneill`; De Souza `de`, `souza`, `desouza`."""
    found = set()
    for word in (*fold(name).split(), fold(name)):
        apart = [part for part in APART.split(word) if part]
        found |= {part[:100] for part in (*apart, "".join(apart)) if part}
    return found


@cache
def sounds(part: str) -> frozenset[str]:
    """How a folded part of a name may sound: as English is read, and as the language it comes from may be."""
    if not part.isascii() or not part.isalpha():
        return frozenset()
    said = part
    for pattern, letters in ELSEWHERE:
        said = re.sub(pattern, letters, said)
    return frozenset(filter(None, (jellyfish.metaphone(part), jellyfish.metaphone(said))))


def ids(value: str) -> set[str]:
    """An id as written and without its leading zeros; Excel's `9212044.0` is 9212044."""
    plain = re.sub(r"\.0$", "", fold(value).strip())
    return {each for each in (plain[:100], plain.lstrip("0")[:100]) if each}


def day_in(word: str) -> dt.date | None:
    """The day, where the word is one."""
    try:
        return read_day(word)
    except ValueError:
        return None


def swapped(day: dt.date) -> dt.date | None:
    """The same with day and month the other way round, where there is such a day and it is another."""
    return dt.date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None


def near(day: dt.date) -> set[dt.date]:
    """Days that may have been meant: a few days off, day and month the other way round, or one digit mistyped."""
    close = {dt.date.fromordinal(day.toordinal() + off) for off in range(-A_FEW_DAYS, A_FEW_DAYS + 1)}
    written, mistyped = f"{day:%d%m%Y}", set()
    for place in range(8):
        for digit in "0123456789":
            other = written[:place] + digit + written[place + 1 :]
            mistyped.add(_day(other))
    return {each for each in close | mistyped | {swapped(day)} if each}


def _day(written: str) -> dt.date | None:
    try:
        found = dt.date(int(written[4:]), int(written[2:4]), int(written[:2]))
    except ValueError:
        return None
    return found if found.year >= 1900 else None
