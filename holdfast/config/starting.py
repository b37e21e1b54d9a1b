"""What must hold before a page is served. Each refusal is a sentence with what to do."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from holdfast.config.installation import NotPrepared, require_key
from holdfast.kernel.access import triggers
from holdfast.kernel.directory.models import Partnership


def require_ready() -> None:
    """Refuse to serve without a key, on an unprepared database, or one that lost a safeguard."""
    require_key()
    require_migrated()
    require_partnership()
    try:
        triggers.require_installed()
    except RuntimeError as why:
        raise NotPrepared(str(why)) from None


def require_migrated() -> None:
    executor = MigrationExecutor(connection)
    if not executor.loader.applied_migrations:
        raise NotPrepared("This database is empty. Run `holdfast demo`, or `holdfast begin`.")
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        raise NotPrepared(
            f"The database is {len(plan)} migrations behind this version of Holdfast. "
            "Nothing is served. Keep a copy of it, then run `holdfast migrate`."
        )


def require_partnership() -> None:
    """Refuse a database that is nobody's, and one that a demo's key is not good for."""
    partnership = Partnership.objects.filter(pk=1).first()
    if partnership is None:
        raise NotPrepared(
            "This database has no partnership yet. Run `holdfast demo`, or `holdfast begin`."
        )
    if settings.SECRET_KEY_IS_THE_DEMOS and not partnership.demo:
        raise NotPrepared(
            "This database is a real one, and the only secret key here is the one that a demo "
            "made. Set HOLDFAST_SECRET_KEY."
        )


def is_ready() -> bool:
    """Say whether everything that must hold holds just now."""
    try:
        require_ready()
    except (NotPrepared, DatabaseError, ImproperlyConfigured):
        return False
    return True
