"""What somebody does to a site, one small thing after the other; the site never grows."""

from __future__ import annotations

import pathlib
import random
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_GUIDES = "content/communities/agile-teams/guides"
_THEME = "themes/soaked"
_PICTURE = f"{_GUIDES}/board-after-ten-days.svg"


@dataclass(frozen=True)
class Edit:
    """Files to write, or to remove where there is no text, and what a reader then gets."""

    kind: str
    files: dict[str, bytes | None]
    address: str
    # What is in the page afterwards; `None` where there is no page any more.
    shows: bytes | None
    # Whether it is a mistake: the page stays as it is, and the preview says so.
    is_mistake: bool = False


class Author:
    """Thinks of edits of the sample site, the same for the same seed."""

    def __init__(self, folder: pathlib.Path, seed: int) -> None:
        _give_theme(folder)
        self._random = random.Random(seed)
        self._number = 0
        self._pages = {
            str(path.relative_to(folder)): path.read_text("utf-8")
            for path in sorted((folder / "content/communities").glob("*/*/*.md"))
            if path.parent.name in ("guides", "posts", "questions") and "." not in path.stem
        }
        self._settings = (folder / "content/site.yaml").read_text("utf-8")
        self._topics = re.findall(r"^([a-z-]+):$", (folder / "content/topics.yaml").read_text("utf-8"), re.MULTILINE)
        self._picture = (folder / _PICTURE).read_text("utf-8")
        self._new: list[str] = []
        self._kinds: dict[Callable[[], Edit], int] = {
            self._text: 30, self._title: 10, self._topic: 10, self._draft: 5, self._page: 15, self._drawing: 8,
            self._photograph: 5, self._style: 10, self._setting: 2, self._mistake: 5,
        }  # fmt: skip

    def edits(self) -> Iterator[Edit]:
        """Without end. A mistake is mended by the next edit."""
        while True:
            self._number += 1
            edit = self._random.choices(list(self._kinds), list(self._kinds.values()))[0]()
            yield edit
            if edit.is_mistake:
                yield self._mended(edit)

    @property
    def _mark(self) -> str:
        return f"Soaked {self._number}."

    # Pages

    def _chosen(self) -> tuple[str, str]:
        return self._random.choice(list(self._pages.items()))

    def _changed(self, kind: str, path: str, text: str) -> Edit:
        return Edit(kind, {path: f"{text.rstrip()}\n\n{self._mark}\n".encode()}, _address(path), self._mark.encode())

    def _text(self) -> Edit:
        return self._changed("text", *self._chosen())

    def _title(self) -> Edit:
        path, text = self._chosen()
        return self._changed("title", path, _with_field(text, "title", self._mark))

    def _topic(self) -> Edit:
        path, text = self._chosen()
        topics = ", ".join(self._random.sample(self._topics, 2))
        return self._changed("topics", path, _with_field(text, "topics", f"[{topics}]"))

    def _draft(self) -> Edit:
        path, text = self._chosen()
        return self._changed("draft", path, _with_field(text, "status", "draft"))

    def _page(self) -> Edit:
        """A new page; of a few, one is moved or goes."""
        done = self._random.choice(["new", "moved", "gone"]) if self._new else "new"
        if done == "new" and len(self._new) > 9:
            done = "gone"
        if done == "gone":
            old = self._new.pop(0)
            return Edit("page gone", {old: None}, _address(old), None)
        path = f"{_GUIDES}/soaked-{self._number}.md"
        text = f"---\ntitle: New {self._number}\nkind: how-to\n---\n\n{self._mark}\n".encode()
        files: dict[str, bytes | None] = {path: text}
        if done == "moved":
            files[self._new.pop(0)] = None
        self._new.append(path)
        return Edit(f"page {done}", files, _address(path), self._mark.encode())

    def _mistake(self) -> Edit:
        path, text = self._chosen()
        text = _with_field(text, "title", "")
        return Edit("mistake", {path: text.encode()}, _address(path), b"</html>", is_mistake=True)

    def _mended(self, edit: Edit) -> Edit:
        path = next(iter(edit.files))
        return self._changed("mistake mended", path, self._pages[path])

    # All else

    def _drawing(self) -> Edit:
        text = self._picture.replace("A board", self._mark).encode()
        return Edit("drawing", {_PICTURE: text}, "/" + _PICTURE.removeprefix("content/"), self._mark.encode())

    def _photograph(self) -> Edit:
        path = f"{_GUIDES}/soaked.png"
        picture = _picture_of_noise(self._random, 300)
        return Edit("photograph", {path: picture}, "/" + path.removeprefix("content/"), picture[-200:-20])

    def _style(self) -> Edit:
        path = f"{_THEME}/assets/soaked.css"
        return Edit("style", {path: f"/* {self._mark} */\n".encode()}, "soaked.css", self._mark.encode())

    def _setting(self) -> Edit:
        text = re.sub("^title: .*$", f"title: {self._mark}", self._settings, flags=re.MULTILINE)
        return Edit("setting", {"content/site.yaml": text.encode()}, "/", self._mark.encode())


def _give_theme(folder: pathlib.Path) -> None:
    """Gives a site a theme of its own, to be edited like the rest, and publishes pictures whatever pages show of them."""
    settings = folder / "content/site.yaml"
    files = _GUIDES.removeprefix("content/")
    settings.write_text(f"theme: soaked\nfiles: {files}\n{settings.read_text('utf-8')}", "utf-8")
    (folder / _THEME / "assets").mkdir(parents=True)
    (folder / _THEME / "theme.yaml").write_text("name: soaked\nversion: 1.0.0\nextends: commons\n", "utf-8")


def _address(path: str) -> str:
    return "/" + path.removeprefix("content/").removesuffix(".md") + "/"


def _with_field(text: str, field: str, value: str) -> str:
    """A page with another value in a field of its front matter that stands in one line, or is not there."""
    _, front, body = text.split("---\n", 2)
    lines = [line for line in front.splitlines() if not line.startswith(f"{field}:")]
    return "\n".join(["---", *lines, f"{field}: {value}", "---", body])


def _picture_of_noise(chance: random.Random, side: int) -> bytes:
    """A PNG that cannot be compressed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + chance.randbytes(side) for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b"")
