"""What a reader begins at the code host has the reader's own day, wherever they are and whenever the site was built."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect

PAGE = "/contribute/"
EVENT = 'main a[href*="start%3A%20"]'


# In Auckland it is the next day already.
@pytest.mark.parametrize(("zone", "day"), [("Europe/Stockholm", "2027-01-04"), ("Pacific/Auckland", "2027-01-05")])
def test_a_new_file_is_begun_with_the_readers_day(
    host: StaticServer, new_page: Callable[..., Page], zone: str, day: str
) -> None:
    page = new_page(timezone_id=zone)
    page.clock.set_fixed_time("2027-01-04T20:00:00Z")
    page.goto(host.url(PAGE))
    event = page.locator(EVENT).first
    expect(event).to_have_attribute("href", _contains(f"start%3A%20{day}%2009%3A00"))
    expect(page.locator('a[href*="yyyy-mm-dd"]')).to_have_count(0)


def test_without_scripts_it_says_what_to_write(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(host.url(PAGE))
    expect(page.locator(EVENT).first).to_have_attribute("href", _contains("start%3A%20yyyy-mm-dd%2009%3A00"))


def test_nobody_else_confirms_a_profile(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url(PAGE))
    expect(page.locator('main a[href*="confirmed%3A%20"]')).to_have_attribute("href", _contains("confirmed%3A%20%0A"))


def _contains(text: str) -> re.Pattern[str]:
    return re.compile(re.escape(text))
