from django.urls import path, re_path

from holdfast.board.workplan.views import beside, challenges, plan, risks, showing

app_name = "workplan"
registers = [
    path("challenges/", challenges.challenges, name="challenges"),
    path("challenges/put/", challenges.put, name="challenge_put"),
    path("challenges/come-back/", challenges.come_back, name="come_back"),
    path("challenges/<slug:reference>/", challenges.challenge, name="challenge"),
    path(
        "challenges/<slug:reference>/papers/<int:number>/",
        showing.challenge_paper,
        name="challenge_paper",
    ),
    *(
        path(
            f"challenges/<slug:reference>/{form}/",
            challenges.change,
            {"form": form},
            name=f"challenge_{form.replace('-', '_')}",
        )
        for form in challenges.CHANGES
    ),
    path("risks/", risks.risks, name="risks"),
    path("risks/risk-register.csv", risks.risks_csv, name="risks_csv"),
    path("risks/raise/", risks.raise_risk, name="risk_raise"),
    path("risks/<slug:reference>/", risks.risk, name="risk"),
    path("risks/<slug:reference>/close/", risks.close, name="risk_close"),
    path("risks/<slug:reference>/papers/<int:number>/", showing.risk_paper, name="risk_paper"),
    path(
        "risks/<slug:reference>/controls/<int:number>/end/",
        risks.end_control,
        name="risk_end_control",
    ),
    *(
        path(f"risks/<slug:reference>/{form}/", risks.change, {"form": form}, name=f"risk_{form}")
        for form in risks.CHANGES
    ),
]
plans = [
    path("", plan.plans, name="plans"),
    path("<slug:reference>/", plan.plan, name="plan"),
    re_path(
        r"^(?P<reference>[-\w]+)/work-plan\.(?P<form>csv|xlsx|docx)$",
        plan.download,
        name="download",
    ),
    path("<slug:reference>/line/<int:number>/", plan.line, name="line"),
    path("<slug:reference>/line/<int:number>/answer/", plan.answer, name="answer"),
    path("<slug:reference>/line/<int:number>/link/", showing.link, name="link"),
    path("<slug:reference>/line/<int:number>/impact/", showing.impact, name="impact"),
    *(
        path(f"<slug:reference>/line/<int:number>/{form}/", plan.change, {"form": form}, name=form)
        for form in plan.CHANGES
    ),
]
around = [
    path("<slug:reference>/not-moving/", beside.not_moving, name="not_moving"),
    path("<slug:reference>/specific/", beside.specific, name="specific"),
    path("<slug:reference>/priorities/", beside.plan_priorities, name="priorities"),
    path("<slug:reference>/sub-groups/", beside.sub_groups, name="groups"),
    path("<slug:reference>/sub-groups/<slug:group>/", beside.sub_group, name="group"),
    path("<slug:reference>/coming/", beside.horizon, name="horizon"),
    path("<slug:reference>/coming/add/", beside.policy, name="policy"),
    path(
        "<slug:reference>/coming/<int:number>/meaning/",
        beside.policy_meaning,
        name="policy_meaning",
    ),
    path(
        "<slug:reference>/coming/<int:number>/settle/", beside.policy_settle, name="policy_settle"
    ),
    path("<slug:reference>/strategies/", beside.strategies, name="strategies"),
    path("<slug:reference>/meeting/", beside.meeting, name="meeting"),
]
PRIORITY = "<slug:reference>/priorities/<slug:code>/"
COMMITMENT = "<slug:reference>/strategies/<slug:strategy>/<slug:code>/"
stands = [
    path(PRIORITY, showing.priority, name="priority"),
    path(f"{PRIORITY}link/", showing.link, name="priority_link"),
    path(f"{PRIORITY}impact/", showing.impact, name="priority_impact"),
    path(COMMITMENT, showing.commitment, name="commitment"),
    path(f"{COMMITMENT}link/", showing.link, name="commitment_link"),
    path(f"{COMMITMENT}impact/", showing.impact, name="commitment_impact"),
    path(f"{COMMITMENT}line/", showing.link_line, name="commitment_line"),
    path("<slug:reference>/papers/<int:number>/", showing.plan_paper, name="plan_paper"),
]
urlpatterns = [*registers, *plans, *around, *stands]
