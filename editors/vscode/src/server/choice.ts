// Which server is started: the one that the settings name, that of this platform, one in PATH, or WebAssembly.
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { hasWasm } from '../wasm/files';
import { expandPath } from './settings';

export type Transport = 'stdio' | 'pipe' | 'socket';

export type ServerChoice =
  | { kind: 'program'; command: string; transport: Transport; reason: string }
  | { kind: 'wasm'; reason: string };

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Throws where the settings name what is not there, or nothing is there at all. */
export async function chooseServer(context: vscode.ExtensionContext): Promise<ServerChoice> {
  const settings = vscode.workspace.getConfiguration('alyx.server');
  const transport = settings.get<Transport>('transport', 'stdio');
  const program = (command: string, reason: string): ServerChoice => ({ kind: 'program', command, transport, reason });

  const named = settings.get('path', '').trim();
  if (named === 'wasm') return { kind: 'wasm', reason: 'as alyx.server.path says' };
  if (named) return program(await namedServer(named), 'as alyx.server.path says');

  const bundled = context.asAbsolutePath(`server/${process.platform}-${process.arch}/alyxls${suffix}`);
  if (await makeExecutable(bundled)) return program(bundled, 'comes with the extension');
  const installed = await inPath('alyxls');
  if (installed) return program(installed, 'found in PATH');
  if (await hasWasm(context)) return { kind: 'wasm', reason: `no program for ${process.platform}-${process.arch}` };
  throw new Error(
    `this package holds no server for ${process.platform}-${process.arch}; install alyxls and name it in alyx.server.path`,
  );
}

async function namedServer(named: string): Promise<string> {
  const isBare = !named.includes('/') && !named.includes('\\');
  if (isBare) {
    const found = await inPath(named);
    if (found) return found;
    throw new Error(`\`${named}\`, which alyx.server.path names, is in no folder of PATH; give the whole path`);
  }
  const file = expandPath(named);
  if (await isExecutable(file)) return file;
  throw new Error(`\`${file}\`, which alyx.server.path names, is no program that can be run; correct or clear the setting`);
}

async function inPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name.endsWith(suffix) ? name : name + suffix);
    if (folder && (await isExecutable(file))) return file;
  }
  return undefined;
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, constants.X_OK);
    return (await fs.stat(file)).isFile();
  } catch {
    return false;
  }
}

/** Archives may lose the permission to execute on their way. */
async function makeExecutable(file: string): Promise<boolean> {
  if (await isExecutable(file)) return true;
  try {
    await fs.chmod(file, 0o755);
    return await isExecutable(file);
  } catch {
    return false;
  }
}
