"""The environment of every test, set before the settings are read (`-p tests.environment`)."""

import os
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("HOLDFAST_SECRET_KEY", "only-for-tests-and-nothing-else-0123456789")
os.environ.setdefault("HOLDFAST_VAR", str(Path(gettempdir()) / f"holdfast-tests-{os.getpid()}"))
os.environ.setdefault("HOLDFAST_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
