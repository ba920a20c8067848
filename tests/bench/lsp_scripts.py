"""Scripts of 3,000 lines with 100 queries, and the places in them where one types."""
from dataclasses import dataclass

LINES, QUERIES = 3000, 100
IMPORT = "from one.api import ONE\none = ONE()\n"
LITERAL = "subject__nickname__icontains,ks,start_time__date__gte,2021-01-01"
BODY = "value_{k} = [lab, {{'a': {k}, 'b': (2, 3)}}]\n"


@dataclass
class Script:
    text: str
    typed: tuple  # (line, character) within a query, behind a name

    def position(self, index):
        """That of a byte; the scripts are ASCII."""
        return self.text.count("\n", 0, index), index - (self.text.rfind("\n", 0, index) + 1)


def make(text, mark):
    """`mark` stands where one types."""
    text, index = text.replace(mark, ""), text.index(mark)
    script = Script(text, None)
    script.typed = script.position(index)
    return script


def marked(number):
    return LITERAL.replace("nickname__", "nickname|__") if number == QUERIES // 2 else LITERAL


def functions():
    """Each query in a function of its own."""
    parts = [IMPORT, "lab = 'cortexlab'\n"]
    for i in range(QUERIES):
        parts.append(f"def sessions_{i}(lab):\n")
        parts.append(f"    query = f'lab__name,{{lab}},{marked(i)}'\n")
        parts += ["    " + BODY.format(k=k) for k in range(27)]
        parts.append("    return one.alyx.rest('sessions', 'list', django=query)\n")
    return make("".join(parts), "|")


def flat():
    """All in the module, where each line is known to the following."""
    parts = [IMPORT, "lab = 'cortexlab'\n"]
    for i in range(QUERIES):
        parts.append(f"query_{i} = f'lab__name,{{lab}},{marked(i)}'\n")
        parts += [BODY.format(k=k) for k in range(28)]
        parts.append(f"found_{i} = one.alyx.rest('sessions', 'list', django=query_{i})\n")
    return make("".join(parts), "|")


def shared():
    """A variable of the first line feeds all calls."""
    parts = ["query = 'subject__nickname|__icontains,ks'\n", IMPORT, "lab = 'cortexlab'\n"]
    for i in range(QUERIES):
        parts.append(f"def sessions_{i}(lab):\n")
        parts += ["    " + BODY.format(k=k) for k in range(28)]
        parts.append(f"    return one.alyx.rest('sessions', 'list', django=query + ',number,{i}')\n")
    return make("".join(parts), "|")


def without_queries():
    """What is typed, `.rest(`, makes the first."""
    parts = [IMPORT, "lab = 'cortexlab'\n"]
    for i in range(QUERIES):
        parts.append(f"def values_{i}(lab):\n")
        parts += ["    " + BODY.format(k=k) for k in range(28)]
        parts.append("    return one.alyx|('sessions', 'list', django='projct__name,x')\n" if i == QUERIES // 2
                     else "    return lab\n")
    return make("".join(parts), "|")
