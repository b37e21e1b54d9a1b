"""Who has a seat of their own: those who read what their seat promised, asked and knows."""

from holdfast.kernel.directory.words import Role

SEATED = (Role.BOARD_CHAIR, Role.BOARD_MANAGER, Role.BOARD_MEMBER, Role.LAY_MEMBER)
LEADS = (Role.BOARD_CHAIR, Role.BOARD_MANAGER)
"""Who answers for the whole board, and so holds every challenge of it."""
