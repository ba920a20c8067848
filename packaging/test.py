#!/usr/bin/env python3
"""Tries the packages as their users would: unpacked where nothing else is, in a virtual environment, in the integrations.

usage: test.py FOLDER      (with the .deb, the .tar.gz and the .whl; needs dpkg, python3-venv, python3-yaml)
"""
import json, os, pathlib, re, subprocess, sys, tempfile, unittest, venv

import yaml

root = pathlib.Path(__file__).resolve().parents[1]
packages = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else root / "build/packages"
example = "one.alyx.rest('sessions', 'list', django='projcts__name,ibl')\n"


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


def only(pattern):
    found = sorted(packages.glob(pattern))
    assert len(found) == 1, f"{pattern}: {found}"
    return found[0]


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        (self.folder / "a.py").write_text(example)

    def unpack(self):
        subprocess.run(["tar", "-xzf", only("*.tar.gz"), "-C", self.folder, "--strip-components=1"], check=True)
        return self.folder

    def assert_finds(self, done):
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("AQ203", done.stdout)
        self.assertEqual(done.stderr, "")


class Archives(Folder):
    def test_programs_are_static(self):
        for program in (self.unpack() / "bin").iterdir():
            headers = run("readelf", "--program-headers", "--dynamic", program).stdout
            self.assertNotIn("INTERP", headers)
            self.assertNotIn("(NEEDED)", headers)
            self.assertNotIn(".symtab", run("readelf", "--sections", program).stdout, "stripped")

    def test_the_program_runs_where_nothing_else_is(self):
        if os.geteuid() != 0:
            self.skipTest("only root can change the root folder")
        self.unpack()
        self.assert_finds(run("chroot", self.folder, "/bin/alyxlint", "check", "--output-format", "concise", "a.py"))

    def test_all_that_belongs_to_the_program_is_there(self):
        share = self.unpack() / "share"
        for file in ["man/man1/alyxlint.1.gz", "bash-completion/completions/alyxlint",
                     "zsh/vendor-completions/_alyxlint", "fish/vendor_completions.d/alyxlint.fish",
                     "doc/alyxlint/index.html", "doc/alyxlint/rules/unknown-field.html", "doc/alyxlint/copyright",
                     "alyxlint/pack.schema.json"]:
            self.assertGreater((share / file).stat().st_size, 100, file)
        self.assertIn("tree-sitter", (share / "doc/alyxlint/copyright").read_text())

    def test_addresses_lead_to_the_pages_that_were_installed(self):
        done = run(self.unpack() / "bin/alyxlint", "explain", "AQ203", "--output-format", "json")
        url = json.loads(done.stdout)["url"]
        self.assertEqual(url, f"file://{self.folder.resolve()}/share/doc/alyxlint/rules/unknown-field.html")
        self.assertTrue(pathlib.Path(url.removeprefix("file://")).is_file())

    def test_the_debian_package_depends_on_nothing(self):
        package = only("*.deb")
        for field in ["Depends", "Pre-Depends", "Recommends"]:
            self.assertEqual(run("dpkg-deb", "--field", package, field).stdout.strip(), "")
        self.assertEqual(run("dpkg-deb", "--field", package, "Package").stdout.strip(), "alyxlint")
        listing = run("dpkg-deb", "--contents", package).stdout
        for path in ["./usr/bin/alyxlint", "./usr/share/man/man1/alyxlint.1.gz", "./usr/share/doc/alyxlint/copyright"]:
            self.assertIn(f" {path}\n", listing)
        for line in listing.splitlines():
            self.assertRegex(line, r"^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--) root/root ")

    def test_the_debian_package_can_be_unpacked_and_run(self):
        subprocess.run(["dpkg-deb", "--extract", only("*.deb"), self.folder], check=True)
        self.assert_finds(run(self.folder / "usr/bin/alyxlint", "check", "a.py", cwd=self.folder))


class Wheel(Folder):
    def test_pip_installs_it_without_a_network(self):
        place = self.folder / "environment"
        venv.create(place, with_pip=True)
        done = run(place / "bin/python", "-m", "pip", "install", "--no-index", "--disable-pip-version-check",
                   only("*.whl"))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_finds(run(place / "bin/alyxlint", "check", "a.py", cwd=self.folder))
        self.assertTrue((place / "share/doc/alyxlint/index.html").is_file())
        done = run(place / "bin/python", "-m", "pip", "uninstall", "--yes", "alyxlint")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse((place / "bin/alyxlint").exists())


class Integrations(Folder):
    def test_the_hooks_of_pre_commit(self):
        self.unpack()
        hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())
        self.assertEqual([hook["id"] for hook in hooks], ["alyxlint", "alyxlint-fix"])
        for hook in hooks:
            self.assertRegex("a.py", hook["files"])
            path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
            self.assert_finds(run(*hook["entry"].split(), "a.py", cwd=self.folder, env={**os.environ, "PATH": path}))

    def test_the_action_checks_and_ends_with_the_status_of_the_check(self):
        program = self.unpack() / "bin/alyxlint"
        action = yaml.safe_load((root / "action.yml").read_text())
        self.assertEqual(action["runs"]["using"], "composite")
        fetch, check = action["runs"]["steps"]
        environment = {**os.environ, "PROGRAM": str(program), "PATHS": "a.py", "ARGUMENTS": "--select AQ2"}
        done = run("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", check["run"], cwd=self.folder,
                   env=environment)
        self.assert_finds(done)
        self.assertTrue(done.stdout.startswith("::error "), done.stdout)
        environment["ARGUMENTS"] = "--exit-zero"
        self.assertEqual(run("bash", "-e", "-c", check["run"], cwd=self.folder, env=environment).returncode, 0)

    def test_the_action_fetches_what_the_release_holds(self):
        action = yaml.safe_load((root / "action.yml").read_text())
        archive = only("*.tar.gz")
        version = re.fullmatch(r"alyxlint-(.+)-linux-.+\.tar\.gz", archive.name)[1]
        release = self.folder / "releases" / f"v{version}"
        release.mkdir(parents=True)
        (release / archive.name).symlink_to(archive)
        for asked in (f"v{version}", ""):
            folder = self.folder / f"tool{asked}"
            environment = {**os.environ, "VERSION": asked, "ACTION": str(root), "RELEASES": f"file://{release.parent}",
                           "FOLDER": str(folder)}
            done = run("bash", "-eo", "pipefail", "-c", action["runs"]["steps"][0]["run"], env=environment)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue((folder / "bin/alyxlint").is_file())

    def test_the_gitlab_template(self):
        head, body = yaml.safe_load_all((root / "templates/alyxlint.yml").read_text())
        inputs = set(head["spec"]["inputs"])
        used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", (root / "templates/alyxlint.yml").read_text()))
        self.assertEqual(inputs, used)
        script = body["alyxlint"]["script"][0].replace("$[[ inputs.arguments ]]", "").replace("$[[ inputs.paths ]]", "a.py")
        self.unpack()
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        self.assert_finds(run("sh", "-c", script, cwd=self.folder, env={**os.environ, "PATH": path}))
        report = json.loads((self.folder / body["alyxlint"]["artifacts"]["reports"]["codequality"]).read_text())
        self.assertEqual(report[0]["location"]["path"], "a.py")


if __name__ == "__main__":
    unittest.main()
