"""The environment of every test, set before the settings are read (`-p tests.environment`)."""

import gc
import os
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("HOLDFAST_SECRET_KEY", "only-for-tests-and-nothing-else-0123456789")
os.environ.setdefault("HOLDFAST_VAR", str(Path(gettempdir()) / f"holdfast-tests-{os.getpid()}"))
os.environ.setdefault("HOLDFAST_HOSTS", "testserver,127.0.0.1,localhost")
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")
os.environ.setdefault("PGOPTIONS", "-c synchronous_commit=off")

gc.set_threshold(100_000, 20, 20)  # much is made and little is thrown away in circles
