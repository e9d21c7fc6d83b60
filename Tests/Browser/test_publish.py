"""Publishing to servers that run here: what arrives, what is sent, and what is left when it is cut off."""

from __future__ import annotations

import os
import pathlib
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator

import pytest
from harness import places, small
from harness.places import Target
from harness.program import Program, Run, clean_environment
from harness.site import fingerprint

TODAY = "2026-11-23"
RECORD = ".praxis-published"
NEEDS = {"ssh": ("rsync", "ssh-keygen", "ssh"), "s3": ("rclone",), "webdav": ("rclone",)}


@pytest.fixture(params=["ssh", "s3", "webdav"])
def target(request: pytest.FixtureRequest, tmp_path: pathlib.Path) -> Iterator[Target]:
    missing = [name for name in NEEDS[request.param] if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    folder = tmp_path / "host"
    folder.mkdir()
    with getattr(places, request.param)(folder) as target:
        yield target


class Source:
    """A small site that is published to one target."""

    def __init__(self, program: Program, folder: pathlib.Path, target: Target) -> None:
        self.program = program
        self.folder = folder
        self.target = target
        settings = f"{small.FILES['content/site.yaml']}url: https://small.example/\ntargets:\n  web: {target.settings}\n"
        small.write(folder, {"content/site.yaml": settings})

    def edit(self) -> None:
        """A page more, a page less, and a change in a third."""
        agile = self.folder / "content/communities/agile"
        (agile / "guides/retrospective.md").unlink()
        (agile / "guides/stand-up.md").write_text("---\ntitle: Stand up\nkind: how-to\n---\n\nBriefly.\n", "utf-8")
        index = agile / "index.md"
        index.write_text(index.read_text("utf-8").replace("Thursdays", "Fridays"), "utf-8")

    def publish(self, *options: str) -> Run:
        return self.program.run(
            "publish", "--today", TODAY, *options, folder=self.folder, environment=self.target.environment
        )

    def built(self) -> dict[str, str]:
        """What the target is to hold."""
        return {path: sum for path, sum in fingerprint(self.folder / "public").items() if path != ".praxis-output"}

    def published(self) -> dict[str, str]:
        """What the target holds, without the record."""
        return {path: sum for path, sum in self.target.tree().items() if path != RECORD}


@pytest.fixture
def source(program: Program, tmp_path: pathlib.Path, target: Target) -> Source:
    return Source(program, tmp_path / "site", target)


def test_only_the_difference_is_sent(source: Source, target: Target) -> None:
    run = source.publish()
    assert run.code == 0, str(run)
    before = source.built()
    assert source.published() == before
    target.put("communities/agile/guides/retrospective/mine.txt", "somebody's")
    foreign = {"communities/agile/guides/retrospective/mine.txt"}
    stamps = target.stamps()

    source.edit()
    run = source.publish()
    assert run.code == 0, str(run)
    after = source.built()
    assert {path: sum for path, sum in source.published().items() if path not in foreign} == after
    assert foreign <= source.published().keys()
    sent = {path for path, stamp in target.stamps().items() if stamps.get(path) != stamp} - {RECORD}
    assert sent == {path for path, sum in after.items() if before.get(path) != sum}
    assert 0 < len(sent) < len(after) / 2

    stamps = target.stamps()
    run = source.publish()
    assert run.code == 0 and "nothing was sent" in run.output, str(run)
    assert target.stamps() == stamps


def test_a_dry_run_changes_nothing_and_says_what_would(source: Source, target: Target) -> None:
    assert source.publish().code == 0
    stamps = target.stamps()
    source.edit()
    run = source.publish("--dry-run")
    assert run.code == 0, str(run)
    assert "communities/agile/guides/stand-up/index.html" in run.output
    assert "to add" in run.output and "to change" in run.output and "to delete" in run.output
    assert target.stamps() == stamps


def test_cut_off_the_site_works_and_the_next_run_completes_it(source: Source, target: Target) -> None:
    assert source.publish().code == 0
    before = source.built()
    source.edit()
    # Slow enough to be caught in the middle.
    environment = clean_environment() | target.environment | {"RCLONE_TPSLIMIT": "20", "RCLONE_TRANSFERS": "1"}
    stamps = target.stamps()
    process = subprocess.Popen(
        [source.program.path, "publish", "--today", TODAY],
        cwd=source.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    while process.poll() is None:
        changed = {path for path, stamp in target.stamps().items() if stamps.get(path) != stamp}
        if changed - {RECORD}:
            break
        time.sleep(0.001)
    os.killpg(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "it ended before it was cut off"
    after = source.built()

    there = source.published()
    assert before.keys() <= there.keys(), "what readers may be looking at is deleted last"
    for path, sum in there.items():
        # A share may hold half of the one file that was on its way.
        assert sum in {before.get(path), after.get(path)} or "webdav" in str(target.environment), path
    run = source.publish()
    assert run.code == 0, str(run)
    assert "did not get to its end" in run.output + run.errors
    assert source.published() == after


def test_a_foreign_file_in_the_way_stops_everything(source: Source, target: Target) -> None:
    target.put("index.html", "somebody's")
    run = source.publish()
    assert run.code == 3, str(run)
    assert "index.html" in run.errors and "web has files that Praxis did not put there" in run.errors
    assert source.published().keys() == {"index.html"}


# What cannot work


@pytest.mark.parametrize(
    ("settings", "program_needed", "said"),
    [
        ('{rsync: "127.0.0.1:/srv/www", port: 1}', "rsync", "log in there by a key"),
        ('{rclone: "nosuchremote:bucket"}', "rclone", "rclone knows no remote of that name"),
        ("{git: /nowhere/at/all.git}", "git", "see that the repository is there"),
        ("{folder: /proc/nothing/here}", "sh", "web cannot take"),
    ],
    ids=["rsync", "rclone", "git", "folder"],
)
def test_what_cannot_be_reached_is_said_plainly(
    program: Program, tmp_path: pathlib.Path, settings: str, program_needed: str, said: str
) -> None:
    if shutil.which(program_needed) is None:
        pytest.skip(f"not installed: {program_needed}")
    run = Source(program, tmp_path, Target(settings, tmp_path)).publish()
    assert run.code == 3, str(run)
    assert run.errors.splitlines()[-1] != "" or said in run.errors
    assert said in run.errors and "praxis: web " in run.errors, str(run)


def test_a_bucket_that_is_not_there_is_not_made(program: Program, tmp_path: pathlib.Path) -> None:
    if shutil.which("rclone") is None:
        pytest.skip("not installed: rclone")
    folder = tmp_path / "host"
    folder.mkdir()
    with places.s3(folder) as target:
        other = Target('{rclone: "place:bukcet/site"}', folder, target.environment)
        run = Source(program, tmp_path / "site", other).publish()
        assert run.code == 3 and "make the bucket" in run.errors, str(run)
        assert [bucket["Name"] for bucket in target.client.list_buckets()["Buckets"]] == ["bucket"]


@pytest.mark.parametrize("kind", ["git: origin", 'rsync: "host:/srv"', 'rclone: "s3:bucket"'])
def test_a_missing_program_is_named(program: Program, tmp_path: pathlib.Path, kind: str) -> None:
    source = Source(program, tmp_path, Target(f"{{{kind}}}", tmp_path, {"PATH": str(tmp_path)}))
    run = source.publish()
    assert run.code == 3, str(run)
    assert f"web needs the program {kind.split(':')[0]}, which is not installed" in run.errors


def test_an_unknown_target_is_told_what_is_near(program: Program, tmp_path: pathlib.Path) -> None:
    source = Source(program, tmp_path, Target("{folder: ../www}", tmp_path))
    run = source.publish("wbe")
    assert run.code == 2 and 'did you mean "web"?' in run.errors, str(run)
    assert not (tmp_path / "public").exists()


def test_errors_in_the_content_are_exit_code_1(program: Program, tmp_path: pathlib.Path) -> None:
    source = Source(program, tmp_path / "site", Target("{folder: ../www}", tmp_path / "www"))
    (source.folder / "content/index.md").write_text("---\ntitle: Small\n---\n\n[Nowhere](nowhere.md)\n", "utf-8")
    run = source.publish()
    assert run.code == 1, str(run)
    assert not (tmp_path / "www").exists()
