"""Processes of one room share a socket that holds nothing back."""

import socket

import pytest

from acquis.web import serving


def test_what_several_processes_share_sends_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    import uvicorn.supervisors

    bound = []

    class Started:
        def __init__(self, config, sockets):
            (self.shared,) = sockets
            bound.append((config.workers, self.shared.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)))

        def run(self):
            self.shared.listen()
            with socket.create_connection(self.shared.getsockname()):
                accepted, _ = self.shared.accept()
                bound.append(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
                accepted.close()

    monkeypatch.setattr(uvicorn.supervisors, "Multiprocess", Started)
    serving.run("acquis.web.serving:made", host="127.0.0.1", port=0, workers=2, log_level="error")

    (workers, listening), accepted = bound
    assert (2, True, True) == (workers, bool(listening), bool(accepted))
