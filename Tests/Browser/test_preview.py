"""`praxis serve`: what one writes is in the browser at once, and so is what is wrong with it."""

from __future__ import annotations

import pathlib
import re
import urllib.request
from collections.abc import Callable, Iterator

import pytest
from harness import small
from harness.browser import Watch
from harness.preview import Preview
from harness.program import Program
from playwright.sync_api import Page, expect

GUIDE = "content/communities/agile/guides/retrospective.md"
STYLE = "themes/own/assets/own.css"
TEMPLATE = "themes/own/templates/pages/guide.mustache"
BASE = pathlib.Path(__file__).parents[2] / "themes/commons/templates"


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    return small.write(tmp_path)


@pytest.fixture
def preview(program: Program, folder: pathlib.Path) -> Iterator[Preview]:
    with Preview(program, folder) as preview:
        yield preview


@pytest.fixture
def page(preview: Preview, new_page: Callable[..., Page]) -> Page:
    page = new_page()
    page.goto(preview.address + "communities/agile/guides/retrospective/")
    expect(page.locator("h1")).to_have_text("Hold a retrospective")
    return page


def test_an_edit_is_in_the_browser_without_reloading_by_hand(folder: pathlib.Path, page: Page) -> None:
    _replace(folder / GUIDE, "three questions", "four questions")
    expect(page.locator("main")).to_contain_text("four questions", timeout=15_000)


def test_what_changed_is_said_for_a_moment(folder: pathlib.Path, page: Page) -> None:
    _replace(folder / GUIDE, "three questions", "four questions")
    status = page.get_by_role("status").filter(has_text="retrospective.md: no errors")
    expect(status).to_be_visible(timeout=15_000)
    expect(page.locator("main")).to_contain_text("four questions")
    expect(status).to_be_hidden(timeout=15_000)


