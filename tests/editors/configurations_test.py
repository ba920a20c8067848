"""The files for editors that are not tried here can be read, and start the server for languages that it knows."""
import json
import pathlib
import tomllib
import unittest

EDITORS = pathlib.Path(__file__).parents[2] / "editors"
LANGUAGES = {"python", "markdown", "jupyter"}


def json_of(name):
    return json.loads((EDITORS / name).read_text())


class ConfigurationsTest(unittest.TestCase):
    def test_helix(self):
        languages = tomllib.loads((EDITORS / "helix/languages.toml").read_text())
        self.assertEqual(languages["language-server"], {"alyxls": {"command": "alyxls"}})
        self.assertEqual({language["name"] for language in languages["language"]}, LANGUAGES)
        for language in languages["language"]:
            self.assertIn("alyxls", language["language-servers"])

    def test_kate(self):
        servers = json_of("kate/settings.json")["servers"]
        self.assertEqual(set(servers), {"python", "markdown"})
        for server in servers.values():
            self.assertEqual(server["command"], ["alyxls"])

    def test_sublime(self):
        client = json_of("sublime/LSP.sublime-settings")["clients"]["alyxls"]
        self.assertEqual(client["command"], ["alyxls"])
        self.assertTrue(client["enabled"])

    def test_jupyterlab(self):
        server = json_of("jupyterlab/alyxls.json")["LanguageServerManager"]["language_servers"]["alyxls"]
        self.assertEqual((server["version"], server["argv"], server["languages"]), (2, ["alyxls"], ["python"]))

    def test_each_is_in_the_readme(self):
        readme = (EDITORS / "README.md").read_text()
        for file in EDITORS.glob("*/*"):
            if file.parent.name != "vscode":
                self.assertIn(f"]({file.relative_to(EDITORS)})", readme)


if __name__ == "__main__":
    unittest.main()
