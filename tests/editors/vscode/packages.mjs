// The packages under test: ours, and one that stands for Python's own extension.
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { server } from './workbench.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const { ZipFile } = createRequire(join(root, 'editors/vscode/package.json'))('yazl');

const folder = mkdtempSync(join(tmpdir(), 'alyx-packages-'));
process.once('exit', () => rmSync(folder, { recursive: true }));

/** As it is on platforms for which it has no program. */
function withoutProgram() {
  const file = join(folder, 'alyx.vsix');
  execFileSync(process.execPath, [join(root, 'editors/vscode/package.mjs'), '--output', file]);
  return file;
}

export const ours = server === 'wasm' ? withoutProgram() : (process.env.ALYX_VSIX ?? join(root, 'build/alyx.vsix'));

/** Packs the dummy; gives the file's name. */
export async function dummy() {
  const zip = new ZipFile();
  for (const name of readdirSync(join(here, 'dummy'))) zip.addFile(join(here, 'dummy', name), `extension/${name}`);
  zip.end();
  const file = join(folder, 'dummy.vsix');
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}
