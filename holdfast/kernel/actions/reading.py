"""Reading a YAML file so that a mistake is told in one sentence: file, line, field, value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

import yaml

from holdfast.kernel.actions.dated import Dated, Precision

LARGEST = 400_000
NULL = "tag:yaml.org,2002:null"


class BadFile(ValueError):
    """The file cannot be used. The message says where, what was found and what is wanted."""


@dataclass(frozen=True)
class Field:
    """One value of the file and where it stands."""

    file: str
    name: str
    node: yaml.Node

    def fail(self, wanted: str) -> NoReturn:
        line = self.node.start_mark.line + 1
        raise BadFile(f"{self.file}, line {line}, {self.name}: {self._found}. {wanted}")

    @property
    def _found(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            shown = " ".join(self.node.value.split())
            return f"found “{shown[:60]}”" if shown else "found nothing"
        return "found a list" if isinstance(self.node, yaml.SequenceNode) else "found a group"

    @property
    def empty(self) -> bool:
        return isinstance(self.node, yaml.ScalarNode) and self.node.tag == NULL

    def text(self, *, most: int = 300, may_be_empty: bool = False) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or self.empty:
            self.fail("Write a text here.")
        said = str(self.node.value).strip()
        if not said and not may_be_empty:
            self.fail("Write a text here.")
        if len(said) > most:
            self.fail(f"Shorten it to {most} characters; it has {len(said)}.")
        return said

    def number(self, *, least: int, most: int) -> int:
        said = self.text()
        if not (said.isascii() and said.isdigit() and len(said) < 10):
            self.fail("Write a whole number.")
        if not least <= int(said) <= most:
            self.fail(f"Write a number from {least} to {most}.")
        return int(said)

    def flag(self) -> bool:
        said = self.text()
        if said not in {"true", "false"}:
            self.fail("Write true or false.")
        return said == "true"

    def one_of(self, known: Mapping[str, object] | set[str], what: str) -> str:
        said = self.text()
        if said not in known:
            self.fail(f"Write {what}: {', '.join(sorted(known))}.")
        return said

    def dated(self) -> Dated:
        try:
            return Dated.read(self.text())
        except BadFile:
            raise
        except ValueError as wrong:
            self.fail(str(wrong))

    def day(self) -> date:
        dated = self.dated()
        if dated.precision is not Precision.DAY:
            self.fail("Write the whole day, such as 2013-03-31.")
        return dated.first

    def items(self) -> list["Field"]:
        if not isinstance(self.node, yaml.SequenceNode):
            self.fail("Write a list here.")
        return [
            Field(self.file, f"{self.name} {n}", node) for n, node in enumerate(self.node.value, 1)
        ]

    def texts(self, *, most: int = 300) -> tuple[str, ...]:
        return tuple(item.text(most=most) for item in self.items())

    def group(self, *, must: set[str], may: set[str] | None = None) -> dict[str, "Field"]:
        """Return the named fields of a group; refuse unknown, missing and doubled names."""
        if not isinstance(self.node, yaml.MappingNode):
            self.fail("Write a group of named fields here.")
        known = must | (may or set())
        found: dict[str, Field] = {}
        for key, value in self.node.value:
            name = Field(self.file, f"{self.name}, a name", key).one_of(known, "a known name")
            if name in found:
                Field(self.file, f"{self.name}, {name}", value).fail("This name stands twice.")
            found[name] = Field(self.file, f"{self.name}, {name}", value)
        missing = sorted(must - set(found))
        if missing:
            self.fail(f"Add what is missing: {', '.join(missing)}.")
        return found


def items_of(said: Mapping[str, Field], name: str) -> list[Field]:
    """Return the items of a list that may be left out."""
    return said[name].items() if name in said else []


def decoded(content: bytes, *, file: str) -> str:
    """Return a file's text, or say that it is none."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadFile(f"{file}: this is not plain text. Save it as UTF-8 text.") from None


def open_text(text: str, *, file: str, form: str) -> Field:
    """Parse a file into its top group, after checking that it is of the expected form."""
    if len(text) > LARGEST:
        raise BadFile(f"{file}: the file is larger than {LARGEST:,} characters. Send less.")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        raise BadFile(f"{file}, line {line}: this is not YAML. Correct that line.") from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise BadFile(f"{file}: this is not a YAML text. Save it as plain text.") from None
    if node is None:
        raise BadFile(f"{file}: the file is empty. Its first line says “form: {form}”.")
    top = Field(file, "the file", node)
    if not _is_form(node, form):
        top.fail(f"Its first line says “form: {form}”.")
    return top


def _is_form(node: yaml.Node, form: str) -> bool:
    """Say whether the first field names the form, so that another kind of file is told at once."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        return False
    key, value = node.value[0]
    return getattr(key, "value", None) == "form" and getattr(value, "value", None) == form
