// Findings in the cells of notebooks. The language client asks only for the documents of tabs, and a cell has none.
import * as vscode from 'vscode';
import { DocumentDiagnosticRequest } from 'vscode-languageclient';
import type { DocumentDiagnosticReport } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';

const delay = 30; // milliseconds after an edit

export class CellProblems implements vscode.Disposable {
  private readonly shown = vscode.languages.createDiagnosticCollection('alyx cells');
  private readonly subscriptions: vscode.Disposable[];
  private readonly timers = new Map<vscode.NotebookDocument, ReturnType<typeof setTimeout>>();
  private refresh: vscode.Disposable | undefined;

  constructor(private readonly connection: Connection) {
    this.subscriptions = [
      vscode.workspace.onDidOpenNotebookDocument((notebook) => this.schedule(notebook)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        for (const cell of contentChanges.flatMap((change) => change.removedCells)) this.shown.delete(cell.document.uri);
        this.schedule(notebook);
      }),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => {
        clearTimeout(this.timers.get(notebook));
        this.timers.delete(notebook);
        for (const cell of notebook.getCells()) this.shown.delete(cell.document.uri);
      }),
      connection.onDidChange(() => this.follow()),
    ];
  }

  dispose(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.refresh?.dispose();
    this.subscriptions.forEach((one) => one.dispose());
    this.shown.dispose();
  }

  /** A new server knows nothing yet; it also says when to ask anew, because the configuration has changed. */
  private follow(): void {
    this.refresh?.dispose();
    this.shown.clear();
    const cell = { uri: vscode.Uri.parse('vscode-notebook-cell:/'), languageId: 'python' } as vscode.TextDocument;
    const provider = this.connection.client?.getFeature(DocumentDiagnosticRequest.method)?.getProvider(cell);
    this.refresh = provider?.onDidChangeDiagnosticsEmitter.event(() => this.scheduleAll());
    this.scheduleAll();
  }

  private scheduleAll(): void {
    vscode.workspace.notebookDocuments.forEach((notebook) => this.schedule(notebook));
  }

  /** All cells of it: what one says may turn on all others. */
  private schedule(notebook: vscode.NotebookDocument): void {
    clearTimeout(this.timers.get(notebook));
    const ask = (): void => {
      for (const { document } of notebook.getCells()) void this.update(notebook, document);
    };
    this.timers.set(notebook, setTimeout(ask, delay));
  }

  private async update(notebook: vscode.NotebookDocument, document: vscode.TextDocument): Promise<void> {
    const { client } = this.connection;
    if (!client || !isServed(document)) return;
    const { version } = notebook;
    const textDocument = { uri: document.uri.toString() };
    const report = await this.connection.ask<DocumentDiagnosticReport>(DocumentDiagnosticRequest.method, { textDocument });
    if (report?.kind !== 'full' || notebook.version !== version || notebook.isClosed) return;
    this.shown.set(document.uri, await client.protocol2CodeConverter.asDiagnostics(report.items));
  }
}
