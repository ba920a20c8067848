// What the extension is wherever it runs: one client, and the parts of the user interface around it.
import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { CellProblems } from './features/cell_problems';
import { registerCommands } from './features/commands';
import { QueryColours } from './features/colours';
import { Completion } from './features/completion';
import { RulePages } from './features/rule_pages';
import { SchemaView } from './features/schema_view';
import { Status } from './features/status';
import { Connection, type CreateClient } from './server/connection';
import { selector } from './server/documents';
import { clientSettings } from './server/settings';

let connection: Connection | undefined;

export async function start(context: vscode.ExtensionContext, create: CreateClient): Promise<void> {
  const log = vscode.window.createOutputChannel('Alyx', { log: true });
  const completion = new Completion();
  const options: LanguageClientOptions = {
    documentSelector: selector,
    outputChannel: log,
    traceOutputChannel: vscode.window.createOutputChannel('Alyx (trace)'),
  };
  connection = new Connection(context, create, options, log);
  const pages = new RulePages(connection);
  options.middleware = {
    ...completion.middleware,
    ...pages.middleware,
    workspace: {
      configuration: clientSettings,
      didChangeConfiguration: async (sections, next) => {
        if (connection?.client) await next(sections);
      },
    },
  };
  const schema = new SchemaView(connection);
  const status = new Status(connection);
  completion.connect(connection);
  context.subscriptions.push(log, connection, completion, pages, schema, status);
  context.subscriptions.push(new QueryColours(connection), new CellProblems(connection));
  registerCommands(context, connection, { pages, schema, status });
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('alyx.server')) void connection?.restart();
    }),
  );
  await vscode.commands.executeCommand('setContext', 'alyx.isActive', true);
  await connection.restart();
}

export const stop = async (): Promise<void> => connection?.stop();
