#!/usr/bin/env python3
"""How long editors wait for alyxls, and for pyright and pylsp on the same files with the same operations.

usage: lsp_bench.py ALYXLS [--operations N] [--peer-seconds S] [--pyright PROGRAM] [--pylsp PROGRAM]
                    [--output FILE] [--readme FILE]

Prints Markdown: how long is waited, and what that costs the processor. Each operation is done N times by alyxls, and by
the others as often as S seconds allow. --output writes the whole page, --readme the short table between its marks.
"""
import argparse, os, pathlib, shutil, subprocess, sys, tempfile, time
from lsp_client import PULL, Client, Timeout
from lsp_scripts import LINES, QUERIES, flat, functions, shared, without_queries
from lsp_tables import Results, replace_marked

FILES = 5000
TITLES = {
    "start": "start to answer to `initialize`",
    "typing": "typing in a query, to diagnostics",
    "flat": "the same, all in the module",
    "shared": "typing in the first line's query, which feeds all",
    "newline": "a newline at the top",
    "rest": "the first `.rest(` of a file",
    "quote": "a quote opened and closed",
    "bracket": "a bracket opened and closed",
    "completion": "completion",
    "hover": "hover",
    "completion, busy": f"completion while {FILES:,} files are diagnosed",
    "hover, busy": f"hover while {FILES:,} files are diagnosed",
}


class Budget:
    """So many operations, or so many seconds of them."""

    def __init__(self, operations, seconds):
        self.operations, self.seconds = operations, seconds

    def __iter__(self):
        begin = time.perf_counter()
        for i in range(self.operations):
            # By pairs: what was typed is taken back.
            if i % 2 == 0 and i > 0 and time.perf_counter() - begin > self.seconds:
                return
            yield i


def typing(client, uri, at, text, budget):
    """Types `text` and takes it back, in turns. A sample of each."""
    lines = text.split("\n")
    end = (at[0] + len(lines) - 1, (0 if len(lines) > 1 else at[1]) + len(lines[-1]))
    return [client.measured(client.edit, uri, at, at if i % 2 == 0 else end, text if i % 2 == 0 else "")[1]
            for i in budget]


def edits(client, folder, budget):
    """Samples of the operations that end with diagnostics."""
    scripts = {"functions": functions(), "flat": flat(), "shared": shared(), "without": without_queries()}
    line = scripts["functions"].typed[0]
    plan = {"typing": ("functions", None, "x"), "flat": ("flat", None, "x"), "shared": ("shared", None, "x"),
            "newline": ("functions", (0, 0), "\n"), "rest": ("without", None, ".rest"),
            "quote": ("functions", (line + 2, 4), "'"), "bracket": ("functions", (line + 2, 4), "[")}
    times = {}
    for name, (script, at, text) in plan.items():
        uri = f"file://{folder}/{script}.py"
        client.open(uri, scripts[script].text)
        try:
            times[name] = typing(client, uri, at or scripts[script].typed, text, budget)
        except Timeout:
            pass
        client.close(uri)
    return times


def questions(client, uri, script, budget):
    """Samples of completion and hover."""
    line, character = script.typed
    times = {}
    for method, place in (("completion", (line, character - 2)), ("hover", (line, character - 4))):
        times[method] = [client.measured(client.at, method, uri, place)[1] for _ in budget]
    return times


def measure(command, folder, budget, starts):
    times = {"start": []}
    for _ in range(starts):
        client = Client(command, folder)
        times["start"].append((client.start_time, client.processor()))
        client.end()
    client = Client(command, folder)
    times.update(edits(client, folder, budget))
    script, uri = functions(), f"file://{folder}/functions.py"
    client.open(uri, script.text)
    times.update(questions(client, uri, script, budget))
    memory = client.memory()
    client.end()
    return times, memory


