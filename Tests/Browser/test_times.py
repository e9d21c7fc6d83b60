"""Events are told by their own clock, with the reader's beside it where it differs."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable

import pytest
from conftest import TODAY
from harness import small
from harness.program import Program
from harness.server import StaticServer
from playwright.sync_api import Page, expect

# On Thursdays at 16:00 in Stockholm.
EVENT = "/communities/agile-teams/events/meetup/"
# The clocks of the second show what those of the first do.
ZONES = ["Europe/Stockholm", "Europe/Oslo", "America/New_York"]


@pytest.mark.parametrize(("zone", "clock"), [("America/New_York", "10:00"), ("Asia/Tokyo", "Fri")])
def test_somebody_elsewhere_sees_their_own_time_too(
    host: StaticServer, new_page: Callable[..., Page], zone: str, clock: str
) -> None:
    page = new_page(timezone_id=zone, locale="en")
    page.goto(host.url(EVENT))
    expect(page.locator("main")).to_contain_text("16:00")
    expect(page.locator("main time + .reader-time").first).to_contain_text(clock)


@pytest.mark.parametrize(("route", "words"), [("/events/", "Stockholm time"), ("/sv/events/", "tidszon Stockholm")])
def test_the_agenda_says_whose_times_they_are(
    host: StaticServer, new_page: Callable[..., Page], route: str, words: str
) -> None:
    page = new_page(timezone_id="Europe/Stockholm")
    page.goto(host.url(route))
    expect(page.locator(".page-head .lead")).to_contain_text(words)
    expect(page.locator("[data-reader-time-note]")).to_be_visible()
    expect(page.locator(".event-zone")).to_have_count(0)


def test_an_event_elsewhere_says_so_in_a_list_where_its_clocks_differ(program: Program, tmp_path: pathlib.Path) -> None:
    event = "---\ntitle: Talk\nkind: meetup\nstart: 2026-12-10T16:00\nminutes: 60\ntimezone: {}\nhost: anna-lind\n---\n"
    folder = "content/communities/agile/events"
    site = small.FILES["content/site.yaml"] + "timezone: Europe/Stockholm\n"
    changes = {f"{folder}/{re.sub('[/_]', '-', zone).lower()}.md": event.format(zone) for zone in ZONES}
    run = program.run("build", "--today", TODAY, folder=small.write(tmp_path, {"content/site.yaml": site, **changes}))
    assert run.code == 0, str(run)
    agenda = (tmp_path / "public/events/index.html").read_text("utf-8")
    assert re.findall(r"event-zone\">\((.*?)\)<", agenda) == ["New York time"]


def test_an_event_says_whose_time_it_is(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host.url(EVENT))
    expect(page.locator(".event-next-when")).to_contain_text("Stockholm time")


def test_the_readers_own_time_has_24_hours_as_the_events_has(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(timezone_id="Asia/Tokyo", locale="en-US")
    page.goto(host.url("/events/"))
    expect(page.locator(".reader-time").first).to_be_visible()
    own = page.locator(".reader-time").all_inner_texts()
    hours = [int(re.findall(r"(\d\d):\d\d", text)[0]) for text in own]
    assert any(hour > 12 for hour in hours) and not any("AM" in text or "PM" in text for text in own)


def test_the_readers_own_time_names_the_day_only_where_it_is_another(
    host: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(timezone_id="Europe/Helsinki", locale="en")
    page.goto(host.url(EVENT))
    expect(page.locator(".event-next .reader-time")).to_have_text(re.compile(r"^17:00\b"))
    page = new_page(timezone_id="Asia/Tokyo", locale="en")
    page.goto(host.url(EVENT))
    expect(page.locator(".event-next .reader-time")).to_have_text(re.compile(r"^Fri\b.* 00:00"))


def test_somebody_who_is_there_sees_one_time(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(timezone_id="Europe/Stockholm")
    page.goto(host.url(EVENT))
    expect(page.locator("main")).to_contain_text("16:00")
    expect(page.locator(".reader-time")).to_have_count(0)


def test_who_is_elsewhere_sees_when_several_days_begin_and_end(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    event = "---\ntitle: Camp\nkind: meetup\nstart: 2026-12-10 16:00\nend: 2026-12-12 12:30\nhost: anna-lind\n---\n"
    site = small.FILES["content/site.yaml"] + "timezone: Europe/Stockholm\n"
    changes = {"content/site.yaml": site, "content/communities/agile/events/camp.md": event}
    run = program.run("build", "--today", TODAY, folder=small.write(tmp_path, changes))
    assert run.code == 0, str(run)
    with StaticServer(tmp_path / "public") as host:
        page = new_page(timezone_id="Asia/Tokyo", locale="en")
        for route in ["/communities/agile/events/camp/", "/events/", "/communities/agile/"]:
            page.goto(host.url(route))
            own = page.locator(".reader-time").first
            expect(own).to_have_text(re.compile(r"^Fri\b.* 00:00\b.* Sat\b.* 20:30\b"))
