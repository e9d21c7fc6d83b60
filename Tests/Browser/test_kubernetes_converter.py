"""The converter writes what content-model allows, and nothing that the data do not say."""

from __future__ import annotations

import pathlib
import re
import zoneinfo
from datetime import datetime

import kubernetes
import pytest
import yaml
from kubernetes.links import Links
from kubernetes.schedule import WEEKDAYS, Schedule

FIELDS = {
    "communities": "title purpose for owners moderators sponsors join start_here reach channels related",
    "events": "title kind start minutes timezone host online repeat",
    "people": "name unit",
}


@pytest.fixture(scope="module")
def pages(kubernetes_source: pathlib.Path) -> dict[str, tuple[dict, str]]:
    """The front matter and body of every file, by its path."""
    content = kubernetes_source / "content"
    return {path.relative_to(content).as_posix(): _parse(path) for path in content.rglob("*.md")}


def test_each_group_has_its_page_readme_and_charter(dataset: kubernetes.Dataset, pages: dict) -> None:
    assert len(dataset.groups) == 35
    assert sum(path.endswith("/charter.md") for path in pages) == 33
    for group in dataset.groups:
        assert {f"communities/{group.id}/index.md", f"communities/{group.id}/readme.md"} <= set(pages)


def test_each_meeting_is_an_event(dataset: kubernetes.Dataset, pages: dict) -> None:
    meetings = sum(len(group.entry["meetings"]) for group in dataset.groups)
    assert meetings == 72
    assert sum("/events/" in path for path in pages) >= meetings


def test_only_known_fields_are_written(pages: dict) -> None:
    for path, (facts, _) in pages.items():
        kind = "events" if "/events/" in path else path.split("/")[0]
        assert set(facts) <= set(FIELDS.get(kind, "title").split()), path


def test_everybody_named_in_a_role_has_a_profile(pages: dict) -> None:
    people = {path.removeprefix("people/").removesuffix(".md") for path in pages if path.startswith("people/")}
    for path, (facts, _) in pages.items():
        holders = [holder["person"] for role in ("owners", "moderators", "sponsors") for holder in facts.get(role, [])]
        assert set(holders + [facts[key] for key in ("host",) if key in facts]) <= people, path


def test_relative_links_lead_to_files(pages: dict, kubernetes_source: pathlib.Path) -> None:
    for path, (_, body) in pages.items():
        for address in re.findall(r"\]\(([^)\s]*)\)|^\[[^\]]+\]:[ \t]*(\S+)", body, re.MULTILINE):
            address = "".join(address)
            if not re.match(r"https?:|mailto:|#", address):
                target = kubernetes_source / "content" / path / ".." / address.split("#")[0]
                assert address and target.resolve().is_file(), f"{path}: {address!r}"


def test_a_series_begins_on_a_day_that_it_has(pages: dict) -> None:
    for path, (facts, _) in pages.items():
        if "repeat" not in facts:
            continue
        zoneinfo.ZoneInfo(facts["timezone"])
        weekday = WEEKDAYS[datetime.fromisoformat(facts["start"]).weekday()]
        rule = facts["repeat"]
        named = rule.get("weekday") or re.search(r"BYDAY=-?\d?(\w\w)", rule["rrule"]).group(1).lower()
        assert weekday.startswith(named), path


