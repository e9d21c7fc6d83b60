"""axe-core's rules for WCAG A and AA, over many pages at once."""

from __future__ import annotations

import itertools
import queue
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, sync_playwright

from harness.browser import launch

WIDTHS = (390, 1280)
WORKERS = 2
# What each scheme can break: colours are a rule's business in both, all else is the same document.
SCHEMES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
_RUN = """async (rules) => {
  const options = { runOnly: rules, resultTypes: ["violations"], iframes: false, preload: false };
  return (await axe.run(options)).violations;
}"""


@dataclass(frozen=True)
class Violation:
    """One rule broken by elements of one page, in the ways of looking at it that `views` names."""

    address: str
    rule: str
    help: str
    elements: tuple[str, ...]
    views: tuple[str, ...]

    def __str__(self) -> str:
        elements = "".join(f"\n    {element}" for element in self.elements[:5])
        more = f"\n    and {len(self.elements) - 5} more" if len(self.elements) > 5 else ""
        return f"{self.address} ({', '.join(self.views)}): {self.help} [{self.rule}]{elements}{more}"


def audit(addresses: list[str]) -> list[Violation]:
    """Every violation on these pages, in light and dark, on a phone and a wide screen."""
    waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
    for address in addresses:
        waiting.put(address)
    workers = min(WORKERS, len(addresses)) or 1
    with ThreadPoolExecutor(workers) as pool:
        found = [future.result() for future in [pool.submit(_work, waiting) for _ in range(workers)]]
    return sorted(itertools.chain(*found), key=lambda violation: (violation.address, violation.rule))


def _work(waiting: queue.SimpleQueue[str]) -> list[Violation]:
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page(reduced_motion="reduce")
        while True:
            try:
                address = waiting.get_nowait()
            except queue.Empty:
                break
            found += _audit(page, address)
        browser.close()
    return found


def _audit(page: Page, address: str) -> list[Violation]:
    """One page, loaded once and looked at in every way."""
    seen: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    page.goto(address, wait_until="load")
    page.evaluate(AXE_SCRIPT)
    for width, scheme in itertools.product(WIDTHS, SCHEMES):
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        for violation in page.evaluate(_RUN, SCHEMES[scheme]):
            record = seen.setdefault((violation["id"], violation["help"]), {"elements": {}, "views": {}})
            record["views"][f"{width} px {scheme}"] = None
            for node in violation["nodes"]:
                reasons = [reason["message"] for kind in ("any", "all", "none") for reason in node[kind]]
                record["elements"][f"{node['html'][:160]}: {'; '.join(reasons)}"] = None
    return [
        Violation(address, rule, text, tuple(record["elements"]), tuple(record["views"]))
        for (rule, text), record in seen.items()
    ]