def test_a_style_sheet_is_exchanged_without_loading_the_page(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    with Preview(program, small.write(tmp_path, _with_theme())) as preview:
        page = new_page()
        page.goto(preview.address)
        heading = page.locator("h1")
        expect(heading).to_have_css("color", "rgb(0, 128, 0)")
        page.evaluate("window.isSamePage = true")
        _replace(tmp_path / STYLE, "green", "purple")
        expect(heading).to_have_css("color", "rgb(128, 0, 128)", timeout=15_000)
        assert page.evaluate("window.isSamePage"), "the page was loaded again"


def test_a_template_is_taken_and_the_reader_stays_in_place(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    rows = "".join(f"Row {number}\n\n" for number in range(80))
    guide = {GUIDE: small.FILES[GUIDE] + f"\n<details><summary>More</summary>\n\nInside\n\n</details>\n\n{rows}"}
    with Preview(program, small.write(tmp_path, _with_theme() | guide)) as preview:
        page = new_page()
        page.goto(preview.address + "communities/agile/guides/retrospective/")
        page.get_by_text("More", exact=True).click()
        expect(page.get_by_text("Inside")).to_be_visible()
        page.get_by_text("Row 60", exact=True).scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        assert before > 0
        _replace(tmp_path / TEMPLATE, "First", "Second")
        expect(page.get_by_text("Second version")).to_be_attached(timeout=15_000)
        expect(page.get_by_text("Inside")).to_be_visible()
        page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)


def test_a_new_page_is_there(folder: pathlib.Path, preview: Preview, page: Page) -> None:
    new = "content/communities/agile/guides/stand-up.md"
    small.write(folder, {new: "---\ntitle: Stand up\nkind: practice\n---\n\nShort.\n"})
    _replace(folder / GUIDE, "three questions", "the [same](stand-up.md) questions")
    link = page.locator("main").get_by_role("link", name="same")
    expect(link).to_be_visible(timeout=15_000)
    link.click()
    expect(page.locator("h1")).to_have_text("Stand up")


def test_an_error_is_shown_over_the_last_good_page_and_leaves(folder: pathlib.Path, page: Page) -> None:
    _replace(folder / GUIDE, "kind: how-to", "kind: how-too")
    # The message names the file, the line and the word.
    message = page.get_by_text("retrospective.md:3").first
    expect(message).to_be_visible(timeout=15_000)
    expect(page.get_by_text("how-too").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("three questions")
    _replace(folder / GUIDE, "kind: how-too", "kind: how-to")
    expect(message).to_be_hidden(timeout=15_000)
    expect(page.locator("h1")).to_be_visible()


def test_a_page_opened_while_there_is_an_error_shows_it(
    folder: pathlib.Path, preview: Preview, page: Page, new_page: Callable[..., Page]
) -> None:
    _replace(folder / GUIDE, "kind: how-to", "kind: how-too")
    expect(page.get_by_text("retrospective.md:3").first).to_be_visible(timeout=15_000)
    late = new_page()
    late.goto(preview.address)
    expect(late.get_by_text("retrospective.md:3").first).to_be_visible(timeout=15_000)


def test_a_site_that_has_an_error_from_the_start_shows_it(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    site = small.write(tmp_path, {GUIDE: small.FILES[GUIDE].replace("how-to", "how-too")})
    with Preview(program, site) as preview:
        page = new_page()
        page.goto(preview.address)
        message = page.get_by_text("retrospective.md:3").first
        expect(message).to_be_visible(timeout=15_000)
        _replace(site / GUIDE, "how-too", "how-to")
        expect(page.locator("h1")).to_have_text("Small place", timeout=15_000)
        expect(message).to_be_hidden(timeout=15_000)


def test_it_says_where_the_time_went(program: Program, folder: pathlib.Path, new_page: Callable[..., Page]) -> None:
    with Preview(program, folder, "--timings") as preview:
        page = new_page()
        page.goto(preview.address + "communities/agile/guides/retrospective/")
        _replace(folder / GUIDE, "three questions", "four questions")
        expect(page.locator("main")).to_contain_text("four questions", timeout=15_000)
        preview.wait_for(r"retrospective\.md: .* pages")
        assert re.search(r"^  search +[0-9.e-]+ s$", preview.said, re.MULTILINE), preview.said


def test_pages_load_without_a_failed_request(preview: Preview, new_page: Callable[..., Page]) -> None:
    page = new_page()
    watch = Watch(page)
    for route in ["", "communities/", "communities/agile/", "people/anna-lind/", "search/?q=retrospective"]:
        page.goto(preview.address + route)
    assert not watch.troubles, "\n".join(watch.troubles)


def test_it_sends_the_policy_that_hosts_are_told(program: Program, folder: pathlib.Path, preview: Preview) -> None:
    settings = folder / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + "host: netlify\n", "utf-8")
    run = program.run("build", "--site", folder)
    assert run.code == 0, str(run)
    everywhere = (folder / "public/_headers").read_text("utf-8").split("\n/")[0]
    told = dict(re.findall(r"^  ([\w-]+): (.+)$", everywhere, re.MULTILINE))
    assert "default-src 'self'" in told["Content-Security-Policy"]
    with urllib.request.urlopen(preview.address) as answer:
        sent = {name: answer.headers[name] for name in told}
    assert sent == told


def test_a_script_within_a_page_does_not_run_here_either(
    program: Program, tmp_path: pathlib.Path, new_page: Callable[..., Page]
) -> None:
    theme = _with_theme()
    theme[TEMPLATE] = theme[TEMPLATE].replace(
        "{{$main}}", "{{$main}}\n<p id=own style=\"color: red\">Own</p><script>document.title = 'ran'</script>"
    )
    with Preview(program, small.write(tmp_path, theme)) as preview:
        page = new_page()
        watch = Watch(page)
        page.goto(preview.address + "communities/agile/guides/retrospective/")
        expect(page.locator("#own")).not_to_have_css("color", "rgb(255, 0, 0)")
        expect(page).not_to_have_title("ran")
        assert sum("Content Security Policy" in trouble for trouble in watch.troubles) == 2, watch.troubles
        # The theme's author is told of both, and what the preview adds itself works: reloading, and what is wrong.
        check = program.run("theme", "check", "--site", tmp_path)
        assert check.said.count("[theme.policy]") == 2, str(check)
        assert f"{TEMPLATE}:" in check.said
        _replace(tmp_path / GUIDE, "three questions", "four questions")
        expect(page.locator("main")).to_contain_text("four questions", timeout=15_000)
        watch.take("")
        _replace(tmp_path / GUIDE, "kind: how-to", "kind: how-too")
        overlay = page.get_by_role("alertdialog")
        expect(overlay).to_be_visible(timeout=15_000)
        # Its style sheet is there.
        expect(overlay).to_have_css("border-top-width", "4px")
        assert not watch.troubles, "\n".join(watch.troubles)


def test_what_is_wrong_with_the_page_itself_comes_first(folder: pathlib.Path, preview: Preview, page: Page) -> None:
    community = "content/communities/agile/index.md"
    _replace(folder / community, "[anna-lind]", "[nobody-here]")
    overlay = page.get_by_role("alertdialog")
    expect(overlay.get_by_role("heading")).to_have_text(["1 problem"], timeout=15_000)
    _replace(folder / GUIDE, "kind: how-to", "kind: how-too")
    expect(overlay.get_by_role("heading")).to_have_text(
        ["2 problems", "On this page", "In other files"], timeout=15_000
    )
    expect(overlay.locator(".place")).to_have_text([f"{GUIDE}:3:7", f"{community}:5:10"])
    # What was closed stays closed on another page, where the order is another.
    overlay.get_by_role("button", name="Close").click()
    page.goto(preview.address + "communities/agile/")
    page.get_by_role("button", name="2 problems").click(timeout=15_000)
    expect(overlay.locator(".place").first).to_have_text(f"{community}:5:10")


def test_it_shows_drafts_and_never_writes_public(folder: pathlib.Path, preview: Preview, page: Page) -> None:
    _replace(folder / GUIDE, "kind: how-to", "kind: how-to\nstatus: draft")
    _replace(folder / GUIDE, "three questions", "five questions")
    expect(page.locator("main")).to_contain_text("five questions", timeout=15_000)
    assert not (folder / "public").exists()


def test_it_listens_on_this_machine_only_and_ends_on_ctrl_c(preview: Preview) -> None:
    assert preview.address.startswith(("http://127.0.0.1:", "http://localhost:", "http://[::1]:"))
    with urllib.request.urlopen(preview.address) as answer:
        assert answer.status == 200
    assert preview.stop() in (0, 130)


def _with_theme() -> dict[str, str]:
    """A site's own theme, which differs from the usual one in a colour and in a line on guides."""
    layout = (BASE / "layouts/base.mustache").read_text("utf-8")
    guide = (BASE / "pages/guide.mustache").read_text("utf-8")
    link = '<link rel="stylesheet" href="{{assets.own.css}}">'
    settings = "content/site.yaml"
    return {
        settings: small.FILES[settings] + "theme: own\n",
        "themes/own/theme.yaml": "name: own\nextends: commons\n",
        "themes/own/templates/layouts/base.mustache": layout.replace("</head>", f"{link}\n</head>"),
        TEMPLATE: guide.replace("{{$main}}", "{{$main}}\n<p hidden>First version</p>"),
        STYLE: "h1 { color: green !important }\n",
    }


def _replace(path: pathlib.Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
