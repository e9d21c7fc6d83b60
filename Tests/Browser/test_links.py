"""Every link, form, image and script of every page leads to something that is there."""

import pathlib

from harness import references
from harness.site import Site


def test_every_reference_leads_somewhere(site: Site) -> None:
    _check(references.dangling(site))


def test_every_reference_of_the_kubernetes_site_leads_somewhere(kubernetes_site: Site) -> None:
    _check(references.dangling(kubernetes_site))


def test_dangling_references_are_found(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<p id="here"><a href="../">up</a>')
    (tmp_path / "index.html").write_text(
        '<a href="a/">fine</a> <a href="./a/#here">fine</a> <a href="https://example.org/">fine</a>'
        '<a href="a/#there">?</a> <a href="b/">?</a> <a href="/a/">?</a> <a href="../a/">?</a> <img src="x.png">'
    )
    found = references.dangling(Site(tmp_path))
    assert [line.split(": ", 1)[1] for line in found] == [
        "'a/#there': no such place on that page",
        "'b/': no such file",
        "'/a/': not relative, so it leads elsewhere below a sub-path",
        "'../a/': leads out of the site",
        "'x.png': no such file",
    ]


def _check(found: list[str]) -> None:
    assert not found, f"{len(found)} references lead nowhere:\n" + "\n".join(found[:40])
