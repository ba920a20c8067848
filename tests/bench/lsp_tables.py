"""Tables of what lsp_bench.py measured: what is waited for, and what it costs the processor."""
import os, pathlib, re, statistics

TARGETS = {"typing": 5, "flat": 15, "quote": 100, "bracket": 100, "completion": 2, "hover": 2,
           "completion, busy": 5, "hover, busy": 5, "start": 10}
MEMORY_TARGET = 40
MARKS = "<!-- speed: ./dev bench lsp -->\n", "<!-- end of speed -->\n"
SHORT = """How long one waits for it, and for two others on the same file of {lines:,} lines ([more](docs/performance.md)):

{table}
"""
PAGE = """# How long editors wait

What `./dev bench lsp` wrote: alyxls, and beside it pyright and pylsp with their own settings, on the same files with the
same operations, in one run. The script has {lines:,} lines and {queries} queries; the machine has {cores} cores, and {load}.

{waiting}

Times are those between writing a message and having read its answer, over standard streams; × is how many times as long
as alyxls the other takes, by medians. Both of the others wait for a pause in typing before they look at a text, which is
in their times: it is what one sees. Memory is that of the server with one script open, at the end. Completion and hover
are asked for within a query, where the others have little to say.

What the same operations cost the processor, which other programs on the machine make little difference to:

{processor}
"""


def at(times, part):
    """A quantile in milliseconds."""
    ordered = sorted(times)
    return 1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def number(ms):
    return f"{ms:.1f}" if ms < 100 else f"{ms:,.0f}"


def ratio(theirs, ours):
    times = statistics.median(theirs) / max(statistics.median(ours), 1e-6)
    return f" (×{times:.1f})" if times < 10 else f" (×{times:,.0f})"


class Results:
    """`measured`: by the program's name its samples, a list of (waited, processor) in seconds for each operation, and
    its resident megabytes, now and at most. What was not measured is None. The first program is ours."""

    def __init__(self, titles, measured):
        self.titles, self.measured, self.names = titles, measured, list(measured)

    def times(self, name, operation, kind):
        samples = self.measured[name][0].get(operation, [])
        return [sample[kind] for sample in samples if sample[kind] is not None]

    def rows(self, kind, shown, wanted):
        lines = [f"| {shown.title} | {'wanted, 95 % | ' if wanted else ''}" + " | ".join(self.names) + " |",
                 "|---|" + "--:|" * (len(self.names) + wanted)]
        for operation, title in self.titles.items():
            ours = self.times(self.names[0], operation, kind)
            all_times = {name: self.times(name, operation, kind) for name in self.names}
            if not any(all_times.values()):
                continue
            cells = []
            for name, times in all_times.items():
                cells.append("–" if not times else
                             shown(times) + (ratio(times, ours) if name != self.names[0] and ours else ""))
            target = (f"≤ {TARGETS[operation]} | " if operation in TARGETS else " | ") if wanted else ""
            lines.append(f"| {title} | {target}" + " | ".join(cells) + " |")
        return lines

    def waiting(self):
        def shown(times):
            return " / ".join(number(at(times, part)) for part in (0.5, 0.95, 1))
        shown.title = "milliseconds: median / 95 % / longest"
        counts = (max(len(samples) for key, samples in self.measured[name][0].items() if key != "start")
                  for name in self.names)
        return "\n".join(self.rows(0, shown, True) + [self.memory(True), "| operations of each kind | | "
                         + " | ".join(f"{count:,}" for count in counts) + " |"])

    def processor(self):
        def shown(times):
            return " / ".join(number(at(times, part)) for part in (0.5, 0.95))
        shown.title = "milliseconds of a processor: median / 95 %"
        return "\n".join(self.rows(1, shown, False))

    def memory(self, wanted):
        return ("| resident memory, MB | " + (f"≤ {MEMORY_TARGET} | " if wanted else "")
                + " | ".join(f"{self.measured[name][1][0]:.0f}" for name in self.names) + " |")

    def short(self, lines):
        def shown(times):
            return number(at(times, 0.95))
        shown.title = "95 % of the answers come within, ms"
        kept = ("typing", "newline", "quote", "completion", "hover", "start")
        some = Results({key: self.titles[key] for key in kept}, self.measured)
        return SHORT.format(lines=lines, table="\n".join(some.rows(0, shown, False) + [self.memory(False)]))

    def page(self, lines, queries, load):
        return PAGE.format(lines=lines, queries=queries, cores=os.cpu_count(), load=load, waiting=self.waiting(),
                           processor=self.processor())

    def misses(self):
        for operation, target in TARGETS.items():
            for kind, what in enumerate(("waiting", "processor")):
                times = self.times(self.names[0], operation, kind)
                if times and at(times, 0.95) > target:
                    yield f"{self.titles[operation]}: 95 % {at(times, 0.95):.1f} ms ({what}), wanted {target} ms"
        if (memory := self.measured[self.names[0]][1][0]) > MEMORY_TARGET:
            yield f"resident memory: {memory:.0f} MB, wanted {MEMORY_TARGET} MB"


def replace_marked(file, text):
    """Writes the text between the marks of a file."""
    begin, end = map(re.escape, MARKS)
    old = pathlib.Path(file).read_text()
    new, count = re.subn(f"({begin}).*?({end})", lambda m: m[1] + text + m[2], old, flags=re.DOTALL)
    if count != 1:
        raise SystemExit(f"{file}: {MARKS[0].strip()} … {MARKS[1].strip()} must stand in it once")
    pathlib.Path(file).write_text(new)
