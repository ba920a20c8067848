// What of the user's settings the server is told: those that are set, under the names of its configuration file.
import * as vscode from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';

const keys = ['select', 'ignore', 'severity', 'schema'];

/** A default must not hide what `alyxlint.toml` says, so only what somebody has set is sent. */
function settingsFor(scope: vscode.Uri | undefined): Record<string, unknown> {
  const settings = vscode.workspace.getConfiguration('alyx', scope);
  const set: Record<string, unknown> = {};
  for (const key of keys) {
    const value: unknown = settings.get(key);
    if (value !== null && value !== undefined) set[key] = key === 'schema' ? schemaPath(String(value), scope) : value;
  }
  return set;
}

function schemaPath(schema: string, scope: vscode.Uri | undefined): string {
  const isName = !schema.includes('/') && !schema.includes('\\') && !schema.endsWith('.json');
  return isName ? schema : expandPath(schema, scope);
}

/** `~`, `${workspaceFolder}` and relative paths, as an absolute one. */
export function expandPath(path: string, scope?: vscode.Uri): string {
  const folder = (scope && vscode.workspace.getWorkspaceFolder(scope)) ?? vscode.workspace.workspaceFolders?.[0];
  const root = folder?.uri.fsPath ?? '';
  const expanded = path.replace('${workspaceFolder}', () => root);
  if (expanded === '~' || /^~[\\/]/.test(expanded)) return homeFolder() + expanded.slice(1);
  const isAbsolute = /^([\\/]|[A-Za-z]:[\\/])/.test(expanded);
  return isAbsolute || !folder ? expanded : vscode.Uri.joinPath(folder.uri, expanded).fsPath;
}

/** There is none in a browser. */
const homeFolder = (): string =>
  typeof process === 'undefined' ? '~' : (process.env.HOME ?? process.env.USERPROFILE ?? '~');

export const clientSettings: NonNullable<ConfigurationMiddleware['configuration']> = (params, token, next) =>
  params.items.every((item) => item.section === 'alyx')
    ? params.items.map((item) => settingsFor(item.scopeUri ? vscode.Uri.parse(item.scopeUri) : undefined))
    : next(params, token);
