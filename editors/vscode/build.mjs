// Checks the types and bundles the extension into dist/. usage: node build.mjs [--wasm FOLDER]
// FOLDER holds alyxls.js and alyxls.wasm, as the WebAssembly build of the server leaves them.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({ options: { wasm: { type: 'string' } } });
const wasm = values.wasm && resolve(values.wasm);

const require = createRequire(import.meta.url);
execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '-p', here], { stdio: 'inherit' });

const common = { absWorkingDir: here, bundle: true, minify: true, legalComments: 'none', logLevel: 'warning' };
const node = { ...common, platform: 'node', format: 'cjs', target: 'node18', external: ['vscode'] };
const browser = { ...common, platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode'] };

rmSync(resolve(here, 'dist'), { recursive: true, force: true });
rmSync(resolve(here, 'server/wasm'), { recursive: true, force: true });
await build({ ...node, entryPoints: ['src/node.ts'], outfile: 'dist/node.js' });
await build({ ...browser, entryPoints: ['src/browser.ts'], outfile: 'dist/browser.js' });
if (wasm) {
  const module = { alias: { 'alyxls-wasm': resolve(wasm, 'alyxls.js') } };
  await build({ ...node, ...module, entryPoints: ['src/wasm/thread_main.ts'], outfile: 'dist/wasm_thread.js' });
  await build({ ...browser, ...module, format: 'iife', entryPoints: ['src/wasm/worker_main.ts'], outfile: 'dist/wasm_worker.js' });
  mkdirSync(resolve(here, 'server/wasm'), { recursive: true });
  cpSync(resolve(wasm, 'alyxls.wasm'), resolve(here, 'server/wasm/alyxls.wasm'));
}
