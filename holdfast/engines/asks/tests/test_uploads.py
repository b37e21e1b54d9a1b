"""Whatever is uploaded is kept whole under its own kind, or refused in a sentence."""

import hashlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.engines.asks import transitions
from holdfast.engines.asks.forms.returns import kind_of_upload
from holdfast.engines.asks.tests.world import TODAY, of
from holdfast.kernel.records.models import File
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import BEGINS, KINDS_OF_FILE, LARGEST_FILE

pytestmark = pytest.mark.django_db
STARTS = st.sampled_from([*BEGINS.values(), b"", b"MZ", b"<html>"])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    start=STARTS,
    rest=st.binary(max_size=60),
    kind=st.sampled_from([*KINDS_OF_FILE, "text/html", "", "application/x-msdownload"]),
)
def test_a_file_is_kept_as_it_came_or_refused(asked, posts, start, rest, kind):
    police, content = of(asked, posts["police_member"]), start + rest
    before = File.objects.count()
    try:
        kept = transitions.attach(
            police, question="policy", title="A paper", content=content, content_type=kind,
            by=posts["police_member"], on=TODAY,
        ).file  # fmt: skip
    except NotAllowed as why:
        assert str(why).endswith(".") and File.objects.count() == before
    else:
        assert kept.sha256 == hashlib.sha256(content).hexdigest()
        assert content.startswith(BEGINS.get(KINDS_OF_FILE[kind], b""))


def test_a_file_that_is_too_large_is_refused(asked, posts):
    with pytest.raises(NotAllowed, match="larger than 10 MB"):
        transitions.attach(
            of(asked, posts["police_member"]), question="policy", title="Much",
            content=b"%PDF-" + b"0" * LARGEST_FILE, content_type="application/pdf",
            by=posts["police_member"], on=TODAY,
        )  # fmt: skip


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_files_kind_is_told_or_guessed_and_never_made_up(name, told):
    assert kind_of_upload(name, told) in {told, *KINDS_OF_FILE}
