"""What the pages of frameworks and of evidence say."""

from holdfast.engines.standards.pages.evidence import (
    HEAD,
    EvidencePage,
    evidence_table,
    table_rows,
)
from holdfast.engines.standards.pages.frameworks import (
    ChangesPage,
    EditionPage,
    ThresholdsPage,
    frameworks_table,
    in_force,
    scale_blocks,
)
from holdfast.engines.standards.pages.still_true import StillTruePage

__all__ = [
    "HEAD",
    "ChangesPage",
    "EditionPage",
    "EvidencePage",
    "StillTruePage",
    "ThresholdsPage",
    "evidence_table",
    "frameworks_table",
    "in_force",
    "scale_blocks",
    "table_rows",
]
