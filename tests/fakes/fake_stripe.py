"""Runs localstripe on a free port of the loopback interface, and makes up for what it lacks.

It knows no idempotency keys, not all parameters, no received amounts and no second try after a declined one. The port
is the one line printed; it ends with its standard input, so that no server outlives its test.
"""

import os
import re
import socket
import sys
import threading

from aiohttp import web
from localstripe import resources, server

resources.Store.dump_to_disk = lambda self: None


def understand(cls, extra):
    """Lets a class's constructor take what it would refuse."""
    known = cls.__init__

    def init(self, allowed_payment_method_types=None, **data):
        kept = {name: data.pop(name, None) for name in extra}
        known(self, payment_method_types=allowed_payment_method_types, **data)
        vars(self).update(kept)

    cls.__init__ = init


understand(resources.PaymentIntent, ["description", "return_url", "setup_future_usage"])
understand(resources.SetupIntent, [])
resources.PaymentIntent.amount_received = property(
    lambda self: self.amount if self.status == "succeeded" else 0
)


def confirm(cls, id, payment_method=None, **kwargs):
    obj = cls._api_retrieve(id)
    if kwargs.get("client_secret", obj.client_secret) != obj.client_secret:
        raise UserError(401, "Unauthorized")  # noqa: F821, a name of localstripe's
    if payment_method is not None and obj.status == "requires_payment_method":
        obj.payment_method, obj.latest_charge = payment_method, None
    if obj.status != "requires_confirmation":
        raise UserError(400, "Bad request")  # noqa: F821
    obj._confirm(on_failure_now=obj._report_failure)
    return obj


# Its routes hold on to the function itself, which refuses off_session and return_url.
resources.PaymentIntent._api_confirm.__func__.__code__ = confirm.__code__

answers = {}


@web.middleware
async def idempotency(request, handler):
    key = request.headers.get("Idempotency-Key")
    if key is None:
        return await handler(request)
    form = (request.path, await request.text())
    if key not in answers:
        answer = await handler(request)
        answers[key] = form, answer.body
        return answer
    first, body = answers[key]
    if first != form:
        refusal = {"type": "idempotency_error"}
        return server.json_response({"error": refusal}, status=400)
    replayed = {"Idempotent-Replayed": "true"}
    return web.Response(body=body, content_type="application/json", headers=replayed)


faults = []


@web.middleware
async def failing(request, handler):
    """Fails as often as it was told to: before it is heard, or after, when only the answer is lost."""
    if request.path == "/_faults":
        faults[:] = await request.json()
        return web.Response(status=204)
    call = f"{request.method} {request.path}"
    for fault in faults:
        if fault["times"] > 0 and re.fullmatch(fault["call"], call):
            fault["times"] -= 1
            if fault["kind"] == "server_error":
                return web.json_response({"error": {"type": "api_error"}}, status=500)
            if fault["kind"] == "answer_lost":
                await handler(request)
            request.transport.abort()
            return web.Response()
    return await handler(request)


def end_with_input():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
server.app.middlewares.insert(0, failing)
server.app.middlewares.insert(2, idempotency)
listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
web.run_app(server.app, sock=listener, access_log=None, print=None)
