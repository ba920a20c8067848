// The packages under test: ours, and one that stands for Python's own extension.
import { createRequire } from 'node:module';
import { createWriteStream, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const { ZipFile } = createRequire(join(root, 'editors/vscode/package.json'))('yazl');

export const ours = process.env.ALYX_VSIX ?? join(root, 'build/alyx.vsix');

/** Packs the dummy; gives the file's name. */
export async function dummy() {
  const zip = new ZipFile();
  for (const name of readdirSync(join(here, 'dummy'))) zip.addFile(join(here, 'dummy', name), `extension/${name}`);
  zip.end();
  const file = join(mkdtempSync(join(tmpdir(), 'alyx-dummy-')), 'dummy.vsix');
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}
