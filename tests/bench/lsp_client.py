"""A client of a language server on standard streams: sends, waits for what it asks for, and says how long that took."""
import json, os, select, subprocess, time

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
    },
}
PULL = {**CAPABILITIES, "textDocument": {**CAPABILITIES["textDocument"], "diagnostic": {}}}


class Timeout(Exception):
    pass


class Client:
    """Reads and writes in one thread, so that no time goes into switching between them."""

    def __init__(self, command, folder, capabilities=CAPABILITIES):
        self.begin = time.perf_counter()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, bufsize=0, cwd=folder)
        self.buffer, self.last_id, self.version = b"", 0, 0
        uri = f"file://{folder}"
        self.result = self.request("initialize", {
            "processId": os.getpid(), "rootUri": uri, "capabilities": capabilities,
            "workspaceFolders": [{"uri": uri, "name": "bench"}]}, timeout=60)[0]
        self.start_time = time.perf_counter() - self.begin
        self.notify("initialized", {})

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        view = memoryview(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        while view:
            view = view[self.process.stdin.write(view):]

    def notify(self, method, params):
        self.send(method=method, params=params)

    def receive(self, timeout):
        """The next message, and when its last byte was there."""
        deadline = time.perf_counter() + timeout
        while True:
            head, separator, rest = self.buffer.partition(b"\r\n\r\n")
            if separator:
                size = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
                if len(rest) >= size:
                    arrived = time.perf_counter()
                    self.buffer = rest[size:]
                    return json.loads(rest[:size]), arrived
            if not select.select([self.process.stdout], [], [], max(0, deadline - time.perf_counter()))[0]:
                raise Timeout
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            if not data:
                raise EOFError(f"the server has ended with code {self.process.wait()}")
            self.buffer += data

    def processor(self):
        """Seconds that the server's threads have run, those that have ended too: Linux's clock of another process."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def measured(self, operation, *arguments):
        """What the operation gives, and a sample: seconds that it was waited for, and that the server ran."""
        before = self.processor()
        result, waited = operation(*arguments)
        return result, (waited, self.processor() - before)

    def wait(self, is_it, timeout):
        """The first message that is it; the server's own requests are answered meanwhile."""
        while True:
            message, arrived = self.receive(timeout)
            if is_it(message):
                return message, arrived
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items") if isinstance(message.get("params"), dict) else None
                self.send(id=message["id"], result=[None] * len(items) if items else None)

    def request(self, method, params, timeout=30):
        """The result, and how many seconds it took."""
        self.last_id += 1
        begin = time.perf_counter()
        self.send(id=self.last_id, method=method, params=params)
        message, arrived = self.wait(lambda m: m.get("id") == self.last_id and "method" not in m, timeout)
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        return message.get("result"), arrived - begin

    def diagnostics(self, uri, begin, timeout=30):
        """Waits for those of the present version."""
        def is_it(message):
            params = message.get("params") or {}
            return (message.get("method") == "textDocument/publishDiagnostics" and params.get("uri") == uri
                    and (params.get("version") or self.version) >= self.version)
        message, arrived = self.wait(is_it, timeout)
        return message["params"]["diagnostics"], arrived - begin

    def open(self, uri, text):
        self.version += 1
        begin = time.perf_counter()
        self.notify("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "python", "version": self.version, "text": text}})
        return self.diagnostics(uri, begin, timeout=60)

    def close(self, uri):
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def edit(self, uri, begin, end, text):
        """Replaces what is between two positions, (line, character) both, and waits for diagnostics."""
        def position(at):
            return {"line": at[0], "character": at[1]}
        self.version += 1
        started = time.perf_counter()
        self.notify("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": self.version},
            "contentChanges": [{"range": {"start": position(begin), "end": position(end)}, "text": text}]})
        return self.diagnostics(uri, started)

    def at(self, method, uri, position):
        return self.request(f"textDocument/{method}", {
            "textDocument": {"uri": uri}, "position": {"line": position[0], "character": position[1]}})

    def memory(self):
        """Resident megabytes: now, and the most there were."""
        with open(f"/proc/{self.process.pid}/status") as status:
            fields = dict(line.split(":", 1) for line in status)
        return tuple(int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))

    def end(self):
        try:
            self.request("shutdown", None, timeout=5)
            self.notify("exit", None)
            self.process.wait(5)
        except (Timeout, EOFError, OSError, RuntimeError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
