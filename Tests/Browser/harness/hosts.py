"""Real web servers with the configuration that a build writes, each with its own folder and port, as the current user."""

from __future__ import annotations

import contextlib
import http.client
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass

_SYSTEM = [pathlib.Path("/usr/sbin"), pathlib.Path("/opt/homebrew/bin"), pathlib.Path("/usr/local/bin")]
_MODULES = [pathlib.Path("/usr/lib/apache2/modules"), pathlib.Path("/opt/homebrew/lib/httpd/modules")]


@dataclass(frozen=True)
class Answer:
    """What a server said to one request."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def __getitem__(self, name: str) -> str | None:
        return self.headers.get(name)


class Host:
    """A server that runs; `address` is where the site's root is, `root` the folder that was built."""

    def __init__(self, port: int, prefix: str, root: pathlib.Path) -> None:
        self.port, self.prefix, self.root = port, prefix, root
        self.address = f"http://127.0.0.1:{port}{prefix}"

    def get(self, path: str, **headers: str) -> Answer:
        """Asks for a path below the site's root, once, following nothing."""
        return self.ask(self.prefix + path, **headers)

    def ask(self, address: str, **headers: str) -> Answer:
        """The same for an address from the host's root on."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", address, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()


@contextlib.contextmanager
def readable_folder() -> Iterator[pathlib.Path]:
    """A folder that a server which gives up the rights of root can still read."""
    with tempfile.TemporaryDirectory(prefix="praxis-hosts-") as name:
        os.chmod(name, 0o755)
        yield pathlib.Path(name).resolve()


def program(*names: str) -> str | None:
    """Where one of some programs is."""
    for name in names:
        if found := shutil.which(name) or next((str(f / name) for f in _SYSTEM if (f / name).is_file()), None):
            return found
    return None


@contextlib.contextmanager
def nginx(top: pathlib.Path, prefix: str, work: pathlib.Path) -> Iterator[Host]:
    site, port = top / prefix.strip("/"), _free_port()
    binary = program("nginx")
    types = next(p for p in ["/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types"] if os.path.exists(p))
    kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    configuration = work / "nginx.conf"
    configuration.write_text(
        ("user root;\n" if os.geteuid() == 0 else "")
        + f"daemon off;\nworker_processes 1;\npid {work}/nginx.pid;\nerror_log {work}/nginx.log;\nevents {{}}\nhttp {{\n"
        + f"  include {types};\n  access_log off;\n"
        + "".join(f"  {kind}_temp_path {work}/{kind};\n" for kind in kinds)
        + f"  server {{\n    listen 127.0.0.1:{port};\n    root {top};\n    include {site}/.praxis-host/nginx.conf;\n  }}\n}}\n"
    )
    with _running([binary, "-p", str(work), "-e", f"{work}/nginx.log", "-c", str(configuration)], port, work):
        yield Host(port, prefix, site)


@contextlib.contextmanager
def apache(top: pathlib.Path, prefix: str, work: pathlib.Path) -> Iterator[Host]:
    port = _free_port()
    modules = next(folder for folder in _MODULES if folder.is_dir())
    wanted = ["mpm_event", "authz_core", "dir", "mime", "alias", "headers", "rewrite", "autoindex"]
    lines = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in wanted if (modules / f"mod_{name}.so").is_file()]
    if os.geteuid() == 0:
        lines += ["User www-data", "Group www-data"]
    lines += [
        f"ServerRoot {work}", f"DefaultRuntimeDir {work}", "ServerName localhost", f"Listen 127.0.0.1:{port}",
        f"PidFile {work}/apache.pid", f"ErrorLog {work}/apache.log", "TypesConfig /etc/mime.types", f"DocumentRoot {top}",
        f"<Directory {top}>", "  AllowOverride FileInfo Indexes", "  Require all granted", "</Directory>",
    ]  # fmt: skip
    configuration = work / "apache.conf"
    configuration.write_text("\n".join(lines) + "\n")
    with _running([program("apache2", "httpd"), "-D", "FOREGROUND", "-f", str(configuration)], port, work):
        yield Host(port, prefix, top / prefix.strip("/"))


@contextlib.contextmanager
def caddy(top: pathlib.Path, prefix: str, work: pathlib.Path) -> Iterator[Host]:
    site, port = top / prefix.strip("/"), _free_port()
    configuration = work / "Caddyfile"
    configuration.write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n"
        f"http://:{port} {{\n\tbind 127.0.0.1\n\troot * {top}\n\timport {site}/.praxis-host/Caddyfile\n}}\n"
    )
    command = [program("caddy"), "run", "--adapter", "caddyfile", "--config", str(configuration)]
    with _running(command, port, work):
        yield Host(port, prefix, site)


SERVERS = {"nginx": (nginx, ["nginx"]), "apache": (apache, ["apache2", "httpd"]), "caddy": (caddy, ["caddy"])}


@contextlib.contextmanager
def _running(command: list[str], port: int, work: pathlib.Path) -> Iterator[None]:
    """Runs a server until the `with` statement ends; what it says goes into the work folder."""
    environment = os.environ | {"HOME": str(work), "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with open(work / "said.log", "wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=work, env=environment)
    try:
        _wait(process, port, work)
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(process: subprocess.Popen[bytes], port: int, work: pathlib.Path) -> None:
    """Until the server takes connections."""
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
            return
        time.sleep(0.02)
    logs = "".join(log.read_text("utf-8", "replace") for log in sorted(work.glob("*.log")))
    raise RuntimeError(f"{process.args[0]} does not start:\n{logs}")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
