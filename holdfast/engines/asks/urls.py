from django.urls import path, re_path

from holdfast.engines.asks.views import acting, delegated, downloads, links, lists, returns

app_name = "asks"
urlpatterns = [
    path("", lists.requests, name="requests"),
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
