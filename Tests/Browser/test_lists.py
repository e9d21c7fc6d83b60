"""Lists say whose they are in few words, and lead on to whoever wants to add something."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from harness.server import StaticServer
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(("community", "name"), [("business-advisors", "Events"), ("nya-chefer", "Träffar")])
def test_a_list_inside_a_community_is_called_what_it_lists(
    host: StaticServer, new_page: Callable[..., Page], community: str, name: str
) -> None:
    page = new_page()
    page.goto(host.url(f"/communities/{community}/events/"))
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    # A tab of the browser and a bookmark need the community as well; on the page it stands right above.
    expect(page).to_have_title(re.compile(f"^{name} · "))
    expect(page.locator(".breadcrumbs a").last).to_have_attribute("href", re.compile(f"/communities/{community}/$"))


def test_a_communitys_questions_lead_to_a_new_one_in_its_folder(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/communities/business-advisors/questions/"))
    ask = page.locator(".list-tools").get_by_role("link", name="Ask a question")
    expect(ask).to_have_attribute("href", re.compile("/communities/business-advisors/questions"))


def test_all_questions_lead_to_where_one_says_which_community(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/questions/"))
    page.locator(".list-tools").get_by_role("link", name="Ask a question").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Contribute")
    expect(page.locator("main .section-note").first).to_contain_text("COMMUNITY")


def test_a_question_that_nobody_has_answered_says_so(host: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(host.url("/communities/business-advisors/questions/financing-a-car-wash/"))
    expect(page.get_by_role("heading", level=2, name="No answer yet")).to_be_visible()
    page.goto(host.url("/communities/business-advisors/questions/how-much-overdraft-for-a-seasonal-firm/"))
    expect(page.get_by_role("heading", level=2, name="3 answers")).to_be_visible()
