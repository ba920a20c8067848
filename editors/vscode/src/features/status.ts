// How many queries and problems the file has, in the status bar; and a list to go to one of them.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';

/** One of the queries of a script or notebook, in its cell. */
interface Query {
  uri: string;
  range: Range;
  endpoint: string;
  text: string;
}

const delay = 150; // milliseconds after an edit

export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('alyx.status', vscode.StatusBarAlignment.Left, 0);
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly connection: Connection) {
    this.item.name = 'Alyx queries';
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.schedule()),
      vscode.window.onDidChangeActiveNotebookEditor(() => this.schedule()),
      vscode.workspace.onDidChangeNotebookDocument(() => this.schedule()),
      vscode.workspace.onDidChangeTextDocument((event) => isServed(event.document) && this.schedule()),
      vscode.languages.onDidChangeDiagnostics(() => this.schedule()),
      connection.onDidChange(() => this.schedule()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((one) => one.dispose());
    this.item.dispose();
  }

  /** Lets the user choose a query, and goes there. */
  async showQueries(): Promise<void> {
    const documents = this.documents();
    const queries = documents.length ? await this.queries(documents[0]) : [];
    const chosen = await vscode.window.showQuickPick(
      queries.map((query) => ({ label: query.text, description: query.endpoint, query })),
      { placeHolder: queries.length ? 'Go to a query' : 'No query stands in this file', matchOnDescription: true },
    );
    if (!chosen) return;
    const { range, uri } = chosen.query;
    const at = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
    const document = this.documents().find((one) => one.uri.toString() === uri);
    if (document) await vscode.window.showTextDocument(document, { selection: at });
  }

  /** The active document, or all cells of the active notebook. */
  private documents(): vscode.TextDocument[] {
    const active = vscode.window.activeTextEditor?.document;
    const notebook = vscode.window.activeNotebookEditor?.notebook;
    const isOfNotebook = !active || active.uri.scheme === 'vscode-notebook-cell';
    const documents =
      notebook && isOfNotebook ? notebook.getCells().map((cell) => cell.document) : active ? [active] : [];
    return documents.filter(isServed);
  }

  private queries = async (document: vscode.TextDocument): Promise<Query[]> =>
    (await this.connection.ask<Query[]>('alyx/queries', { textDocument: { uri: document.uri.toString() } })) ?? [];

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), delay);
  }

  private async update(): Promise<void> {
    const documents = this.documents();
    if (!documents.length) return this.item.hide();
    if (!this.connection.client) {
      this.show('$(error) Alyx', 'The Alyx server does not run. Its log says why.', 'alyx.showLog');
      return;
    }
    const queries = (await this.queries(documents[0])).length;
    const problems = documents.flatMap((one) => vscode.languages.getDiagnostics(one.uri)).filter(isOurs);
    const worst = Math.min(...problems.map((one) => one.severity));
    const icon = ['$(error)', '$(warning)', '$(info)'][worst] ?? '$(check)';
    const count = problems.length ? `, ${plural(problems.length, 'problem')}` : '';
    const text = queries ? `${icon} Alyx: ${plural(queries, 'query', 'queries')}${count}` : 'Alyx: no query';
    this.show(text, this.tooltip(queries), 'alyx.showQueries');
  }

  private tooltip(queries: number): string {
    const { name, version } = this.connection.client?.initializeResult?.serverInfo ?? { name: 'alyxls' };
    const found = queries ? 'Go to a query of this file.' : 'No query to Alyx was found in this file.';
    return `${found}\n${name} ${version ?? ''}`.trimEnd();
  }

  private show(text: string, tooltip: string, command: string): void {
    Object.assign(this.item, { text, tooltip, command });
    this.item.show();
  }
}

const isOurs = (diagnostic: vscode.Diagnostic): boolean => diagnostic.source === 'alyx';

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
