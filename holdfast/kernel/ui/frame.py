"""What surrounds every page: who is looking, as which post, and what the page says of itself.

The frame is told all of this; it asks nobody. A middleware or the door sets `request.frame`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class NavItem:
    """One entry of the service navigation."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Frame:
    """Plain values for the header, the bands and the foot line.

    `nav_under` are the pages under the current heading. `change_post` and `sign_out` are URL
    names; an empty one is not shown. `sealed` and `demo` are whole sentences; an empty one draws
    no band. `foot` says what the access log now holds.
    """

    partnership: str = ""
    post: str = ""
    signed_in: bool = False
    home_url: str = "/"
    change_post: str = ""
    sign_out: str = ""
    nav: tuple[NavItem, ...] = ()
    nav_under: tuple[NavItem, ...] = ()
    demo: str = ""
    sealed: str = ""
    foot: str = ""


SIGNED_OUT = Frame()
