"""Lists that are too long for one page: divided into parts, and searched elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from harness import axe, nu, small
from harness.program import Program
from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Page, expect

COUNT = 520


@pytest.fixture(scope="module")
def large(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A library of books and videos, one in ten of them about coaching, and as many guides that no list of it has."""
    resources = {
        f"content/communities/agile/resources/r-{number}.md": f"""---
title: Number {number:03}
kind: {"video" if number % 2 else "book"}
url: https://library.example/{number}
curator: anna-lind
why: It helps.
added: {2020 + number % 5}-01-{number % 28 + 1:02}
topics: [{"coaching" if number % 10 < 2 else "planning"}]
way: {"experience" if number % 4 == 0 else "information"}
---
"""
        for number in range(COUNT)
    }
    guides = {
        "content/topics.yaml": "coaching: {label: Coaching}\nplanning: {label: Planning}\n",
        "content/communities/agile/guides/coach.md": "---\ntitle: Coach\nkind: how-to\ntopics: coaching\n---\n\nText.\n",
    }
    site = small.write(tmp_path_factory.mktemp("large"), resources | guides)
    run = program.run("build", "--site", site, "--today", "2026-11-23")
    assert run.code == 0, str(run)
    return Site(site / "public")


@pytest.fixture(scope="module")
def server(large: Site) -> Iterator[StaticServer]:
    with StaticServer(large.root) as server:
        yield server


_PAGES = [
    "/library/",
    "/library/all/book/",
    "/communities/agile/resources/",
    "/topics/coaching/resources/",
    "/search/titles/n/",
    "/search/titles/n/u/",
]


def test_they_are_accessible_and_valid(server: StaticServer, large: Site) -> None:
    violations = axe.audit([server.url(page) for page in _PAGES])
    assert not violations, "\n".join(map(str, violations))
    errors = nu.errors([large.root / page.strip("/") / "index.html" for page in _PAGES], large.root)
    assert not errors, "\n".join(errors)


@pytest.mark.parametrize("route", _PAGES)
def test_nothing_is_wider_than_a_phone(server: StaticServer, new_page: Callable[..., Page], route: str) -> None:
    page = new_page(viewport={"width": 320, "height": 800})
    page.goto(server.url(route))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_form_leads_to_what_the_list_has(server: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(server.url("/library/"))
    form = page.locator("[data-list-search]")
    form.locator("select[name=topic]").select_option("coaching")
    with page.expect_request("**/search/?**") as request:
        form.locator("button").click()
    # No field without a value, and no other kinds than the library has.
    assert request.value.url.endswith("/search/?topic=coaching&community=agile&kind=book&kind=video")
    expect(page.locator("main [data-search-status]")).to_have_text("104 results")
    page.go_back()
    form.locator("select[name=topic]").select_option("")
    form.locator("select[name=kind]").select_option("book")
    form.locator("input[name=q]").fill("number 004")
    form.locator("button").click()
    page.wait_for_url("**/search/?q=number+004&kind=book&community=agile")
    expect(page.locator("[data-search-results] a").first).to_have_text("Number 004")


def test_it_is_narrowed_by_what_the_library_of_a_small_site_is(
    server: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(server.url("/library/#way=experience"))
    page.wait_for_url("**/search/?*way=experience*")
    expect(page.locator("main [data-search-status]")).to_have_text("130 results")
    chosen = page.locator("[data-search-facet=way] input:checked")
    expect(chosen).to_have_value("experience")
    expect(page.locator("[data-search-facet=way] .facet-label")).to_have_text(["Information", "Experience"])
    chosen.click()
    expect(page.locator("main [data-search-status]")).to_have_text("520 results")


def test_without_a_script_a_topic_leads_to_all_its_resources(
    server: StaticServer, new_page: Callable[..., Page]
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(server.url("/topics/coaching/"))
    page.get_by_role("link", name="All 104").click()
    expect(page.locator(".list-items .resource-card")).to_have_count(104)


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("#topic=coaching", "?kind=book&kind=video&community=agile&topic=coaching"),
        ("#kind=video&topic=coaching&sort=new", "?kind=video&community=agile&topic=coaching&sort=date"),
    ],
)
def test_an_address_with_a_choice_leads_to_the_search_and_back_leads_past_it(
    server: StaticServer, new_page: Callable[..., Page], address: str, leads_to: str
) -> None:
    page = new_page()
    page.goto(server.url("/topics/coaching/"))
    page.goto(server.url(f"/library/{address}"))
    page.wait_for_url(f"**/search/{leads_to}")
    expect(page.locator("[data-search-results] a").first).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Coaching")


@pytest.mark.parametrize("address", ["#newest", "#length=short", "#item=1"])
def test_an_address_that_chooses_nothing_stays(
    server: StaticServer, new_page: Callable[..., Page], address: str
) -> None:
    page = new_page()
    page.goto(server.url(f"/library/{address}"))
    expect(page.locator("[data-list-search]")).to_be_visible()
    assert page.url == server.url(f"/library/{address}")


def test_from_a_folder_too(large: Site, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto((large.root / "library" / "index.html").as_uri() + "#topic=coaching")
    page.wait_for_url("**/search/index.html?*topic=coaching*")
    expect(page.locator("main [data-search-status]")).to_have_text("104 results")


def test_without_a_script_the_parts_have_everything(server: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(server.url("/library/#topic=coaching"))
    expect(page.locator("[data-list-search]")).to_be_hidden()
    titles: set[str] = set()
    links = page.locator(".list-parts a")
    for index in range(links.count()):
        links.nth(index).click()
        expect(page.locator("nav.siblings [aria-current=page]")).to_have_count(1)
        titles.update(page.locator(".card-title a").all_text_contents())
        page.go_back()
    assert len(titles) == COUNT


def test_from_part_to_part(server: StaticServer, new_page: Callable[..., Page]) -> None:
    page = new_page()
    page.goto(server.url("/library/"))
    page.locator(".list-parts a", has_text="Video").click()
    expect(page.locator("h1")).to_have_text("Library: Video")
    page.locator(".pager a", has_text="Book").click()
    expect(page.locator("h1")).to_have_text("Library: Book")
    page.locator(".breadcrumbs a", has_text="Library").click()
    expect(page.locator("h1")).to_have_text("Library")
