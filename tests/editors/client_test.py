"""The plain client with a script and a notebook, as a person uses an editor: sees, completes, reads, mends."""
import json
import os
import pathlib
import unittest

from client import Client, apply, offset_of, position_of, range_text

WORKSPACE = pathlib.Path(__file__).parent / "workspace"
CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
        "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}},
    },
    "notebookDocument": {"synchronization": {}},
}


class Document:
    """A text that the server knows, and that is edited by ranges."""

    def __init__(self, client, uri, text, language="python"):
        self.client, self.uri, self.text, self.language, self.version = client, uri, text, language, 1

    def item(self):
        return {"uri": self.uri, "languageId": self.language, "version": self.version, "text": self.text}

    def at(self, position):
        return {"textDocument": {"uri": self.uri}, "position": position}

    def open(self):
        self.client.notify("textDocument/didOpen", {"textDocument": self.item()})
        return self.diagnostics()

    def diagnostics(self):
        return self.client.diagnostics(self.uri, self.version)

    def change(self, edits):
        """Makes the edits. They are sent from the last to the first, as each speaks of the text that the one before made."""
        self.text = apply(self.text, edits)
        self.version += 1
        backwards = sorted(edits, key=lambda edit: (edit["range"]["start"]["line"], edit["range"]["start"]["character"]))
        changes = [{"range": edit["range"], "text": edit["newText"]} for edit in reversed(backwards)]
        self.tell(changes)

    def tell(self, changes):
        self.client.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": self.uri, "version": self.version}, "contentChanges": changes},
        )

    def type(self, text, position):
        """Key by key; the position behind."""
        for key in text:
            self.change([{"range": {"start": position, "end": position}, "newText": key}])
            step = {"line": position["line"] + 1, "character": 0}
            position = step if key == "\n" else {**position, "character": position["character"] + len(key.encode("utf-16-le")) // 2}
        return position

    def fix(self, diagnostic, title):
        """The edits of the quick fix with this title."""
        params = {"textDocument": {"uri": self.uri}, "range": diagnostic["range"], "context": {"diagnostics": [diagnostic]}}
        actions = self.client.request("textDocument/codeAction", params)
        chosen = [action for action in actions if action["title"].startswith(title)]
        assert len(chosen) == 1, f"{title!r} is offered {len(chosen)} times: {[action['title'] for action in actions]}"
        return chosen[0]["edit"]["changes"]


class Cell(Document):
    """A cell of a notebook."""

    notebook = "file:///lab/notebook.ipynb"

    def tell(self, changes):
        content = {"document": {"uri": self.uri, "version": self.version}, "changes": changes}
        self.client.notify(
            "notebookDocument/didChange",
            {
                "notebookDocument": {"uri": self.notebook, "version": self.version},
                "change": {"cells": {"textContent": [content]}},
            },
        )


class EditorTest(unittest.TestCase):
    def setUp(self):
        self.client = Client(os.environ["ALYXLS"], "--stdio")
        self.addCleanup(self.client.close)
        params = {"processId": os.getpid(), "rootUri": WORKSPACE.as_uri(), "capabilities": CAPABILITIES}
        answer = self.client.request("initialize", params)
        self.assertEqual(answer["capabilities"]["positionEncoding"], "utf-16")
        self.client.notify("initialized", {})

    def assert_mistake(self, document, diagnostics):
        """The only mistake is `nicknam`, and its text is underlined."""
        self.assertEqual([one["code"] for one in diagnostics], ["AQ205"])
        self.assertEqual(range_text(document.text, diagnostics[0]["range"]), "nicknam")
        self.assertIn("did you mean `nickname`?", diagnostics[0]["message"])
        self.assertEqual(diagnostics[0]["severity"], 1)

    def complete(self, document, position, label):
        """Takes the first completion, which has this label; the position behind."""
        completions = self.client.request("textDocument/completion", document.at(position))
        first = min(completions["items"], key=lambda item: item["sortText"])
        self.assertEqual(first["label"], label)
        edit = first["textEdit"]
        document.change([edit])
        start = edit["range"]["start"]
        return {**start, "character": start["character"] + len(edit["newText"])}

    def assert_hover(self, document, position, word, text):
        hover = self.client.request("textDocument/hover", document.at(position))
        self.assertEqual(range_text(document.text, hover["range"]), word)
        self.assertIn(text, hover["contents"]["value"])

    def test_script(self):
        script = WORKSPACE / "script.py"
        document = Document(self.client, script.as_uri(), script.read_text())
        diagnostics = document.open()
        self.assert_mistake(document, diagnostics)

        document.change(document.fix(diagnostics[0], "write `subject__nickname__icontains`")[document.uri])
        self.assertEqual(document.text, script.read_text().replace("nicknam_", "nickname_"))
        self.assertEqual(document.diagnostics(), [])
        self.assert_hover(document, position_of(document.text, "icontains", 3), "icontains", "whatever the case")

        end = {"line": document.text.count("\n"), "character": 0}
        behind = document.type("print('🦉', one.alyx.rest('sessions', 'list', django='subject__nick", end)
        behind = self.complete(document, behind, "nickname")
        document.type("__in,ks')\n", behind)
        self.assertTrue(
            document.text.endswith("print('🦉', one.alyx.rest('sessions', 'list', django='subject__nickname__in,ks')\n")
        )
        outside = self.client.request("textDocument/completion", document.at(position_of(document.text, "print", 5)))
        self.assertIsNone(outside)
        self.assertEqual(self.client.end(), 0)

    def test_cells_of_a_notebook(self):
        cells = [
            Cell(self.client, f"vscode-notebook-cell:/lab/notebook.ipynb#{i}", "".join(cell["source"]))
            for i, cell in enumerate(json.loads((WORKSPACE / "notebook.ipynb").read_text())["cells"])
        ]
        self.client.notify(
            "notebookDocument/didOpen",
            {
                "notebookDocument": {
                    "uri": Cell.notebook,
                    "notebookType": "jupyter-notebook",
                    "version": 1,
                    "cells": [{"kind": 2, "document": cell.uri} for cell in cells],
                },
                "cellTextDocuments": [cell.item() for cell in cells],
            },
        )
        variable, query = cells
        diagnostics = variable.diagnostics()
        self.assert_mistake(variable, diagnostics)
        self.assertEqual(diagnostics[0]["relatedInformation"][0]["location"]["uri"], query.uri)

        variable.change(variable.fix(diagnostics[0], "write `subject__nickname__icontains`")[variable.uri])
        self.assertEqual(variable.text, "path = 'subject__nickname'")
        self.assertEqual(variable.diagnostics(), [])
        self.assert_hover(query, position_of(query.text, "icontains", 3), "icontains", "whatever the case")

        end = {"line": 0, "character": offset_of(query.text, {"line": 0, "character": 999}) + 1}
        behind = query.type("\none.alyx.rest('sessions', 'list', django='subject__nick", end)
        self.complete(query, behind, "nickname")
        self.assertTrue(query.text.endswith("\none.alyx.rest('sessions', 'list', django='subject__nickname"))
        self.assertEqual(self.client.end(), 0)

    def test_file_of_a_notebook(self):
        notebook = WORKSPACE / "notebook.ipynb"
        document = Document(self.client, notebook.as_uri(), notebook.read_text(), "jupyter")
        diagnostics = document.open()
        self.assert_mistake(document, diagnostics)

        document.change(document.fix(diagnostics[0], "write `subject__nickname__icontains`")[document.uri])
        self.assertEqual(document.text, notebook.read_text().replace("nicknam'", "nickname'"))
        self.assertEqual(document.diagnostics(), [])
        self.assert_hover(document, position_of(document.text, "icontains", 3), "icontains", "whatever the case")

        position = position_of(document.text, "__icontains", 2)
        document.change([{"range": {"start": position, "end": {**position, "character": position["character"] + 9}}, "newText": ""}])
        self.complete(document, document.type("icont", position), "icontains")
        self.assertEqual(document.text, notebook.read_text().replace("nicknam'", "nickname'"))
        self.assertEqual(self.client.end(), 0)


if __name__ == "__main__":
    unittest.main()
