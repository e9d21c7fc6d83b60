"""Places to publish to, on this machine: an ssh server, a bucket, a WebDAV share."""

from __future__ import annotations

import contextlib
import getpass
import hashlib
import pathlib
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def running(port: int, command: list[str], log: pathlib.Path, **options: object) -> Iterator[None]:
    """A server from the time that it takes connections until it is no longer needed."""
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, **options)
        try:
            while True:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                assert process.poll() is None, log.read_text("utf-8", "replace")
                time.sleep(0.05)
            yield
        finally:
            process.terminate()
            process.wait()


@dataclass(frozen=True)
class Target:
    """A place to publish to, and how to look at it from outside."""

    #: What site.yaml says of it.
    settings: str
    #: What it holds, on disk.
    folder: pathlib.Path
    environment: dict[str, str] = field(default_factory=dict)

    def tree(self) -> dict[str, str]:
        """By path, what every file holds."""
        return {
            str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file()
        }

    def stamps(self) -> dict[str, object]:
        """By path, what changes when a file is sent again, whatever is in it."""
        return {
            str(path.relative_to(self.folder)): (path.stat().st_ino, path.stat().st_mtime_ns)
            for path in self.folder.rglob("*")
            if path.is_file()
        }

    def put(self, path: str, text: str) -> None:
        """Puts a file there past the program."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, "utf-8")


class Bucket(Target):
    """A bucket of an S3 server."""

    client = None

    def tree(self) -> dict[str, str]:
        return {key: hashlib.sha256(body).hexdigest() for key, (body, _) in self._objects().items()}

    def stamps(self) -> dict[str, object]:
        return {key: version for key, (_, version) in self._objects().items()}

    def put(self, path: str, text: str) -> None:
        self.client.put_object(Bucket="bucket", Key=f"site/{path}", Body=text.encode("utf-8"))

    def _objects(self) -> dict[str, tuple[bytes, object]]:
        found = {}
        for page in self.client.get_paginator("list_objects_v2").paginate(Bucket="bucket", Prefix="site/"):
            for entry in page.get("Contents", []):
                got = self.client.get_object(Bucket="bucket", Key=entry["Key"])
                # The bucket keeps versions, so that each time a file is sent has a name.
                found[entry["Key"].removeprefix("site/")] = (got["Body"].read(), got["VersionId"])
        return found


@contextlib.contextmanager
def ssh(folder: pathlib.Path) -> Iterator[Target]:
    """A folder behind an ssh server of its own, with its own keys."""
    server = shutil.which("sshd") or "/usr/sbin/sshd"
    port = free_port()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/user.pub\n"
        f"PidFile {folder}/pid\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPermitRootLogin yes\n"
    )
    (folder / "ssh_config").write_text(
        f"Host *\n  IdentityFile {folder}/user\n  IdentitiesOnly yes\n  BatchMode yes\n  LogLevel ERROR\n"
        f"  StrictHostKeyChecking no\n  UserKnownHostsFile {folder}/known_hosts\n"
    )
    with contextlib.suppress(OSError):
        # Where Debian's server goes when it has dropped its rights; its package makes it at each start of the system.
        pathlib.Path("/run/sshd").mkdir(exist_ok=True)
    place = folder / "www"
    with running(port, [server, "-D", "-e", "-f", str(folder / "sshd_config")], folder / "log"):
        yield Target(
            f'{{rsync: "{getpass.getuser()}@127.0.0.1:{place}", port: {port}}}',
            place,
            {"RSYNC_RSH": f"ssh -F {folder}/ssh_config"},
        )


@contextlib.contextmanager
def s3(folder: pathlib.Path) -> Iterator[Target]:
    """A bucket of moto's server."""
    import boto3

    port = free_port()
    with running(port, [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], folder / "log"):
        client = boto3.client(
            "s3",
            endpoint_url=f"http://127.0.0.1:{port}",
            aws_access_key_id="key",
            aws_secret_access_key="secret",
            region_name="us-east-1",
        )
        client.create_bucket(Bucket="bucket")
        client.put_bucket_versioning(Bucket="bucket", VersioningConfiguration={"Status": "Enabled"})
        configuration = folder / "rclone.conf"
        configuration.write_text(
            "[place]\ntype = s3\nprovider = Other\naccess_key_id = key\nsecret_access_key = secret\n"
            f"region = us-east-1\nendpoint = http://127.0.0.1:{port}\n"
        )
        bucket = Bucket(
            '{rclone: "place:bucket/site"}', folder, {"RCLONE_CONFIG": str(configuration), "AWS_CA_BUNDLE": ""}
        )
        object.__setattr__(bucket, "client", client)
        yield bucket


@contextlib.contextmanager
def webdav(folder: pathlib.Path) -> Iterator[Target]:
    """A folder behind rclone's own WebDAV server."""
    port = free_port()
    place = folder / "share"
    place.mkdir()
    command = ["rclone", "serve", "webdav", str(place), "--addr", f"127.0.0.1:{port}", "--dir-cache-time", "0s"]
    configuration = folder / "rclone.conf"
    configuration.write_text(f"[place]\ntype = webdav\nurl = http://127.0.0.1:{port}\nvendor = other\n")
    with running(port, command, folder / "log"):
        yield Target('{rclone: "place:site"}', place / "site", {"RCLONE_CONFIG": str(configuration)})
