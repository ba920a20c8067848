"""A language client of the tests' own: speaks with alyxls over its standard streams, and edits as an editor would."""
import json
import queue
import subprocess
import threading
import time

PATIENCE = 60  # seconds; a machine that also compiles is slow


class Failure(Exception):
    """The server did not do what was awaited; says what it did."""


class Client:
    """One server's process. What the server says is kept in `received`, in its order."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.received = []
        self._incoming = queue.Queue()
        self._last_id = 0
        self._errors = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=lambda: self._errors.extend(self.process.stderr), daemon=True).start()

    def _read(self):
        out = self.process.stdout
        while header := out.readline():
            length = None
            while header.strip():
                name, value = header.split(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                header = out.readline()
            self._incoming.put(json.loads(out.read(length)))
        self._incoming.put(None)

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def request(self, method, params):
        """The result; Failure where the server answers with an error."""
        self._last_id += 1
        self.send({"id": self._last_id, "method": method, "params": params})
        identifier = self._last_id
        answer = self.wait_for(
            f"an answer to {method}", lambda message: message.get("id") == identifier and "method" not in message
        )
        if "error" in answer:
            raise Failure(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def wait_for(self, what, is_it):
        """The next message that `is_it`. Requests of the server are answered with null meanwhile."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                message = self._incoming.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                raise Failure(f"{what} did not come within {PATIENCE} s{self._story()}") from None
            if message is None:
                raise Failure(f"the server ended before {what} came{self._story()}")
            self.received.append(message)
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": None})
            if is_it(message):
                return message

    def diagnostics(self, uri, version):
        """The diagnostics that the server publishes for this version of a document."""

        def is_it(message):
            params = message.get("params")
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and params.get("version") == version
            )

        return self.wait_for(f"diagnostics of version {version} of {uri}", is_it)["params"]["diagnostics"]

    def end(self):
        """Shuts the server down as the protocol wants it; its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        try:
            return self.process.wait(PATIENCE)
        finally:
            self.close()

    def close(self):
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()

    def _story(self):
        errors = b"".join(self._errors).decode(errors="replace")
        last = "\n".join(json.dumps(message)[:500] for message in self.received[-5:])
        return f"\nlast messages:\n{last}\nstandard error:\n{errors}"


def offset_of(text, position):
    """The index in `text` of a position in UTF-16 units."""
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: position["line"]])
    units = lines[position["line"]].encode("utf-16-le")[: 2 * position["character"]]
    return before + len(units.decode("utf-16-le"))


def position_of(text, needle, inside=0):
    """The position `inside` characters behind the start of the first `needle`."""
    before = text[: text.index(needle) + inside]
    line = before.rpartition("\n")[2]
    return {"line": before.count("\n"), "character": len(line.encode("utf-16-le")) // 2}


def range_text(text, extent):
    return text[offset_of(text, extent["start"]) : offset_of(text, extent["end"])]


def apply(text, edits):
    """The text after edits that all speak of the text before."""
    spans = sorted((offset_of(text, e["range"]["start"]), offset_of(text, e["range"]["end"]), e["newText"]) for e in edits)
    for (_, end, _), (begin, _, _) in zip(spans, spans[1:]):
        if begin < end:
            raise Failure(f"edits overlap: {edits}")
    for begin, end, new in reversed(spans):
        text = text[:begin] + new + text[end:]
    return text
