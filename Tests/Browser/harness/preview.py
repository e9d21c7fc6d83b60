"""A running preview."""

from __future__ import annotations

import pathlib
import queue
import re
import signal
import subprocess
import threading

from harness.program import Program, clean_environment


class Preview:
    """`praxis serve` on a free port while the `with` statement lasts; `address` is what it printed."""

    def __init__(self, program: Program, site: pathlib.Path, *options: str) -> None:
        command = [str(program.path), "serve", "--port", "0", "--site", str(site), *options]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=clean_environment()
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._said: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def __enter__(self) -> Preview:
        self.address = self.wait_for(r"https?://[^\s/]+:\d+/?").rstrip("/") + "/"
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> int:
        """Ends it as Ctrl-C would, and returns its exit code, or 128 and the number of the signal that ended it."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
        try:
            code = self._process.wait(10)
            return code if code >= 0 else 128 - code
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise AssertionError(f"praxis serve does not end on SIGINT; it said:\n{self.said}") from None

    @property
    def process(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def said(self) -> str:
        while not self._lines.empty():
            self._said.append(self._lines.get())
        return "".join(self._said)

    def _read(self) -> None:
        for line in self._process.stdout or []:
            self._lines.put(line)

    def wait_for(self, pattern: str) -> str:
        """The first text printed that fits, within a minute."""
        while True:
            found = re.search(pattern, "".join(self._said))
            if found:
                return found.group()
            try:
                self._said.append(self._lines.get(timeout=60))
            except queue.Empty:
                self._process.kill()
                raise AssertionError(f"praxis serve does not print {pattern} within a minute:\n{self.said}") from None
