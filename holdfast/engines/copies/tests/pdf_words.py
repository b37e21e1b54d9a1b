"""Reads the words out of a PDF as a screen reader finds them: glyphs through each font's map."""

import re
from io import BytesIO

import pikepdf

PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def words_of(content: bytes) -> str:
    """Every word of every page, in the order in which it is drawn."""
    with pikepdf.open(BytesIO(content)) as book:
        return re.sub(r"\s+", " ", " ".join(_page(page) for page in book.pages))


def _page(page: pikepdf.Page) -> str:
    fonts = {name: _letters(font) for name, font in page.Resources.Font.items()}
    said, letters = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) == "TJ":
            strings = [part for part in operands[0] if isinstance(part, pikepdf.String)]
            said += [_said(part, letters) for part in strings]
        elif str(operator) == "Tj":
            said.append(_said(operands[0], letters))
        elif str(operator) == "ET":
            said.append(" ")
    return "".join(said)


def _said(text: pikepdf.String, letters: dict[int, str]) -> str:
    codes = bytes(text)
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(letters.get(high * 256 + low, "") for high, low in pairs)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    found: dict[int, str] = {}
    text = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.S):
        found |= {int(code, 16): _unicode(letter) for code, letter in PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, letter in RANGE.findall(block):
            start = int(letter, 16)
            codes = range(int(first, 16), int(last, 16) + 1)
            found |= {code: chr(start + at) for at, code in enumerate(codes)}
    return found


def _unicode(letter: bytes) -> str:
    return bytes.fromhex(letter.decode()).decode("utf-16-be")
