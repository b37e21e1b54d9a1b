"""Taking a port before anything else is done, so that "in use" is a sentence and not a log."""

import errno
import socket

from holdfast.config.installation import NotPrepared

HIGHEST = 65_535

WHY_NOT = {
    errno.EADDRINUSE: "is in use. Stop what is running there, or choose another with --port",
    errno.EACCES: "needs more rights than you have. Choose one above 1023 with --port",
    errno.EADDRNOTAVAIL: "cannot be had: this machine has no such address. Try --host 127.0.0.1",
}


def take(host: str, port: int) -> socket.socket:
    """Bind a port, or say why it cannot be had. Port 0 takes any that is free."""
    if not 0 <= port <= HIGHEST:
        raise NotPrepared(f"{port} is no port: choose one from 1024 to {HIGHEST} with --port.")
    try:
        family, kind, proto, _, place = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror:
        raise NotPrepared(f"{host} port {port} is not an address of this machine.") from None
    taken = socket.socket(family, kind, proto)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind(place)
        taken.listen()
    except OSError as why:
        taken.close()
        reason = WHY_NOT.get(why.errno or 0, f"cannot be had ({why.strerror})")
        raise NotPrepared(f"Port {port} on {host} {reason}.") from None
    return taken


def address(taken: socket.socket) -> str:
    """Return where a browser finds a bound socket."""
    host, port = taken.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
