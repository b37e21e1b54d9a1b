"""One section for somebody without an account: the product's page without a door.

The order is what makes it safe: is the token ours and live, is it written in the access log, and
only then is anything read or saved. A forged, expired, spent or revoked link, and one whose return
was sent, get the same sentence. It sets no cookie and begins no session. The form carries a signed
mark of its own instead of a cookie: whoever has the link could do no more by forging the form.
"""

from allauth.account.adapter import get_adapter
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from holdfast.engines.asks import transitions
from holdfast.engines.asks.forms.returns import SectionForm
from holdfast.engines.asks.models import Answer, DelegatedLink, tokens
from holdfast.engines.asks.pages import SectionPage
from holdfast.engines.asks.rules.questions import Section
from holdfast.engines.asks.transitions import Saved
from holdfast.kernel.access import gate, ledger, log
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui import errors
from holdfast.kernel.ui.render import render

PAGE = "asks:delegated"
MARK = "holdfast.asks.form"
MARK_LASTS = 12 * 60 * 60
MOST_A_MINUTE = 60


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def delegated(request: HttpRequest, token: str) -> HttpResponse:
    return _closed_to_others(_delegated(request, token))


def _delegated(request: HttpRequest, token: str) -> HttpResponse:
    if _too_often(f"asks-link:{tokens.digest(token)[:32]}", MOST_A_MINUTE) or _too_often(
        f"asks-from:{get_adapter().get_client_ip(request)}", 4 * MOST_A_MINUTE
    ):
        return errors.too_many(request)
    link = tokens.link_of(token)
    section = _section_of(link)
    entry = _write_down(request, link, let_in=section is not None)
    if link is None or section is None:
        return render(request, "asks/dead_link.html", status=404)
    with ledger.acting(f"entry {entry.pk}"):
        if request.method == "POST":
            return _post(request, link, section)
        return _page(request, link, _form(link, section))


def _section_of(link: DelegatedLink | None) -> Section | None:
    """Return the section that a link opens now, or None for every way in which it does not."""
    if link is None:
        return None
    live = DelegatedLink.objects.live(at=moment.now()).filter(pk=link.pk).exists()
    used = link.request.round.question_set
    if not live or not used.declared.link_allowed:
        return None
    if not gate.may(link.given_by, Can.WORK, link.request.record):
        return None
    return used.questions.section(link.section)


def _write_down(request: HttpRequest, link: DelegatedLink | None, *, let_in: bool) -> Entry:
    """Commit the entry. If it cannot be, this raises, and nothing is shown or saved."""
    return log.write(
        log.Line(
            what="write" if request.method == "POST" else "read",
            page=PAGE,
            let_in=let_in,
            right=f"link {link.pk}" if link and let_in else "no such link",
            via=f"link {link.pk}" if link else "a link",
            post=link.given_by if link and let_in else None,
            record_id=link.request.record.pk if link and let_in else None,
        )
    )


def _post(request: HttpRequest, link: DelegatedLink, section: Section) -> HttpResponse:
    form = _form(link, section, request)
    saved, refused = Saved(), "" if _is_ours(request, link) else STALE
    if not refused:
        try:
            saved = transitions.answer_by_link(
                link, values=form.values(), seen=form.seen(), by=link.given_by,
                on=moment.today(),
            )  # fmt: skip
            if request.POST.get("hand_in") and not saved.conflicts:
                transitions.hand_in(link, by=link.given_by, on=moment.today())
                return render(request, "asks/handed_in.html", _receipt(link, section))
        except NotAllowed as why:
            refused = str(why)
        except Refused:
            return render(request, "asks/dead_link.html", status=404)
    if request.POST.get("draft"):
        said = refused or f"Saved at {timezone.localtime(moment.now()):%H:%M}, as a draft."
        held = sorted(saved.conflicts)
        return JsonResponse({"said": said, "seen": dict(saved.versions), "held": held})
    again = _drawn_again(form, link, section, saved)
    return _page(request, link, again, saved=saved, refused=refused)


STALE = "This page was open for too long. What you typed is still here: save it again."


def _drawn_again(
    form: SectionForm, link: DelegatedLink, section: Section, saved: Saved
) -> SectionForm:
    typed, answers = dict(form.data.items()), _answers(link, section)
    for key, answer in answers.items():
        typed[f"{key}.seen"] = str(answer.version)
    again = SectionForm(typed, section=section, answers=answers, with_files=False)
    for key, answer in answers.items():
        if key in again.fields and (answer.problem or key in saved.conflicts):
            other = "Somebody else changed this meanwhile. Both texts are shown."
            again.add_error(key, other if key in saved.conflicts else answer.problem)
    return again


def _page(
    request: HttpRequest,
    link: DelegatedLink,
    form: SectionForm,
    *,
    saved: Saved | None = None,
    refused: str = "",
) -> HttpResponse:
    done = saved is not None and not refused and not saved.conflicts
    said = f"Saved at {timezone.localtime(moment.now()):%H:%M}." if done else ""
    page = SectionPage.of(
        form.section, form.answers, conflicts=saved.conflicts if saved else {}, on=moment.today(),
        by_link=True,
    )  # fmt: skip
    context = {
        "page": page,
        "form": form,
        "for_whom": link.for_whom,
        "title": link.request.round.title,
        "agency": link.request.record.owner.name,
        "until": timezone.localtime(link.expires_at),
        "mark": signing.dumps(link.pk, salt=MARK),
        "said": said,
        "refused": refused,
    }
    return render(request, "asks/delegated.html", context)


def _form(
    link: DelegatedLink, section: Section, request: HttpRequest | None = None
) -> SectionForm:
    data = request.POST if request else None
    return SectionForm(data, section=section, answers=_answers(link, section), with_files=False)


def _answers(link: DelegatedLink, section: Section) -> dict[str, Answer]:
    """Return what stands in this section, and in no other."""
    keys = [question.key for question in section.questions]
    current = link.request.answers.current().filter(question__in=keys)
    return {one.question: one for one in current.select_related("by", "link")}


def _is_ours(request: HttpRequest, link: DelegatedLink) -> bool:
    try:
        mark = signing.loads(request.POST.get("mark", ""), salt=MARK, max_age=MARK_LASTS)
    except signing.BadSignature:
        return False
    return bool(mark == link.pk)


def _receipt(link: DelegatedLink, section: Section) -> dict[str, object]:
    given = [a for a in _answers(link, section).values() if not a.value.empty]
    return {
        "section": section.title,
        "agency": link.request.record.owner.name,
        "title": link.request.round.title,
        "answered": len(given),
        "of": len(section.questions),
        "at": timezone.localtime(moment.now()),
        "number": f"{link.request.record.reference}-{link.pk}",
    }


def _too_often(key: str, most: int) -> bool:
    """Count one more in this minute. A cache that cannot be asked stops the page."""
    cache.add(key, 0, 60)
    return bool(cache.incr(key) > most)


def _closed_to_others(response: HttpResponse) -> HttpResponse:
    """Keep the address from other sites, search engines and caches."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response["Cache-Control"] = "no-store"
    return response
