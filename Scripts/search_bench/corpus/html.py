"""Reads a page of HTML documentation: its title and its main content, without navigation."""

from __future__ import annotations

import re

import lxml.html
from lxml.html import HtmlElement

from search_bench.corpus.document import Block, Document, Kind

_MAIN = (
    "//main",
    "//*[@role='main']",
    "//*[@id='main-content']",
    "//article",
    "//*[@id='content']",
    "//body",
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = set(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure form hr li "
    "main ol p section summary table tbody td tfoot th thead tr ul".split()
)
_ITEMS = {"li", "tr"}
_CELLS = {"td", "th"}
_LEFT_OUT = set(
    "audio button canvas footer head iframe img input nav noscript object script select style svg textarea "
    "video".split()
)
_LEFT_OUT_CLASSES = set(
    "breadcrumbs contents footer headerlink hideme menu navfooter navheader navigation out-of-band related"
    " rst-footer-buttons sidebar since sphinxsidebar srclink toc toctree-wrapper".split()
)
_CODE = {"code", "kbd", "samp", "tt"}
_SPACE = re.compile(r"\s+")
_NUMBERING = re.compile(r"^(?:(?:Chapter|Appendix|Part)\s+[\dA-Z]+\.|(?:\d+|[A-Z])(?:\.\d+)*\.)\s+")
# Control characters and the private use area, which some themes take signs from.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ue000-\uf8ff\ufeff\ufffd¶§]"
)
_LEAST_WORDS = 40
_LONGEST_TITLE = 160


def document(name: str, source: bytes) -> Document | None:
    """The page, or `None` if it only leads elsewhere, has next to no text, or is in another script than Latin."""
    if not source.strip():
        return None
    # XHTML says its encoding in a declaration that a parser of HTML takes from no string.
    tree = lxml.html.document_fromstring(source, parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    if tree.xpath("//meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"):
        return None
    main = next((found[0] for path in _MAIN if (found := tree.xpath(path))), None)
    if main is None:
        return None
    title = _title(tree, main)
    reader = _Reader()
    reader.walk(main)
    reader.end()
    blocks = _after_title(title, reader.blocks)
    words = sum(len(block.text.split()) for block in blocks if block.kind in ("text", "item"))
    if not title or words < _LEAST_WORDS or not _is_latin("".join(block.text for block in blocks)):
        return None
    return Document(name, title[:_LONGEST_TITLE], blocks)


def _title(tree: HtmlElement, main: HtmlElement) -> str:
    """The only heading of the first level, else the first heading that the head begins with, else what it says."""
    head = _tidy(tree.findtext(".//title") or "")
    first = [title for element in main.iterfind(".//h1") if (title := _plain(element))]
    if len(first) == 1:
        return first[0]
    for element in main.iter(*_HEADINGS):
        if (title := _plain(element)) and head.startswith(title):
            return title
    outside = tree.findall(".//h1")
    return _plain(outside[0]) if len(outside) == 1 else head


def _after_title(title: str, blocks: list[Block]) -> tuple[Block, ...]:
    """What comes after the heading that is the title; all if there is none."""
    places = [place for place, block in enumerate(blocks) if block.kind == "heading" and block.text == title]
    return tuple(blocks[places[0] + 1 :] if places else blocks)


def _plain(element: HtmlElement) -> str:
    reader = _Reader()
    reader.walk(element, is_inside=True)
    reader.end()
    return _tidy(" ".join(block.text for block in reader.blocks))


def _tidy(text: str) -> str:
    """Without the number of a chapter or section."""
    return _NUMBERING.sub("", _SPACE.sub(" ", _UNWANTED.sub("", text)).strip())


def _is_latin(text: str) -> bool:
    return len(text.encode("ascii", "ignore")) >= 0.8 * len(text)


class _Reader:
    """Collects blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[tuple[str, bool]] = []
        self._kind: Kind = "text"

    def walk(self, element: HtmlElement, is_code: bool = False, is_inside: bool = False) -> None:
        """Goes through an element; `is_inside` if a heading is to count as text."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _LEFT_OUT or _is_left_out(element):
            return
        if tag in _HEADINGS and not is_inside:
            self.end()
            if text := _plain(element):
                self.blocks.append(Block("heading", ((text, False),), _HEADINGS[tag]))
            return
        if tag == "pre":
            self.end()
            code = _UNWANTED.sub("", element.text_content()).strip("\n")
            if code.strip():
                self.blocks.append(Block("code", ((code, True),)))
            return
        is_block = tag in _BLOCKS and tag not in _CELLS
        if is_block:
            self.end()
            self._kind = "item" if tag in _ITEMS else self._kind if tag in ("p", "div") else "text"
        elif tag == "br" or tag in _CELLS:
            self._runs.append((" ", False))
        is_code = is_code or tag in _CODE
        self._say(element.text, is_code)
        for child in element:
            self.walk(child, is_code, is_inside)
            self._say(child.tail, is_code)
        if is_block:
            self.end()
            self._kind = "text"

    def _say(self, text: str | None, is_code: bool) -> None:
        if text:
            self._runs.append((text, is_code))

    def end(self) -> None:
        """Ends the block that is being collected."""
        runs: list[tuple[str, bool]] = []
        ends_in_space = True
        for text, is_code in self._runs:
            text = _SPACE.sub(" ", _UNWANTED.sub("", text))
            if ends_in_space:
                text = text.lstrip(" ")
            if not text:
                continue
            ends_in_space = text.endswith(" ")
            if runs and runs[-1][1] == is_code:
                runs[-1] = (runs[-1][0] + text, is_code)
            else:
                runs.append((text, is_code))
        self._runs = []
        if runs:
            runs[-1] = (runs[-1][0].rstrip(" "), runs[-1][1])
        if any(text.strip() for text, _ in runs):
            self.blocks.append(Block(self._kind, tuple(run for run in runs if run[0])))


def _is_left_out(element: HtmlElement) -> bool:
    names = element.get("class")
    return (
        bool(names and not _LEFT_OUT_CLASSES.isdisjoint(names.lower().split())) or element.get("role") == "navigation"
    )
