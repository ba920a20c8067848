#!/usr/bin/env python3
"""Tries the extension of VS Code: that its package holds what it needs and nothing else, and that both its servers run.

usage: extension_test.py FILE      (the .vsix; needs node)
"""
import json, pathlib, re, subprocess, sys, tempfile, unittest, zipfile
import xml.etree.ElementTree as xml

file = pathlib.Path(sys.argv.pop(1)).resolve()
program = "extension/server/linux-x64/alyxls"
# All that may be in it, other than pictures.
expected = {
    "[Content_Types].xml", "extension.vsixmanifest", "extension/package.json", "extension/README.md",
    "extension/CHANGELOG.md", "extension/LICENSE.txt", "extension/dist/node.js", "extension/dist/browser.js",
    "extension/language-configuration.json", "extension/dist/wasm_thread.js", "extension/dist/wasm_worker.js", "extension/server/wasm/alyxls.wasm", program,
}


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


class Contents(unittest.TestCase):
    def setUp(self):
        self.package = zipfile.ZipFile(file)
        self.addCleanup(self.package.close)
        self.manifest = json.loads(self.read("package.json"))

    def read(self, name):
        return self.package.read("extension/" + name).decode()

    def test_it_holds_what_is_needed_and_nothing_else(self):
        names = [name for name in self.package.namelist() if not name.startswith("extension/media/")]
        self.assertEqual(sorted(names), sorted(expected))
        self.assertEqual(self.package.getinfo(program).external_attr >> 16 & 0o777, 0o755)
        self.assertIn("MIT License", self.read("LICENSE.txt"))
        for key in ["scripts", "dependencies", "devDependencies", "private"]:
            self.assertNotIn(key, self.manifest)

    def test_it_holds_all_that_its_manifests_name(self):
        names = set(self.package.namelist())
        for asset in xml.fromstring(self.package.read("extension.vsixmanifest")).iter("{*}Asset"):
            self.assertIn(asset.get("Path"), names)
        contributes = self.manifest["contributes"]
        pictures = [step["media"]["image"] for guide in contributes["walkthroughs"] for step in guide["steps"]]
        icons = [view["icon"] for views in contributes["views"].values() for view in views]
        languages = [language["configuration"] for language in contributes["languages"]]
        for name in [self.manifest["main"], self.manifest["browser"], self.manifest["icon"], *pictures, *icons, *languages]:
            self.assertIn("extension/" + name.removeprefix("./"), names)

    def test_pictures_are_small_and_used(self):
        used = self.read("README.md") + json.dumps(self.manifest)
        for entry in self.package.infolist():
            if entry.filename.startswith("extension/media/"):
                self.assertLess(entry.file_size, 90 * 1024, entry.filename)
                self.assertTrue(entry.filename.removeprefix("extension/") in used, entry.filename)
        for name in re.findall(r"!\[[^\]]*\]\(([^)]*)\)", self.read("README.md")):
            self.assertIn("extension/" + name, self.package.namelist())

    def test_settings_and_commands_are_described(self):
        contributes = self.manifest["contributes"]
        readme = self.read("README.md")
        for name, setting in contributes["configuration"]["properties"].items():
            self.assertGreater(len(setting["markdownDescription"]), 30, name)
            self.assertIn(f"`{name}`", readme)
        for command in contributes["commands"]:
            self.assertEqual(command["category"], "Alyx")
            self.assertTrue(command["title"])

    def test_no_network_is_used(self):
        # Programs are reached over `net`, by a local socket or a port of this machine.
        modules = set(re.findall(r'require\("(?:node:)?([a-z_/]+)"\)', self.read("dist/node.js")))
        allowed = {"child_process", "crypto", "fs", "fs/promises", "net", "os", "path", "util", "vscode", "worker_threads"}
        self.assertLessEqual(modules, allowed)
        for script in ["dist/node.js", "dist/browser.js"]:
            used = re.findall(r"\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(", self.read(script))
            self.assertEqual(used, [], script)


class Servers(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        with zipfile.ZipFile(file) as package:
            package.extractall(self.temporary.name)
        self.folder = pathlib.Path(self.temporary.name)

    def test_the_program_runs(self):
        server = self.folder / program
        server.chmod(0o755)
        done = run(server, "--version", env={})
        self.assertEqual(done.returncode, 0, done.stderr)
        manifest = json.loads((self.folder / "extension/package.json").read_text())
        self.assertEqual(done.stdout, f"alyxls {manifest['version']}\n")

    def test_the_server_for_other_platforms_answers(self):
        script = """
            const [thread, module] = process.argv.slice(1);
            const worker = new (require('node:worker_threads').Worker)(thread);
            worker.on('message', ({ result }) => { console.log(result.serverInfo.name); worker.terminate(); });
            worker.postMessage({ wasm: require('node:fs').readFileSync(module) });
            const params = { processId: null, rootUri: null, capabilities: {} };
            worker.postMessage(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params }));
        """
        extension = self.folder / "extension"
        done = run("node", "-e", script, extension / "dist/wasm_thread.js", extension / "server/wasm/alyxls.wasm", timeout=60)
        self.assertEqual(done.stdout, "alyxls\n", done.stderr)


unittest.main()
