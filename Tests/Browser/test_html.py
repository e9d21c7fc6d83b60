"""What comes out is HTML as the standard has it."""

from harness import nu
from harness.site import Site


def test_every_page_is_valid(site: Site) -> None:
    errors = nu.errors([page.file for page in site.pages], site.root)
    assert not errors, f"{len(errors)} errors:\n" + "\n".join(errors[:40])


def test_a_page_of_each_kind_of_the_kubernetes_site_is_valid(kubernetes_site: Site) -> None:
    errors = nu.errors([page.file for page in kubernetes_site.samples()], kubernetes_site.root)
    assert not errors, f"{len(errors)} errors:\n" + "\n".join(errors[:40])


def test_the_checker_finds_errors(tmp_path) -> None:
    page = tmp_path / "index.html"
    page.write_text('<!DOCTYPE html><html lang="en"><title>x</title><p><img src="a.png"><li>')
    assert [line for line in nu.errors([page], tmp_path) if line.startswith("index.html:1: ")]
