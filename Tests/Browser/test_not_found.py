"""The page for what is not there is whole wherever a host answers with it."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

import pytest
from harness import small
from harness.browser import Watch
from harness.program import Program
from harness.server import StaticServer
from playwright.sync_api import Page, expect

MISSING = "/communities/agile/guides/gone/for/good/"


def _site_yaml(url: str | None) -> dict[str, str]:
    address = f"url: {url}\n" if url else ""
    return {"content/site.yaml": f"title: Small place\nlanguage: en\n{address}"}


@pytest.mark.parametrize(
    ("url", "prefix"),
    [("https://here.example", "/"), ("https://here.example/any/sub/path/", "/any/sub/path/")],
    ids=["at a root", "below a path"],
)
def test_at_any_depth_it_is_whole(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page], url: str, prefix: str
) -> None:
    run = program.run("build", "--site", small.write(tmp_path, _site_yaml(url)))
    assert run.code == 0, str(run)
    page = new_page()
    with StaticServer(tmp_path / "public", prefix=prefix) as server:
        watch = Watch(page)
        response = page.goto(server.url(MISSING))
        assert response is not None and response.status == 404
        expect(page.locator("h1")).to_be_visible()
        assert page.evaluate(_IS_STYLED), "no style sheet is applied"
        wrong = [trouble for trouble in watch.troubles if MISSING not in trouble and "status of 404" not in trouble]
        assert not wrong and server.missing == [prefix + MISSING[1:]], "\n".join(wrong + server.missing)


def test_without_an_address_it_says_all_it_has_to_say_and_asks_for_nothing(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    run = program.run("build", "--site", small.write(tmp_path, _site_yaml(None)))
    assert run.code == 0, str(run)
    page = new_page()
    with StaticServer(tmp_path / "public") as server:
        response = page.goto(server.url(MISSING))
        assert response is not None and response.status == 404
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("main")).to_contain_text("Small place")
        assert page.locator("link, script, img, a").count() == 0
        # The browser asks for an icon by itself.
        assert set(server.missing) <= {MISSING, "/favicon.ico"}, server.missing


@pytest.mark.parametrize("prefix", ["/", "/any/sub/path/"])
def test_with_an_address_it_leads_home(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page], prefix: str
) -> None:
    run = program.run("build", "--site", small.write(tmp_path, _site_yaml(f"https://here.example{prefix}")))
    assert run.code == 0, str(run)
    page = new_page()
    with StaticServer(tmp_path / "public", prefix=prefix) as server:
        page.goto(server.url(MISSING))
        page.get_by_role("banner").get_by_role("link", name="Small place").click()
        page.wait_for_url(server.address)
        expect(page.locator("h1")).to_be_visible()


# A page without any style has the browser's own font and margin.
_IS_STYLED = """() => {
  const body = getComputedStyle(document.body);
  return body.marginTop !== "8px" && !/^(serif|"?Times)/.test(body.fontFamily);
}"""