def measure_busy(command, folder, budget):
    """Asks while the whole workspace is being diagnosed, again and again."""
    for i in range(FILES):
        (folder / f"script_{i}.py").write_text(
            "from one.api import ONE\none = ONE()\n" + "value = [1, 2, {'a': 3}]\n" * 50
            + f"one.alyx.rest('sessions', 'list', django='subject__nickname,ks{i},projct__name,x')\n")
    client = Client(command, folder, PULL)
    script, uri = functions(), f"file://{folder}/functions.py"
    client.notify("textDocument/didOpen", {"textDocument": {
        "uri": uri, "languageId": "python", "version": 1, "text": script.text}})
    client.at("hover", uri, script.typed)
    line, character = script.typed
    times = {"completion, busy": [], "hover, busy": []}
    rounds = 0
    diagnosing = None
    for i in budget:
        if diagnosing is None:
            rounds += 1
            diagnosing = client.last_id = client.last_id + 1
            client.send(id=diagnosing, method="workspace/diagnostic", params={"previousResultIds": []})
        method, back = (("completion", 2), ("hover", 4))[i % 2]
        client.last_id += 1
        begin = time.perf_counter()
        client.send(id=client.last_id, method=f"textDocument/{method}", params={
            "textDocument": {"uri": uri}, "position": {"line": line, "character": character - back}})
        while True:
            message, arrived = client.receive(60)
            if message.get("id") == diagnosing and "method" not in message:
                diagnosing = None
            if message.get("id") == client.last_id and "method" not in message:
                break
        # An answer that all was done already before is not one that was given meanwhile.
        if diagnosing is not None:
            times[f"{method}, busy"].append((arrived - begin, None))
        time.sleep(0.001)
    memory = client.memory()
    client.end()
    return times, memory, rounds


def version_of(command):
    got = subprocess.run([*command, "--version"], capture_output=True, text=True)
    return (got.stdout or got.stderr).split()[-1].lstrip("v") if got.returncode == 0 else ""


def load(before):
    after = os.getloadavg()[0]
    most = max(before, after)
    return f"{'little else ran' if most < 1.5 else 'other programs ran too'} (load {before:.1f} before, {after:.1f} after)"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("alyxls", type=pathlib.Path)
    arguments.add_argument("--operations", type=int, default=1000)
    arguments.add_argument("--peer-seconds", type=float, default=20)
    arguments.add_argument("--pyright", default="pyright-langserver")
    arguments.add_argument("--pylsp", default="pylsp")
    arguments.add_argument("--output", type=pathlib.Path)
    arguments.add_argument("--readme", type=pathlib.Path)
    options = arguments.parse_args()
    load_before = os.getloadavg()[0]
    ours = Budget(options.operations, float("inf"))
    theirs = Budget(options.operations, options.peer_seconds)

    results = {}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        command = [options.alyxls.resolve()]
        (folder / "alone").mkdir()
        times, memory = measure(command, folder / "alone", ours, starts=100)
        print("alyxls alone: done", file=sys.stderr)
        busy, busy_memory, rounds = measure_busy(command, folder, ours)
        print(f"alyxls with {FILES:,} files: done, {rounds} rounds, {busy_memory[1]:.0f} MB at most", file=sys.stderr)
        results[f"alyxls {version_of(command)}".strip()] = ({**times, **busy}, memory)
        for peer, program, extra, asks in (("pyright", options.pyright, ["--stdio"], "pyright"),
                                           ("pylsp", options.pylsp, [], "pylsp")):
            found = shutil.which(program)
            if not found:
                print(f"{peer} is not there: {program}", file=sys.stderr)
                continue
            found = os.path.abspath(found)  # the servers are started in another folder
            version = version_of([str(pathlib.Path(found).with_name(asks))])
            results[f"{peer} {version}".strip()] = measure([found, *extra], folder / "alone", theirs, starts=5)
            print(f"{peer}: done", file=sys.stderr)

    results = Results(TITLES, results)
    page = results.page(LINES, QUERIES, load(load_before))
    print(page)
    if options.output:
        options.output.write_text(page)
    if options.readme:
        replace_marked(options.readme, results.short(LINES))
    for miss in results.misses():
        print(f"missed: {miss}", file=sys.stderr)


if __name__ == "__main__":
    main()
