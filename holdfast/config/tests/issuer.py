"""An OpenID provider on loopback: real HTTP, real signatures, and claims as a test has them."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

KID = "one"


class Issuer:
    """`claims` is what its next ID token says; `signs_with` may be a key that it does not show."""

    def __init__(self, address: str, client_id: str) -> None:
        self.address, self.client_id = address, client_id
        self.shown = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.signs_with: Any = self.shown
        self.algorithm = "RS256"
        self.claims: dict[str, Any] = {}
        self.gives_id_token = True
        self.user_info: dict[str, Any] = {}

    def token(self) -> str:
        said = {
            "iss": self.address,
            "aud": self.client_id,
            "iat": int(time.time()),
            "exp": int(time.time()) + 300,
            **self.claims,
        }
        headers = {"kid": KID}
        return jwt.encode(said, self.signs_with, algorithm=self.algorithm, headers=headers)

    def answer(self, path: str) -> dict[str, Any] | None:
        if path == "/.well-known/openid-configuration":
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "userinfo_endpoint": f"{self.address}/me",
            }
        if path == "/keys":
            key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.shown.public_key()))
            return {"keys": [{**key, "kid": KID, "alg": "RS256", "use": "sig"}]}
        if path == "/token":
            given = {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300}
            return {**given, "id_token": self.token()} if self.gives_id_token else given
        return self.user_info if path == "/me" else None


@contextmanager
def running(client_id: str) -> Iterator[Issuer]:
    """Serve an issuer for as long as a test lasts."""
    issuer = Issuer("", client_id)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = issuer.answer(self.path.split("?")[0])
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body or {}).encode())

        do_POST = do_GET

        def log_message(self, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
