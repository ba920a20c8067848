#!/usr/bin/env python3
"""How long editors wait for alyxls, and for pyright and pylsp on the same files with the same operations.

usage: lsp_bench.py ALYXLS [--operations N] [--peer-seconds S] [--pyright PROGRAM] [--pylsp PROGRAM] [--output FILE]

Prints a Markdown table: milliseconds, median / 95th percentile / longest. Each operation is done N times by alyxls,
and by the others as often as S seconds allow. Times are those between writing a message and having read its answer.
"""
import argparse, os, pathlib, shutil, statistics, subprocess, sys, tempfile, time
from lsp_client import PULL, Client, Timeout
from lsp_scripts import LINES, QUERIES, flat, functions, shared, without_queries

FILES = 5000
TARGETS = {"typing": 5, "flat": 15, "quote": 100, "bracket": 100, "completion": 2, "hover": 2,
           "completion, busy": 5, "hover, busy": 5, "start": 10}
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
PAGE = """# How long editors wait

What `./dev bench lsp` wrote: alyxls, and beside it pyright and pylsp with their own settings, on the same files with the
same operations, in one run. The script has {lines:,} lines and {queries} queries; the machine has {machine}.

{table}

Times are those between writing a message and having read its answer, over standard streams. Both of the others wait for
a pause in typing before they look at a text, which is in their times: it is what one sees. Memory is that of the server
with one script open, at the end. Completion and hover are asked for within a query, where the others have little to say.
"""


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
    """Types `text` and takes it back, in turns. Seconds of each."""
    lines = text.split("\n")
    end = (at[0] + len(lines) - 1, (0 if len(lines) > 1 else at[1]) + len(lines[-1]))
    return [client.edit(uri, at, at if i % 2 == 0 else end, text if i % 2 == 0 else "")[1] for i in budget]


def edits(client, folder, budget):
    """Seconds of each operation that ends with diagnostics."""
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
    """Seconds of each completion and hover."""
    line, character = script.typed
    times = {}
    for method, place in (("completion", (line, character - 2)), ("hover", (line, character - 4))):
        times[method] = [client.at(method, uri, place)[1] for _ in budget]
    return times


def measure(command, folder, budget, starts):
    times = {"start": []}
    for _ in range(starts):
        client = Client(command, folder)
        times["start"].append(client.start_time)
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
            times[f"{method}, busy"].append(arrived - begin)
        time.sleep(0.001)
    memory = client.memory()
    client.end()
    return times, memory, rounds


def shown(times):
    if not times:
        return "–"
    ordered = sorted(1000 * t for t in times)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    def text(ms):
        return f"{ms:.1f}" if ms < 100 else f"{ms:,.0f}"
    return f"{text(statistics.median(ordered))} / {text(p95)} / {text(ordered[-1])}"


def misses(times):
    found = []
    for name, target in TARGETS.items():
        ordered = sorted(1000 * t for t in times.get(name, []))
        if ordered and (p95 := ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]) > target:
            found.append(f"{TITLES[name]}: p95 {p95:.1f} ms, wanted {target} ms")
    return found


def table(results):
    names = list(results)
    lines = ["| milliseconds: median / 95 % / longest | wanted, 95 % | " + " | ".join(names) + " |",
             "|---|--:|" + "--:|" * len(names)]
    for name, title in TITLES.items():
        wanted = f"≤ {TARGETS[name]}" if name in TARGETS else ""
        lines.append(f"| {title} | {wanted} | " + " | ".join(shown(results[n][0].get(name)) for n in names) + " |")
    lines.append("| resident memory, MB | ≤ 40 | " + " | ".join(f"{results[n][1][0]:.0f}" for n in names) + " |")
    lines.append("| operations of each kind | | " + " | ".join(
        f"{max(len(t) for k, t in results[n][0].items() if k != 'start'):,}" for n in names) + " |")
    return "\n".join(lines)


def version_of(command):
    got = subprocess.run([*command, "--version"], capture_output=True, text=True)
    return (got.stdout or got.stderr).split()[-1].lstrip("v") if got.returncode == 0 else ""


def machine():
    with open("/proc/cpuinfo") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return f"{os.cpu_count()} × {models[0] if models else 'CPU'}"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("alyxls", type=pathlib.Path)
    arguments.add_argument("--operations", type=int, default=1000)
    arguments.add_argument("--peer-seconds", type=float, default=20)
    arguments.add_argument("--pyright", default="pyright-langserver")
    arguments.add_argument("--pylsp", default="pylsp")
    arguments.add_argument("--output", type=pathlib.Path)
    options = arguments.parse_args()
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
            version = version_of([str(pathlib.Path(found).with_name(asks))])
            results[f"{peer} {version}".strip()] = measure([found, *extra], folder / "alone", theirs, starts=5)
            print(f"{peer}: done", file=sys.stderr)

    print(table(results))
    if options.output:
        options.output.write_text(PAGE.format(lines=LINES, queries=QUERIES, machine=machine(), table=table(results)))
    for miss in misses(results[next(iter(results))][0]):
        print(f"missed: {miss}", file=sys.stderr)


if __name__ == "__main__":
    main()
