"""WCAG A and AA, as far as a program can tell, in light and dark, on a phone and a wide screen."""

from __future__ import annotations

import pathlib

from harness import axe
from harness.server import StaticServer
from harness.site import Site


def test_a_page_of_each_kind_keeps_the_rules(site: Site, host: StaticServer) -> None:
    _check(axe.audit([host.url(page.route) for page in site.samples()]))


def test_a_page_of_each_kind_of_the_kubernetes_site_keeps_the_rules(kubernetes_site: Site) -> None:
    with StaticServer(kubernetes_site.root, prefix=kubernetes_site.path) as server:
        _check(axe.audit([server.url(page.route) for page in kubernetes_site.samples()]))


def test_the_audit_finds_what_breaks_a_rule_in_the_dark_only(tmp_path: pathlib.Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><html lang="en"><title>Dark</title><style>@media (prefers-color-scheme: dark)'
        "{ body { background: #222; color: #333 } }</style><main><h1>Hard to read</h1></main>"
    )
    with StaticServer(tmp_path) as server:
        found = axe.audit([server.address])
    assert [(violation.rule, violation.views) for violation in found] == [
        ("color-contrast", ("390 px dark", "1280 px dark"))
    ]


def _check(violations: list[axe.Violation]) -> None:
    assert not violations, f"{len(violations)} violations:\n" + "\n".join(map(str, violations[:20]))
