#!/usr/bin/env python3
"""Makes a wheel of an installed tree, so that `pip install FILE.whl` installs the programs. Needs no network.

usage: wheel.py PREFIX FOLDER

PREFIX is where `cmake --install` put the programs; the wheel goes into FOLDER.
"""
import base64, hashlib, pathlib, platform, subprocess, sys, zipfile

# The programs are static: any distribution of Linux runs them, with glibc or musl.
SYSTEMS = ["manylinux2014", "musllinux_1_1"]
SUMMARY = "Checks the query strings that scripts send to Alyx"


def metadata(version, root):
    fields = [("Metadata-Version", "2.1"), ("Name", "alyxlint"), ("Version", version), ("Summary", SUMMARY),
              ("License", "MIT"), ("Requires-Python", ">=3.7"), ("Description-Content-Type", "text/markdown")]
    head = "".join(f"{name}: {value}\n" for name, value in fields)
    return head + "\n" + (root / "README.md").read_text(encoding="utf-8")


def wheel_file(tags):
    head = "Wheel-Version: 1.0\nGenerator: alyxlint-packaging\nRoot-Is-Purelib: false\n"
    return head + "".join(f"Tag: {tag}\n" for tag in tags)


class Wheel:
    """A zip file whose entries do not depend on when it is made, and their hashes."""

    def __init__(self, path, info):
        self.zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)
        self.info, self.record = info, []

    def add(self, name, data, mode=0o644):
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3  # Unix, so that the mode counts
        entry.external_attr = (0o100000 | mode) << 16
        self.zip.writestr(entry, data)
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        self.record.append(f"{name},sha256={digest},{len(data)}")

    def close(self):
        name = f"{self.info}/RECORD"
        self.add(name, "\n".join(self.record + [f"{name},,", ""]).encode())
        self.zip.close()


def main():
    prefix, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    root = pathlib.Path(__file__).resolve().parents[1]
    said = subprocess.run([prefix / "bin/alyxlint", "--version"], check=True, capture_output=True, text=True).stdout
    version, machine = said.split()[1], platform.machine()
    tags = [f"py3-none-{system}_{machine}" for system in SYSTEMS]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"alyxlint-{version}-py3-none-{'.'.join(f'{system}_{machine}' for system in SYSTEMS)}.whl"
    info, data = f"alyxlint-{version}.dist-info", f"alyxlint-{version}.data"
    wheel = Wheel(path, info)
    for program in sorted((prefix / "bin").iterdir()):
        wheel.add(f"{data}/scripts/{program.name}", program.read_bytes(), 0o755)
    for file in sorted(path for path in (prefix / "share").rglob("*") if path.is_file()):
        wheel.add(f"{data}/data/{file.relative_to(prefix).as_posix()}", file.read_bytes())
    wheel.add(f"{info}/METADATA", metadata(version, root).encode())
    wheel.add(f"{info}/WHEEL", wheel_file(tags).encode())
    wheel.close()
    print(path)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
