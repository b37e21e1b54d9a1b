"""One return answered for several boroughs: with consent, signed, and moderated by each board."""

import json
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.board.section11 import transitions
from holdfast.board.section11.rules.package_file import (
    BadPackage,
    Package,
    PackedEvidence,
    PackedGrade,
    code_of,
    read_package,
    signed,
)
from holdfast.board.section11.rules.states import State
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import TODAY
from holdfast.kernel.records.moves import NotAllowed

SEED = b"k" * 32
SMALL = Package(
    year="2013/14", board="Lambeth's board", agency="Police, child abuse investigation team",
    service="", framework="section-11", edition="Any", scale="rag", reply="whole", reason="",
    sent_on="2013-06-01", consent_to="Southwark's board", consent_by="Detective inspector",
    consent_on="2013-06-02",
    grades=(PackedGrade("1.1", "G", "We do this."), PackedGrade("99.9", "R", "Elsewhere.")),
    evidence=(PackedEvidence("1.1", "Policy", "2012-01-10", "2013-01-10"),),
    said=(("Changes", "None."),),
)  # fmt: skip
FILE = signed(SMALL, seed=SEED)


def test_a_signed_copy_is_read_as_it_was_written_with_its_keys_code():
    assert read_package(FILE) == replace(SMALL, code=code_of(SEED))


def test_one_changed_word_breaks_the_signature():
    with pytest.raises(BadPackage, match="changed after it was signed"):
        read_package(FILE.replace(b"We do this.", b"We did this"))


def test_another_boards_signature_on_the_same_words_has_another_code():
    other = signed(SMALL, seed=b"z" * 32)
    assert read_package(other).code != code_of(SEED)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sent_on": "2013-13-01"}, "is no day"),
        ({"reply": "refused"}, "no kind of return that can be passed on"),
        ({"agency": ""}, "agency: this is empty"),
        ({"year": "2013/14 and more"}, "too many"),
        ({"reply": "nil", "reason": ""}, "reason: this is empty"),
        ({"board": "a\x00b"}, "board: a text is wanted here"),
    ],
)
def test_a_fault_is_told_with_its_field_even_when_it_is_signed(change, said):
    with pytest.raises(BadPackage, match=said):
        read_package(signed(replace(SMALL, **change), seed=SEED))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=40), st.integers(0, len(FILE)), st.integers(0, 60))
def test_a_damaged_file_is_refused_in_one_sentence(junk, at, gone):
    damaged = FILE[:at] + junk + FILE[at + gone :]
    try:
        found = read_package(damaged)
    except BadPackage as told:
        assert "\n" not in str(told)
    else:
        assert found == read_package(FILE), "white space alone changes nothing"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(list(json.loads(FILE)["return"])), JSON)
def test_no_shape_breaks_the_reader_even_when_it_is_signed(name, value):
    body = json.loads(FILE)["return"] | {name: value}
    try:
        read_package(_signed_raw(body))
    except BadPackage as told:
        assert str(told)


def _signed_raw(body):
    import base64  # noqa: PLC0415

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.from_private_bytes(SEED)
    spelt = json.dumps(body, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()
    sealed = json.loads(FILE) | {
        "return": body, "signature": base64.b64encode(key.sign(spelt)).decode(),
    }  # fmt: skip
    return json.dumps(sealed).encode()


@pytest.mark.django_db
def test_a_carried_return_is_moderated_here_and_brings_no_moderated_grade(cycle, posts):
    manager = {"by": posts["board_manager"], "on": TODAY}
    cluster = cycle.clusters.get(name="Partners")
    package = read_package(FILE)
    transitions.carry_in(cluster, package=package, annex="One team serves both.", **manager)
    found = world.of(cycle, posts, "police_member")
    grade = world.grade(found)
    assert (grade.self_value, grade.moderated_value) == ("3", ""), "green is the best here too"
    assert found.carried_from == f"Lambeth's board, key {code_of(SEED)}"
    assert "One team serves both. Not asked here, and left out: 99.9." in found.carried_annex
    assert (found.state, grade.standing(on=TODAY).fell) == (State.SUBMITTED, True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"agency": "Nobody's agency"}, "No agency here is called"),
        ({"framework": "another"}, "another framework"),
        ({"scale": "stars"}, "another framework"),
        ({"sent_on": "2030-01-01"}, "has not come"),
        ({"grades": (PackedGrade("1.1", "B", ""),)}, "is no grade of red, amber, green"),
    ],
)
def test_what_does_not_fit_here_is_refused_and_nothing_is_written(cycle, posts, change, said):
    package = read_package(signed(replace(SMALL, **change), seed=SEED))
    with pytest.raises(NotAllowed, match=said):
        transitions.carry_in(
            cycle.clusters.get(name="Partners"), package=package, annex="",
            by=posts["board_manager"], on=TODAY,
        )  # fmt: skip
    assert world.of(cycle, posts, "police_member").state == State.EXPECTED


@pytest.mark.django_db
def test_without_consent_there_is_no_copy_and_with_it_only_the_agencys_own_words(
    client_for, cycle, sent, posts
):
    world.moderate_all(sent, posts["police_member"], value="1")
    client = client_for("board_manager")
    url = reverse("section11:return_file", args=[cycle.record.reference, sent.pk, "json"])
    assert client.get(url).status_code == 404
    transitions.consent_to_copy(
        world.of(cycle, posts), to="Lambeth's board", given_by="Head of housing",
        given_on=TODAY, by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    content = client.get(url).content
    package = read_package(content)
    assert {one.value for one in package.grades} == {"3"}
    assert b"Seen." not in content, "the panel's reasons stay here"
    page = client.get(reverse("section11:return", args=[cycle.record.reference, sent.pk]))
    assert package.code in page.content.decode()


@pytest.mark.django_db
def test_the_manager_takes_a_copy_in_by_its_file(client_for, cycle, posts):
    client, url = (
        client_for("board_manager"),
        reverse("section11:carry_in", args=[cycle.record.reference]),
    )
    typed = {"cluster": cycle.clusters.get(name="Partners").pk, "annex": ""}
    bad = SimpleUploadedFile("any.json", FILE.replace(b"We do", b"We did"))
    assert (
        "changed after it was signed" in client.post(url, typed | {"file": bad}).content.decode()
    )
    good = SimpleUploadedFile("any.json", FILE)
    assert client.post(url, typed | {"file": good}).status_code == 302
    assert world.of(cycle, posts, "police_member").state == State.SUBMITTED
