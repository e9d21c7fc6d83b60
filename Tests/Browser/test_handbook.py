"""What the handbook says of the theme's scripts is what they look for."""

from __future__ import annotations

import re

from harness.program import REPOSITORY

CHAPTER = REPOSITORY / "content/communities/community-stewards/guides/make-a-theme.md"
TEMPLATES = REPOSITORY / "themes/commons/templates"


def test_the_chapter_on_themes_names_every_hook_of_the_search() -> None:
    assets = REPOSITORY / "themes/commons/assets"
    scripts = "".join((assets / name).read_text("utf-8") for name in ["search-box.js", "search-page.js"])
    hooks = set(re.findall(r"data-search-[a-z]+", scripts))
    assert {"data-search-dialog", "data-search-facet"} <= hooks
    assert hooks <= set(re.findall(r"data-search-[a-z]+", CHAPTER.read_text("utf-8")))


def test_the_chapter_on_themes_names_every_sentence_of_the_search() -> None:
    files = ["components/search-dialog.mustache", "pages/search.mustache"]
    templates = "".join((TEMPLATES / name).read_text("utf-8") for name in files)
    sentences = {
        name
        for status in re.findall(r"<p [^>]*data-search-status[^>]*>", templates)
        for name in re.findall(r'(data-[a-z-]+)="', status)
    }
    assert {"data-none", "data-all-other"} <= sentences
    assert sentences <= set(re.findall(r"data-[a-z-]+", CHAPTER.read_text("utf-8")))
