// The commands of the palette.
import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
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

/** All of it is one edit: undone as one. The files stay open and unsaved, for a look at what has changed. */
async function fixAllInWorkspace(connection: Connection): Promise<void> {
  const { client } = connection;
  const fixes = await connection.ask<{ files: number; edit: WorkspaceEdit }>('alyx/fixWorkspace', {});
  if (!client || !fixes) return void vscode.window.showErrorMessage('Alyx: the server does not answer; its log says why.');
  if (!fixes.files) return void vscode.window.showInformationMessage('Alyx: nothing in the workspace has a fix that is certain.');
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(fixes.edit);
  const isApplied = await vscode.workspace.applyEdit(edit);
  const files = fixes.files === 1 ? '1 file' : `${fixes.files} files`;
  if (isApplied) void vscode.window.showInformationMessage(`Alyx: fixed what has one right answer, in ${files}.`);
  else void vscode.window.showErrorMessage('Alyx: the files changed meanwhile, and nothing was fixed; try again.');
}
