"""When a meeting takes place: from the data's words to a first date and a rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# The data name zones as people do, with the clock changes that go with the place.
ZONES = {
    "PT": "America/Los_Angeles",
    "ET": "America/New_York",
    "EST": "America/New_York",
    "Eastern": "America/New_York",
    "CET": "Europe/Berlin",
    "Poland": "Europe/Warsaw",
    "IST": "Asia/Kolkata",
    "UTC": "Etc/UTC",
}
# Most meetings have no first date in the data: their series begin in the month that the data are from.
BEGINNING = date(2026, 8, 1)

_ORDINAL = rf"({'|'.join(ORDINALS)})"
_WEEKDAY = rf"({'|'.join(WEEKDAYS)})"
_DAY = r"([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?"


@dataclass(frozen=True)
class Schedule:
    """A series: its first date by the clock of `zone`, and the value of `repeat`."""

    start: datetime
    zone: str
    repeat: dict

    @classmethod
    def of(cls, meeting: dict) -> Schedule:
        words = f"{meeting['day']} {meeting['frequency']}".lower()
        named = re.search(_WEEKDAY, words)
        if named is None:
            raise ValueError(f"no day of the week in {words!r}")
        weekday = WEEKDAYS.index(named.group(1))
        first, repeat = _series(words, weekday, _first_date(words))
        return cls(datetime.combine(first, _time(meeting["time"])), _zone(meeting["tz"]), repeat)


def _series(words: str, weekday: int, begins: date | None) -> tuple[date, dict]:
    """The first date and the rule of what the words say about the day and how often."""
    after = re.search(rf"after the {_ORDINAL} {_WEEKDAY}", words)
    if after:
        return _day_after(ORDINALS[after.group(1)], WEEKDAYS.index(after.group(2)))
    if "month" in words:
        ordinal = re.search(_ORDINAL, re.sub(_DAY, "", words))
        return _monthly(ORDINALS[ordinal.group(1)] if ordinal else 1, weekday, begins or BEGINNING)
    weeks = 4 if "four weeks" in words else 2 if re.search("bi-?weekly", words) else 1
    if begins is None:
        begins = BEGINNING + timedelta((weekday - BEGINNING.weekday()) % 7)
        if re.search("interleaved|alternating", words):
            begins += timedelta(weeks=1)
    return begins, {"every": f"{weeks} weeks" if weeks > 1 else "week", "weekday": WEEKDAYS[weekday]}


def _monthly(ordinal: int, weekday: int, earliest: date) -> tuple[date, dict]:
    code = WEEKDAYS[weekday][:2].upper()
    week = {1: range(1, 8), 2: range(8, 15), 3: range(15, 22), 4: range(22, 29)}
    first = earliest
    while first.weekday() != weekday or not (
        (first + timedelta(7)).month != first.month if ordinal < 0 else first.day in week[ordinal]
    ):
        first += timedelta(1)
    return first, {"rrule": f"FREQ=MONTHLY;BYDAY={ordinal}{code}"}


def _day_after(ordinal: int, weekday: int) -> tuple[date, dict]:
    """The day after the fourth Tuesday is the Wednesday from the 23rd to the 29th."""
    first, _ = _monthly(ordinal, weekday, BEGINNING)
    day = first + timedelta(1)
    earliest = 7 * ordinal - 6 + 1
    days = ",".join(str(number) for number in range(earliest, earliest + 7))
    return day, {"rrule": f"FREQ=MONTHLY;BYDAY={WEEKDAYS[day.weekday()][:2].upper()};BYMONTHDAY={days}"}


def _first_date(words: str) -> date | None:
    """`starting Tuesday Oct 28, 2025`, `2020 start date: Jan. 7th`."""
    match = re.search(rf"{_DAY},? (\d{{4}})", words)
    if match:
        month, day, year = match.groups()
    else:
        match = re.search(rf"(\d{{4}}) start date: {_DAY}", words)
        if match is None:
            return None
        year, month, day = match.groups()
    return date(int(year), MONTHS.index(month) + 1, int(day))


def _time(text: str) -> time:
    match = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?\s*(AM|PM)?", text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"no time of day: {text!r}")
    hour, minute, half = int(match.group(1)), int(match.group(2) or 0), (match.group(3) or "").upper()
    return time(hour % 12 + (12 if half == "PM" else 0) if half else hour, minute)


def _zone(text: str) -> str:
    return ZONES[text.split()[0]]
