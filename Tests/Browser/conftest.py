"""Fixtures: the program, the sites it builds, and a browser to look at them."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Iterator

import kubernetes
import pytest
from harness import browser as chromium
from harness.program import REPOSITORY, Program, Run
from harness.server import StaticServer
from harness.site import Site
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

# The day that every build takes for today, so that nothing depends on when the tests run.
TODAY = "2026-11-23"


@pytest.fixture(scope="session")
def program() -> Program:
    return Program.find()


@pytest.fixture(scope="session")
def site(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The repository's own site."""
    output = tmp_path_factory.mktemp("site") / "public"
    run = program.run("build", "--site", REPOSITORY, "--output", output, "--today", TODAY)
    assert run.code == 0, str(run)
    return Site(output)


@pytest.fixture(scope="session")
def host(site: Site) -> Iterator[StaticServer]:
    """The repository's own site at the root of a host."""
    with StaticServer(site.root) as server:
        yield server


@pytest.fixture(scope="session")
def dataset() -> kubernetes.Dataset:
    folder = kubernetes.find()
    if folder is None:
        pytest.skip("the Kubernetes data set is not there: neither in ../shared nor in $PRAXIS_SHARED")
    return kubernetes.Dataset.load(folder)


@pytest.fixture(scope="session")
def kubernetes_source(dataset: kubernetes.Dataset, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The groups of the Kubernetes project as a site's folder, not yet built."""
    folder = tmp_path_factory.mktemp("kubernetes")
    kubernetes.convert(dataset, folder)
    return folder


@pytest.fixture(scope="session")
def kubernetes_build(program: Program, kubernetes_source: pathlib.Path) -> Run:
    return program.run("build", "--site", kubernetes_source, "--today", TODAY)


@pytest.fixture(scope="session")
def kubernetes_site(kubernetes_source: pathlib.Path, kubernetes_build: Run) -> Site:
    assert kubernetes_build.code == 0, str(kubernetes_build)
    return Site(kubernetes_source / "public")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = chromium.launch(playwright)
    yield browser
    browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an empty page in a context of its own; takes the options of Playwright's `new_context`."""
    contexts = []

    def open_page(**options: object) -> Page:
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        return page

    yield open_page
    for context in contexts:
        context.close()
