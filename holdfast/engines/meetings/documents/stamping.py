"""
The stamp at the foot of every page of a pack: its number of all, and for whom the copy was made.

A page may lie on its side: `/Rotate` turns it when it is shown. The stamp is set for the page as a
reader sees it, and turned back by the same angle, so that it is read without turning the head.
"""

import io
from datetime import date

import pikepdf

from holdfast.engines.meetings.documents import setting

SMALLEST = 20.0
"""A page narrower than this, in points, has no room for words; it is stamped as if it had."""
Size = tuple[float, float]


def stamp(bound: pikepdf.Pdf, *, title: str, author: str, on: date, words: str) -> None:
    """Print on every page its number of all, and for whom this copy was made."""
    sizes = [seen_size(page) for page in bound.pages]
    made = setting.compiled(
        "stamp",
        title=title,
        author=author,
        on=on,
        pages=len(sizes),
        sizes=[[max(side, SMALLEST) for side in size] for size in sizes],
        stamp=words,
    )
    with pikepdf.open(io.BytesIO(made)) as stamps:
        for page, one in zip(bound.pages, stamps.pages, strict=True):
            page.add_overlay(one, box_of(page))


def box_of(page: pikepdf.Page) -> pikepdf.Rectangle:
    """Return the part of a page that is shown. A file may name any two opposite corners."""
    left, low, right, high = (float(side) for side in page.cropbox)
    return pikepdf.Rectangle(min(left, right), min(low, high), max(left, right), max(low, high))


def seen_size(page: pikepdf.Page) -> Size:
    """Return a page's width and height as it is seen, after it was turned."""
    box = box_of(page)
    wide, high = float(box.width), float(box.height)
    return (high, wide) if turned(page) % 180 else (wide, high)


def turned(page: pikepdf.Page) -> int:
    """Return by how many degrees a page is turned when it is shown; its parents may say it."""
    node: pikepdf.Object | None = page.obj
    while node is not None:
        if "/Rotate" in node:
            return int(node["/Rotate"]) % 360
        node = node.get("/Parent")
    return 0
