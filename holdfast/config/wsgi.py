"""For a server of your own choice. `holdfast serve` is the simple way."""

import os
import sys

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
application = get_wsgi_application()

from holdfast.config import installation, starting  # noqa: E402  Django is set up just above

try:
    starting.require_ready()
except installation.NotPrepared as why:
    sys.stderr.write(f"{why}\n")
    raise SystemExit(2) from None
