// The commands of the palette.
import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import type { RulePages } from './rule_pages';
import type { SchemaView } from './schema_view';
import type { Status } from './status';

export function registerCommands(
  context: vscode.ExtensionContext,
  connection: Connection,
  parts: { pages: RulePages; schema: SchemaView; status: Status },
): void {
  const commands: Record<string, (...parameters: never[]) => unknown> = {
    'alyx.restart': () => connection.restart(),
    'alyx.showLog': () => connection.log.show(),
    'alyx.explainRule': (rule?: string) => parts.pages.explain(rule),
    'alyx.fixAllInWorkspace': () => fixAllInWorkspace(connection),
    'alyx.showQueries': () => parts.status.showQueries(),
    'alyx.showSchema': () => parts.schema.show(),
    'alyx.searchSchema': () => parts.schema.search(),
    'alyx.insertPath': (node) => parts.schema.insert(node),
  };
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(name, run));
}

/** The server makes one edit of it, which it asks VS Code to apply: undone as one. */
async function fixAllInWorkspace(connection: Connection): Promise<void> {
  const params = { command: 'alyx.fixWorkspace', arguments: [] };
  const fixed = await connection.ask<{ fixes: number; files: number }>(ExecuteCommandRequest.method, params);
  if (!fixed) return void vscode.window.showErrorMessage('Alyx: the server does not answer; its log says why.');
  const message = fixed.fixes
    ? `Alyx: ${fixed.fixes} of the problems that have one right answer are fixed, in ${fixed.files} files.`
    : 'Alyx: nothing in the workspace has a fix that is certain.';
  void vscode.window.showInformationMessage(message);
}
