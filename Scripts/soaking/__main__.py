"""Runs the soak; `Scripts/soak --help` says what it takes."""

from __future__ import annotations

import collections
import http.client
import pathlib
import shutil
import statistics
import sys
import tempfile
import time
from argparse import ArgumentParser

from harness.preview import Preview
from harness.program import REPOSITORY, Program

from soaking.edits import Author, Edit
from soaking.memory import WARM_UP, Memory
from soaking.reader import Reader

# A reader who has not seen an edit by then never will.
_PATIENCE = 60.0
_LOOK_AGAIN = 0.05
_STAYS = "the last good pages stay"


def main() -> None:
    """Edits and reads, prints a line a minute and a summary, and fails if an edit did not arrive."""
    parser = ArgumentParser("Scripts/soak", description="Edits a site under a running preview and watches its memory.")
    add = parser.add_argument
    add("seconds", nargs="?", type=float, default=3600, help="how long (%(default)s)")
    add("--pause", metavar="SECONDS", type=float, default=1, help="from one edit to the next, at least (%(default)s)")
    add("--seed", type=int, default=1, help="another one chooses other edits (%(default)s)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="praxis-soak-") as temporary:
        site = pathlib.Path(temporary)
        shutil.copytree(REPOSITORY / "content", site / "content")
        author = Author(site, chosen.seed)
        with Preview(Program.find(), site) as preview:
            Soak(preview, site, author).run(chosen.seconds, chosen.pause)


class Missed(Exception):
    """A reader has not seen an edit in time."""


class Soak:
    """One preview, and all that is done to its site."""

    def __init__(self, preview: Preview, site: pathlib.Path, author: Author) -> None:
        self._preview = preview
        self._site = site
        self._author = author
        self._memory = Memory(preview.process)
        self._counts: collections.Counter[str] = collections.Counter()
        self._times: list[float] = []
        self._failures: list[str] = []

    def run(self, seconds: float, pause: float) -> None:
        began = time.monotonic()
        minute = 0
        for edit in self._author.edits():
            start = time.monotonic()
            if start - began >= seconds:
                break
            try:
                self._do(edit)
            except (Missed, OSError, http.client.HTTPException) as error:
                self._failures.append(f"{edit.kind}, {', '.join(edit.files)}: {error!r}")
                print(f"failed: {self._failures[-1]}\n{self._preview.said[-2000:]}", file=sys.stderr, flush=True)
            now = time.monotonic()
            self._memory.look(now - began)
            if now - began >= (minute + 1) * 60:
                minute = int((now - began) / 60)
                print(f"{minute:4} min {len(self._times):6} edits {self._memory.around(now - began):7.1f} MB", flush=True)
            time.sleep(max(0.0, start + pause - now))
        self._summarise(time.monotonic() - began)

    def _do(self, edit: Edit) -> None:
        said = self._preview.said.count(_STAYS)
        # A page that does not exist yet is not listened to, nor is a picture.
        with Reader(self._preview.address, edit.address if edit.address.endswith("/") else "/") as reader:
            start = time.monotonic()
            for name, text in edit.files.items():
                path = self._site / name
                if text is None:
                    path.unlink()
                else:
                    path.write_bytes(text)
            while not self._has_arrived(edit, reader, said):
                if time.monotonic() - start > _PATIENCE:
                    raise Missed(f"{edit.address} does not show it")
                time.sleep(_LOOK_AGAIN)
            self._times.append(time.monotonic() - start)
        self._counts[edit.kind] += 1

    def _has_arrived(self, edit: Edit, reader: Reader, said: int) -> bool:
        status, text = reader.read(edit.address)
        if edit.is_mistake:
            return status == 200 and self._preview.said.count(_STAYS) > said
        return status == 404 if edit.shows is None else status == 200 and edit.shows in text

    def _summarise(self, seconds: float) -> None:
        kinds = ", ".join(f"{count} {kind}" for kind, count in self._counts.most_common())
        times = sorted(self._times) or [0]
        early, late, growth = self._memory.around(WARM_UP), self._memory.around(seconds), self._memory.growth()
        print(f"\n{len(times)} edits in {seconds / 60:.1f} minutes: {kinds}")
        print(f"until a reader sees one: median {statistics.median(times):.2f} s, longest {times[-1]:.2f} s")
        if early and late and growth is not None:
            print(f"resident memory: {early:.1f} MB after five minutes, {late:.1f} MB at the end ({late / early - 1:+.1%})")
            print(f"{growth:+.1f} MB an hour after the first five minutes; {self._memory.most():.1f} MB at most")
        elif late:
            print(f"resident memory: {late:.1f} MB at the end, {self._memory.most():.1f} MB at most; too short for more")
        print(f"{len(self._failures)} failures")
        sys.exit(1 if self._failures else 0)


if __name__ == "__main__":
    main()
