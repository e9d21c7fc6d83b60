"""Events are told by their own clock, with the reader's beside it where it differs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect

# On Thursdays at 16:00 in Stockholm.
EVENT = "/communities/agile-teams/events/meetup/"


@pytest.mark.parametrize(("zone", "clock"), [("America/New_York", "10:00"), ("Asia/Tokyo", "Fri")])
def test_somebody_elsewhere_sees_their_own_time_too(
    host: StaticServer, new_page: Callable[..., Page], zone: str, clock: str
) -> None:
    page = new_page(timezone_id=zone, locale="en")
    page.goto(host.url(EVENT))
    expect(page.locator("main")).to_contain_text("16:00")
    expect(page.locator("main time + .reader-time").first).to_contain_text(clock)


def test_somebody_who_is_there_sees_one_time(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(timezone_id="Europe/Stockholm")
    page.goto(host.url(EVENT))
    expect(page.locator("main")).to_contain_text("16:00")
    expect(page.locator(".reader-time")).to_have_count(0)