@pytest.mark.parametrize(
    ("day", "frequency", "start", "repeat"),
    [
        ("Tuesday", "weekly", "2026-08-04", {"every": "week", "weekday": "tuesday"}),
        ("Thursday", "bi-weekly", "2026-08-06", {"every": "2 weeks", "weekday": "thursday"}),
        ("Friday", "biweekly - alternating with regular meeting", "2026-08-14", {"every": "2 weeks", "weekday": "friday"}),
        ("Wednesday", "every four weeks", "2026-08-05", {"every": "4 weeks", "weekday": "wednesday"}),
        ("Tuesday", "biweekly starting Tuesday Oct 28, 2025", "2025-10-28", {"every": "2 weeks", "weekday": "tuesday"}),
        ("Tuesday (starting September 10th 2024)", "weekly", "2024-09-10", {"every": "week", "weekday": "tuesday"}),
        ("Friday", "biweekly 2019 start date: Jan. 11th", "2019-01-11", {"every": "2 weeks", "weekday": "friday"}),
        ("third Wednesday", "monthly", "2026-08-19", {"rrule": "FREQ=MONTHLY;BYDAY=3WE"}),
        ("Thursday", "Monthly on 4th Thursday", "2026-08-27", {"rrule": "FREQ=MONTHLY;BYDAY=4TH"}),
        ("Wednesday", "monthly - last Wednesday every month", "2026-08-26", {"rrule": "FREQ=MONTHLY;BYDAY=-1WE"}),
        ("Tuesday", "monthly 2020 start date: Jan. 7th", "2020-01-07", {"rrule": "FREQ=MONTHLY;BYDAY=1TU"}),
        (
            "Wednesday",
            "monthly - Wednesday, after the fourth Tuesday, every month",
            "2026-08-26",
            {"rrule": "FREQ=MONTHLY;BYDAY=WE;BYMONTHDAY=23,24,25,26,27,28,29"},
        ),
    ],
)
def test_words_become_a_rule(day: str, frequency: str, start: str, repeat: dict) -> None:
    schedule = Schedule.of({"day": day, "frequency": frequency, "time": "9:00", "tz": "UTC"})
    assert (schedule.start.date().isoformat(), schedule.repeat) == (start, repeat)


@pytest.mark.parametrize(
    ("time", "zone", "clock"),
    [
        ("2PM", "EST (Eastern Time)", ("14:00", "America/New_York")),
        ("12:15", "Eastern Time (ET)", ("12:15", "America/New_York")),
        ("05:30", "UTC", ("05:30", "Etc/UTC")),
        ("17:00", "Poland", ("17:00", "Europe/Warsaw")),
        ("9:00", "PT (Pacific Time)", ("09:00", "America/Los_Angeles")),
    ],
)
def test_times_are_by_the_clock_of_a_place(time: str, zone: str, clock: tuple[str, str]) -> None:
    schedule = Schedule.of({"day": "Monday", "frequency": "weekly", "time": time, "tz": zone})
    assert (schedule.start.strftime("%H:%M"), schedule.zone) == clock


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("CHARTER.md#scope", "charter.md#scope"),
        ("/sig-two", "../sig-two/index.md"),
        ("../sig-two/README.md", "../sig-two/readme.md"),
        ("#meetings", "#meetings"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("\u200bhttps://example.org/", "https://example.org/"),
        ("conduct@example.org", "mailto:conduct@example.org"),
        ("./slos/slos.md#a", "https://github.com/kubernetes/community/blob/c0ffee1/sig-one/slos/slos.md#a"),
        ("/contributors/devel", "https://github.com/kubernetes/community/tree/c0ffee1/contributors/devel"),
        ("", None),
    ],
)
def test_links_lead_to_the_new_place_or_upstream(address: str, target: str | None) -> None:
    assert LINKS.target(address, "sig-one/README.md") == target


def test_code_is_left_alone_and_a_link_to_nothing_is_its_text() -> None:
    text = "[a](charter.md) `[a](CHARTER.md)` [b]()\n\n```\n[a](/sig-two)\n```\n\n[c]: /sig-two\n"
    expected = "[a](charter.md) `[a](CHARTER.md)` b\n\n```\n[a](/sig-two)\n```\n\n[c]: ../sig-two/index.md\n"
    assert LINKS.rewrite(text, "sig-one/README.md") == expected


LINKS = Links(
    {
        "sig-one/README.md": "communities/sig-one/readme.md",
        "sig-one/charter.md": "communities/sig-one/charter.md",
        "sig-two": "communities/sig-two/index.md",
        "sig-two/README.md": "communities/sig-two/readme.md",
    },
    commit="c0ffee1",
)


def _parse(path: pathlib.Path) -> tuple[dict, str]:
    text = path.read_text("utf-8")
    if not text.startswith("---\n"):
        return {}, text
    head, _, body = text[4:].partition("\n---\n")
    return yaml.safe_load(head), body
