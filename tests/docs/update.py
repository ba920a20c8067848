#!/usr/bin/env python3
"""Writes what the program prints into the console blocks of README.md.

Blocks `console` run here; blocks `console project` run one after the other in a repository with copies of the examples.

usage: update.py ALYXLINT
"""
import os, pathlib, re, shutil, subprocess, sys, tempfile

root = pathlib.Path(__file__).resolve().parents[2]
program = os.path.abspath(sys.argv[1])


project = pathlib.Path(tempfile.mkdtemp()) / "project"
shutil.copytree(root / "tests/examples", project)
(project / ".git").mkdir()
(project / ".git/HEAD").write_text("ref: refs/heads/main\n")


def output(match):
    info, command = match[1], match[2]
    path = f"{os.path.dirname(program)}:{os.environ['PATH']}"
    done = subprocess.run(command, shell=True, cwd=project if info else root, env={**os.environ, "PATH": path}, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True)
    return f"```console{info}\n$ {command}\n{done.stdout}```"


readme = root / "README.md"
readme.write_text(re.sub(r"```console( project|)\n\$ (.*)\n(?:.*\n)*?```", output, readme.read_text()))
shutil.rmtree(project.parent)
