from django.urls import path, re_path

from holdfast.engines.asks.views import (
    acting,
    checks,
    delegated,
    downloads,
    facts,
    links,
    lists,
    returns,
)

app_name = "asks"
urlpatterns = [
    path("", lists.requests, name="requests"),
    path("checks/", checks.asked_of_us, name="checks"),
    path("checks/hub/", checks.asked_by_us, name="hub_checks"),
    path("checks/desks/", facts.desks, name="desks"),
    path("checks/desks/<int:number>/end/", facts.desk_end, name="desk_end"),
    path("checks/<slug:reference>/", checks.check, name="check"),
    path("checks/<slug:reference>/fact/<int:number>/", facts.fact, name="fact"),
    *(
        path(
            f"checks/<slug:reference>/{form.replace('_', '-')}/",
            checks.act,
            {"form": form},
            name=f"check_{form}",
        )
        for form in checks.ACTS
    ),
    *(
        path(
            f"checks/<slug:reference>/fact/<int:number>/{form}/",
            facts.act,
            {"form": form},
            name=f"fact_{form}",
        )
        for form in facts.ACTS
    ),
    path("by-link/<str:token>/", delegated.delegated, name="delegated"),
    path("round/<slug:reference>/", lists.round_page, name="round"),
    path("round/<slug:reference>/remind/", lists.remind_all, name="remind_all"),
    path("round/<slug:reference>/answers.csv", downloads.answers, name="answers"),
    path("<slug:reference>/", returns.request_page, name="request"),
    path("<slug:reference>/send/", acting.send, name="send"),
    path("<slug:reference>/section/<slug:section>/", returns.section, name="section"),
    path("<slug:reference>/section/<slug:section>/link/", links.delegate, name="delegate"),
    path("<slug:reference>/link/<int:number>/take-back/", links.revoke, name="revoke"),
    path("<slug:reference>/team/<int:number>/leave/", acting.leave, name="leave"),
    path("<slug:reference>/file/<int:number>/", returns.file, name="file"),
    re_path(
        r"^(?P<reference>[-\w]+)/version/(?P<number>[0-9]{1,4})/return\.(?P<form>csv|json|docx)$",
        downloads.download,
        name="download",
    ),
    *(
        path(
            f"<slug:reference>/{form.replace('_', '-')}/",
            acting.change,
            {"form": form},
            name=form,
        )
        for form in acting.CHANGES
    ),
]
