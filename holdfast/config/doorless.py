"""Every page without a door, each with the reason. The house test reads this list."""

BEFORE = "Comes before the door: nobody is known yet, and it shows nothing about anybody."
OWN = "About the signed-in account's own way of signing in, and about nothing else."
AGENCY = "The way to the agency's own login and back: nobody is known yet."
PROBE = "Asked by the machine that runs the server. Answers one word."
LINK = (
    "One section of a return, by a signed link that ends. Written in the access log before "
    "anything is sent; shows no other answer and nothing about a child."
)
SURVEY = "A board's anonymous staff survey: shows its questions, counts answers, knows nobody."
CAST = "The demo's way in. Not found outside a demo, off loopback or behind a proxy."
TELL = (
    "Anybody tells of a child: rate-limited, and written in the log. It gives a reference and "
    "thanks, and never says whether a child is known."
)
LAW = "The law's own tests, for anybody: asks no name, keeps nothing, knows nobody."
FEED = "A post's calendar, by a secret address: it writes the log itself, and shows times only."

DOORLESS: dict[str, str] = {
    "healthz": PROBE,
    "readyz": PROBE,
    "account_login": BEFORE,
    "account_logout": OWN,
    "account_inactive": BEFORE,
    "account_reauthenticate": OWN,
    "account_change_password": OWN,
    "account_reset_password": BEFORE,
    "account_reset_password_done": BEFORE,
    "account_reset_password_from_key": BEFORE,
    "account_reset_password_from_key_done": BEFORE,
    "mfa_activate_totp": OWN,
    "mfa_authenticate": BEFORE,
    "mfa_reauthenticate": OWN,
    "mfa_view_recovery_codes": OWN,
    "mfa_generate_recovery_codes": OWN,
    "socialaccount_login_cancelled": AGENCY,
    "openid_connect_login": AGENCY,
    "openid_connect_callback": AGENCY,
    "asks:delegated": LINK,
    "desk:feed": FEED,
    "section11:survey": SURVEY,
    "front_door:public": TELL,
    "private_fostering:check": LAW,
    "demo:cast": CAST,
    "demo:go_on": CAST,
    "demo:sign_in": CAST,
}
