#!/bin/sh
# Runs the Emacs test of a client, without a screen, with the configuration that editors/emacs has for it.
# usage: emacs.sh eglot|lsp-mode ALYXLS
set -eu
here=$(cd "$(dirname "$0")" && pwd)
client=$1
HOME=$(mktemp -d)
trap 'rm -rf "$HOME"' EXIT
export HOME PATH="$(cd "$(dirname "$2")" && pwd):$PATH"
cp "$here"/workspace/* "$HOME"
cd "$HOME"
emacs --batch --no-init-file --load package --funcall package-initialize --directory "$here/../../editors/emacs" \
    --load "$here/emacs_$(echo "$client" | tr - _)_test.el" --funcall ert-run-tests-batch-and-exit </dev/null
