"""Links of the group's texts: within the set to the page's file, out of it to the address upstream."""

from __future__ import annotations

import posixpath
import re

UPSTREAM = "https://github.com/kubernetes/community"

_CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"\[([^\[\]]*)\]\(\s*((?:[^()\s]|\([^()]*\))*)((?:\s+\"[^\"]*\")?)\s*\)")
_DEFINITION = re.compile(r"^(\[[^\]]+\]:[ \t]*)(\S+)", re.MULTILINE)
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff"))


class Links:
    """Knows the files of the set, by their path in the repository, and where the converter put each."""

    def __init__(self, files: dict[str, str], commit: str) -> None:
        self._files = {path.lower(): place for path, place in files.items()}
        self._commit = commit

    def rewrite(self, text: str, source: str) -> str:
        """The text of the file `source` with every link led to its new place; code stays as it is."""
        parts, end = [], 0
        for code in _CODE.finditer(text):
            parts += [self._rewrite(text[end : code.start()], source), code.group()]
            end = code.end()
        return "".join(parts) + self._rewrite(text[end:], source)

    def _rewrite(self, text: str, source: str) -> str:
        def inline(match: re.Match) -> str:
            label, address, title = match.groups()
            target = self.target(address, source)
            return f"[{label}]({target}{title})" if target else label

        def definition(match: re.Match) -> str:
            return match.group(1) + (self.target(match.group(2), source) or match.group(2))

        return _DEFINITION.sub(definition, _INLINE.sub(inline, text))

    def target(self, address: str, source: str) -> str | None:
        """Where a link in the file `source` leads now; nothing for a link without an address."""
        address = address.translate(_ZERO_WIDTH).strip()
        if not address or address.startswith("#") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
            return address or None
        if re.fullmatch(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", address):
            return f"mailto:{address}"
        path, mark, fragment = address.partition("#")
        path = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path))[1:]
        place = self._files.get(path.lower())
        if place is None:
            view = "blob" if "." in posixpath.basename(path) else "tree"
            return f"{UPSTREAM}/{view}/{self._commit}/{path}{mark}{fragment}"
        return posixpath.relpath(place, posixpath.dirname(self._files[source.lower()])) + mark + fragment


def web_address(text: str | None) -> str | None:
    """The address in a field of the data; some say `TBD`, or begin with a space that nobody sees."""
    address = (text or "").translate(_ZERO_WIDTH).strip()
    return address if address.startswith(("http://", "https://")) else None
