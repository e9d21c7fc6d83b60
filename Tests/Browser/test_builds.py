"""What a build promises: the same bytes everywhere, and the old site or the new one, whatever happens to it.

A few instants to kill it at are tried each time; `KILLS=1000` tries as many as it says.
"""

from __future__ import annotations

import hashlib
import os
import pathlib
import random
import resource
import shutil
import signal
import statistics
import subprocess
import time

import pytest
from conftest import TODAY
from harness import small
from harness.program import REPOSITORY, Program, clean_environment

KILLS = int(os.environ.get("KILLS", "25"))


@pytest.fixture
def site(tmp_path: pathlib.Path) -> pathlib.Path:
    """The sample content of the project, to change."""
    folder = tmp_path / "site"
    shutil.copytree(REPOSITORY / "content", folder / "content")
    return folder


def tree_hash(folder: pathlib.Path) -> str:
    """A checksum of the names and bytes of all files below a folder."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def test_the_same_site_gives_the_same_bytes_everywhere(
    program: Program, site: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    # A copy whose folders list their files in another order, in a folder of another name.
    other = tmp_path / "elsewhere" / "another name"
    files = [path.relative_to(site) for path in site.rglob("*") if path.is_file()]
    random.Random(1).shuffle(files)
    for file in files:
        (other / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / file, other / file)
    hashes = {}
    for folder in (site, other):
        for threads in ("1", "2", "4"):
            for zone, locale in (("UTC", "C"), ("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/St_Johns", "sv_SE.UTF-8")):
                environment = {"TZ": zone, "LC_ALL": locale, "LANG": locale}
                run = program.run(
                    "build", "--fresh", "--site", folder, "--threads", threads, "--today", TODAY, environment=environment
                )
                assert run.code == 0, run
                hashes[folder.name, threads, zone, locale] = tree_hash(folder / "public")
    assert len(hashes) == 18
    assert len(set(hashes.values())) == 1, hashes


def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(program: Program, site: pathlib.Path) -> None:
    about = site / "content" / "index.md"
    texts = [about.read_text("utf-8") + f"\n\nSentence {name}.\n" for name in ("one", "two")]
    public = site / "public"

    def build() -> None:
        run = program.run("build", "--site", site, "--today", TODAY)
        assert run.code == 0, run

    whole, durations = set(), []
    # The first builds take over nothing, and longer than those that are cut off.
    for text in texts * 3:
        about.write_text(text, "utf-8")
        began = time.monotonic()
        build()
        durations.append(time.monotonic() - began)
        whole.add(tree_hash(public))
    assert len(whole) == 2
    source = random.Random(1)
    cut = 0
    for number in range(KILLS):
        about.write_text(texts[number % 2], "utf-8")
        process = subprocess.Popen(
            [program.path, "build", "--site", site, "--today", TODAY],
            env=clean_environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(source.uniform(0, statistics.median(durations[2:]) * 1.1))
        process.send_signal(signal.SIGKILL)
        cut += process.wait() == -signal.SIGKILL
        assert tree_hash(public) in whole, f"kill {number}"
    assert cut > KILLS / 2, f"only {cut} of {KILLS} builds were cut off"
    build()
    assert tree_hash(public) in whole
    assert sorted(path.name for path in site.iterdir() if path.name != ".praxis") == ["content", "public"]


def test_a_build_without_memory_leaves_the_old_site(program: Program, site: pathlib.Path) -> None:
    run = program.run("build", "--site", site, "--today", TODAY)
    assert run.code == 0, run
    before = tree_hash(site / "public")
    guides = site / "content/communities/agile-teams/guides"
    for number in range(20):
        text = f"---\ntitle: Large {number}\nkind: how-to\n---\n\n" + "Some *words* of a text.\n\n" * 100_000
        (guides / f"large-{number}.md").write_text(text, "utf-8")
    for megabytes, message in ((100, "needs 320 MB; raise the limit"), (320, "raise the limit and run it again")):
        limit = megabytes << 20
        process = subprocess.run(
            [program.path, "build", "--site", site, "--today", TODAY],
            env=clean_environment(),
            capture_output=True,
            text=True,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        )
        assert process.returncode == 3, process
        assert f"only {megabytes} MB of memory (ulimit -v)" in process.stderr, process
        assert message in process.stderr, process
        assert tree_hash(site / "public") == before, f"with {megabytes} MB"


def test_a_full_disk_leaves_the_old_site(program: Program, tmp_path: pathlib.Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("only root may make a small disk")
    try:
        film = "content/communities/agile/film.bin"
        page = small.FILES["content/communities/agile/index.md"] + "\n[The film](film.bin)\n"
        site = small.write(tmp_path / "site", {film: b"Short", "content/communities/agile/index.md": page})
        arguments = ("build", "--site", site, "--output", disk / "public", "--today", TODAY)
        run = program.run(*arguments)
        assert run.code == 0, run
        before = tree_hash(disk / "public")
        (site / film).write_bytes(bytes(12 << 20))
        run = program.run(*arguments)
        assert run.code == 3, run
        assert "no space" in run.said.lower(), run
        assert tree_hash(disk / "public") == before
        (site / film).write_bytes(b"Short")
        assert program.run(*arguments).code == 0
        assert tree_hash(disk / "public") == before
    finally:
        subprocess.run(["umount", disk], check=True)
