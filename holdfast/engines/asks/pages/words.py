"""What each step of a return is called on its page."""

MOVES = {
    "issue": "Asked.",
    "begin": "Writing began.",
    "make_ready": "Made ready to sign.",
    "take_back": "Taken back before signing.",
    "send": "Sent.",
    "accept": "Accepted.",
    "send_back": "Sent back for clarification.",
    "reopen": "Opened again.",
    "withdraw": "Withdrawn.",
    "ask_more_time": "A revised date was asked for.",
    "approve_more_time": "The revised date was approved.",
    "decline_more_time": "The date stays.",
    "extend": "A revised date was given.",
    "say_why_late": "Why it is late.",
    "remind": "Reminded.",
    "escalate": "The seat’s lead was told.",
    "name_author": "Joined the team.",
    "name_sign_off": "A signer was named.",
    "reassign": "Given to another lead author.",
    "drop_author": "Left the team.",
    "delegate": "A link to one section was given.",
    "revoke_link": "A link was taken back.",
    "hand_in": "A section was handed in by its link.",
    "add_addendum": "An addendum was added.",
}


def move_words(move: str) -> str:
    """Return what a step is called."""
    return MOVES.get(move, move.replace("_", " ").capitalize() + ".")
