"""Writes a page of a corpus as Markdown that means the same text."""

from __future__ import annotations

import re

from search_bench.corpus.document import Block

# An address is to be text as well, and no link.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~^{}&$]|:(?=//))")
_AT_START = re.compile(r"^(\d+)?([-+=:.)])")


def body(blocks: tuple[Block, ...]) -> str:
    """What stands below the front matter. Levels of headings begin at 2 and leave none out."""
    parts: list[str] = []
    levels: list[int] = []
    before = ""
    for block in blocks:
        if block.kind == "heading":
            while levels and levels[-1] >= block.level:
                levels.pop()
            levels.append(block.level)
            part = f"{'#' * min(6, len(levels) + 1)} {_inline(block)}"
        elif block.kind == "code":
            part = _fenced(block.text)
        elif block.kind == "item":
            part = f"- {_inline(block)}"
        else:
            part = _inline(block)
        together = block.kind == before == "item"
        parts.append(("\n" if together else "\n\n") + part)
        before = block.kind
    return "".join(parts).strip("\n") + "\n"


def _inline(block: Block) -> str:
    text = "".join(_code(part) if is_code else _SPECIAL.sub(r"\\\1", part) for part, is_code in block.runs)
    return _AT_START.sub(r"\1\\\2", text)


def _code(text: str) -> str:
    ticks = "`" * (_longest_ticks(text) + 1)
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    text = text.strip()
    if not text:
        return lead
    gap = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{lead}{ticks}{gap}{text}{gap}{ticks}{trail}"


def _fenced(text: str) -> str:
    ticks = "`" * max(3, _longest_ticks(text) + 1)
    return f"{ticks}\n{text}\n{ticks}"


def _longest_ticks(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
