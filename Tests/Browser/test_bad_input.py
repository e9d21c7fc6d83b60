"""Bad input gets a clear word and the right exit code, and the site that was there stays byte for byte."""

from __future__ import annotations

import os
import pathlib
import shutil
import tempfile
from collections.abc import Callable, Iterator

import pytest
from harness import small
from harness.program import Program, Run
from harness.site import fingerprint

GUIDE = "content/communities/agile/guides/retrospective.md"


@pytest.fixture
def folder(program: Program) -> Iterator[pathlib.Path]:
    """The small site, built once, where other users can read it."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="praxis-"))
    folder.chmod(0o755)
    run = program.run("build", folder=small.write(folder))
    assert run.code == 0, str(run)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def build(program: Program, folder: pathlib.Path) -> Callable[..., Run]:
    """Builds again; checks that the output folder is as it was."""

    def run(*arguments: str, prefix: tuple[str, ...] = ()) -> Run:
        before = fingerprint(folder / "public")
        done = program.run("build", *arguments, folder=folder, prefix=prefix)
        assert fingerprint(folder / "public") == before, f"the site that was there has changed\n{done}"
        assert "Fatal error" not in done.said and done.code in (1, 2, 3), str(done)
        return done

    return run


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        (GUIDE, b"---\ntitle: Caf\xe9\n---\n\nText.\n", [f"{GUIDE}:2:11: error:", "UTF-8"]),
        (GUIDE, "---\ntitle: Retro\n---\n\nText.\n".encode("utf-16"), [GUIDE, "UTF-16"]),
        (GUIDE, "---\ntitle: [Retro\nkind: how-to\n---\n\nText.\n", [f"{GUIDE}:", "error:"]),
        (GUIDE, '---\ntitle: "Retro\n---\n\nText.\n', [f"{GUIDE}:", "error:"]),
        (GUIDE, "---\ntitle: Retro\n\tkind: how-to\n---\n\nText.\n", [f"{GUIDE}:3", "error:"]),
        (GUIDE, "---\ntitle: Retro\n\nText.\n", [GUIDE, "---"]),
        (GUIDE, "", [GUIDE, "title"]),
        ("content/communities/agile/index.md", "", ["content/communities/agile/index.md", "title"]),
        ("content/site.yaml", "", ["content/site.yaml", "title"]),
        ("content/site.yaml", "title: [\n", ["content/site.yaml:", "error:"]),
        ("content/site.yaml", b"title: \xff\xfe\n", ["content/site.yaml:1", "UTF-8"]),
        ("content/topics.yaml", "- a\n- b\n", ["content/topics.yaml:1", "error:"]),
        (GUIDE, "---\ntitle: Retro\n---\n\n" + "word " * 1_000_000, [GUIDE, "4 MB"]),
        (GUIDE, "---\ntitle: Retro\nextra: " + "[" * 100 + "]" * 100 + "\n---\n\nText.\n", [f"{GUIDE}:3", "error:"]),
    ],
    ids=[
        "not UTF-8", "UTF-16", "an open list", "an open quote", "a tab", "no end of the front matter", "an empty page",
        "an empty community", "an empty site.yaml", "broken YAML in site.yaml", "site.yaml not UTF-8",
        "topics.yaml a list", "5 MB", "too deeply nested",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_is_an_error_at_its_place(
    folder: pathlib.Path, build: Callable[..., Run], path: str, content: str | bytes, words: list[str]
) -> None:
    small.write(folder, {path: content})
    run = build()
    assert run.code == 1, str(run)
    assert not [word for word in words if word not in run.said], str(run)


@pytest.mark.parametrize("path", [GUIDE, "content/communities/agile/index.md", "content/site.yaml"])
def test_a_folder_where_a_file_should_be(folder: pathlib.Path, build: Callable[..., Run], path: str) -> None:
    (folder / path).unlink()
    (folder / path).mkdir()
    (folder / path / "x.md").write_text("Text.\n")
    run = build()
    assert run.code == 1, str(run)
    assert path in run.said and "folder" in run.said


def test_a_file_where_a_folder_should_be(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    shutil.rmtree(folder / "content" / "communities")
    (folder / "content" / "communities").write_text("Text.\n")
    run = build()
    assert run.code == 1 and "content/communities" in run.said, str(run)


@pytest.mark.parametrize("path", [GUIDE, "content/site.yaml", "content/communities/agile/guides"])
def test_what_may_not_be_read(folder: pathlib.Path, build: Callable[..., Run], path: str) -> None:
    prefix = _as_another_user(folder)
    (folder / path).chmod(0)
    run = build(prefix=prefix)
    (folder / path).chmod(0o755)
    assert run.code in (1, 3), str(run)
    assert path in run.said and "permission" in run.said.lower(), str(run)


def test_a_link_that_leaves_the_site(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    (folder / GUIDE).unlink()
    (folder / GUIDE).symlink_to("/etc/passwd")
    run = build()
    assert run.code == 1 and GUIDE in run.said and "root:" not in run.said, str(run)


def test_no_content_at_all(program: Program, tmp_path: pathlib.Path) -> None:
    run = program.run("build", folder=tmp_path)
    assert run.code in (1, 2, 3), str(run)
    assert "content" in run.said and "praxis init" in run.said
    assert not any(tmp_path.iterdir())


def test_content_that_has_gone(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    shutil.rmtree(folder / "content")
    run = build()
    assert "content" in run.said and "praxis init" in run.said


def test_an_output_folder_that_may_not_be_written(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    small.write(folder, {GUIDE: small.FILES[GUIDE].replace("three", "four")})
    prefix = _as_another_user(folder)
    for path in [folder, folder / "public"]:
        path.chmod(0o555)
    run = build(prefix=prefix)
    for path in [folder, folder / "public"]:
        path.chmod(0o755)
    assert run.code == 3, str(run)
    assert "public" in run.errors


@pytest.mark.parametrize("output", ["/proc/praxis/public", "/proc/praxis"])
def test_an_output_folder_in_a_place_that_cannot_be(
    folder: pathlib.Path, build: Callable[..., Run], output: str
) -> None:
    run = build("--output", output)
    assert run.code == 3 and "/proc/" in run.errors, str(run)


def test_an_output_folder_that_is_a_file(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    (folder / "out").write_text("mine")
    run = build("--output", "out")
    assert run.code in (2, 3) and "out" in run.errors, str(run)
    assert (folder / "out").read_text() == "mine"


def test_an_output_folder_that_holds_somebody_elses_files(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    small.write(folder, {"photos/summer.jpg": "picture", "photos/index.html": "album"})
    run = build("--output", "photos")
    assert run.code in (2, 3) and "photos" in run.errors, str(run)
    assert sorted(os.listdir(folder / "photos")) == ["index.html", "summer.jpg"]


def test_the_content_folder_as_output(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    before = fingerprint(folder / "content")
    run = build("--output", "content")
    assert run.code in (2, 3), str(run)
    assert fingerprint(folder / "content") == before


def test_a_strangers_file_where_a_page_goes(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    small.write(folder, {"content/stand-up.md": "# Stand up\n\nShort.\n"})
    (folder / "public" / "stand-up").mkdir()
    (folder / "public" / "stand-up" / "index.html").write_text("a stranger's")
    run = build()
    assert "stand-up" in run.errors, str(run)


def test_all_errors_are_said_at_once(folder: pathlib.Path, build: Callable[..., Run]) -> None:
    small.write(folder, {GUIDE: "---\ntitle: Retro\nkind: how-too\nlevle: x\n---\n\n[Gone](gone.md)\n"})
    (folder / "content" / "people" / "anna-lind.md").write_bytes(b"---\nname: \xff\n---\n")
    run = build()
    assert run.code == 1
    assert not [word for word in ("how-too", "levle", "gone.md", "anna-lind.md") if word not in run.said], str(run)


def _as_another_user(folder: pathlib.Path) -> tuple[str, ...]:
    """What to run a command with, so that it may not do what only root may; the folder is that user's then."""
    if os.geteuid() != 0:
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("root may read and write everything, and there is no setpriv to become another user")
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, 65534, 65534)
    return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
