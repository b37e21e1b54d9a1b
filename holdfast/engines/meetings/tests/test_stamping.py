"""The stamp stands at the foot of the page as it is seen, however the page lies in its file."""

import io
from datetime import date

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engines.meetings.documents import stamping

corner = st.integers(-300, 300)
side = st.integers(100, 1500)


def page_of(rotation, box, *, inherited, swapped):
    """One page; its angle may be said by the tree above it, its corners in either order."""
    made = pikepdf.Pdf.new()
    made.add_blank_page(page_size=(100, 100))
    page = made.pages[0]
    left, low, wide, high = box
    corners = [left, low, left + wide, low + high]
    page.mediabox = [*corners[2:], *corners[:2]] if swapped else corners
    (page.obj.Parent if inherited else page.obj).Rotate = rotation
    return made


def seen(point, rotation, box):
    """Where a point of the page's own space is seen, from the foot and the left of the screen."""
    left, low, wide, high = box
    x, y = point[0] - left, point[1] - low
    return {0: (x, y), 90: (y, wide - x), 180: (wide - x, high - y), 270: (high - y, x)}[
        rotation % 360
    ]


def placed(made):
    """Return the stamp's matrix on the first page, and its size."""
    out = io.BytesIO()
    made.save(out)
    with pikepdf.open(io.BytesIO(out.getvalue())) as opened:
        page = opened.pages[0]
        page.contents_coalesce()
        steps = list(pikepdf.parse_content_stream(page))
        matrix = next(values for values, step in reversed(steps) if str(step) == "cm")
        (form,) = page.Resources.XObject.values()
        return [float(one) for one in matrix], [float(one) for one in form.BBox][2:]


@given(
    st.sampled_from([0, 90, 180, 270, -90, 450]),
    st.tuples(corner, corner, side, side),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=30, deadline=None)
def test_a_stamp_stands_upright_at_the_foot_of_every_page(rotation, box, inherited, swapped):
    made = page_of(rotation, box, inherited=inherited, swapped=swapped)
    stamping.stamp(made, title="T", author="A", on=date(2013, 6, 28), words="For the chair")
    (a, b, c, d, e, f), (wide, high) = placed(made)

    def shown(x, y):
        return seen((a * x + c * y + e, b * x + d * y + f), rotation, box)

    across, up = (box[3], box[2]) if rotation % 180 else (box[2], box[3])
    near = 0.01
    for point, wanted in (((0, 0), (0, 0)), ((0, high), (0, up)), ((wide, 0), (across, 0))):
        found = shown(*point)
        assert abs(found[0] - wanted[0]) < near, (point, found)
        assert abs(found[1] - wanted[1]) < near, (point, found)
