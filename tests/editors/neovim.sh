#!/bin/sh
# Runs neovim_test.lua: a Neovim without a screen, with the configuration that editors/neovim has for it.
# usage: neovim.sh ALYXLS
set -eu
here=$(cd "$(dirname "$0")" && pwd)
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME CONFIGURATION=editors/neovim/alyxls-0.7.lua
export PATH="$(cd "$(dirname "$1")" && pwd):$PATH" XDG_CACHE_HOME="$HOME" XDG_STATE_HOME="$HOME" XDG_DATA_HOME="$HOME"
cd "$here/../.."
nvim --headless --clean -n -S tests/editors/neovim_test.lua </dev/null
