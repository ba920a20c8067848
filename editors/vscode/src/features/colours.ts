// Colours of the words in query strings: the server's semantic tokens, as decorations.
import * as vscode from 'vscode';
import { SemanticTokensRequest } from 'vscode-languageclient';
import type { SemanticTokens, SemanticTokensOptions } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';

/** Types of tokens that look alike, by the colour of the manifest that they have. */
const colours: Record<string, string[]> = {
  'alyx.field': ['property', 'variable', 'parameter', 'class', 'type', 'namespace'],
  'alyx.lookup': ['function', 'method', 'macro', 'decorator'],
  'alyx.operator': ['operator', 'modifier'],
  'alyx.number': ['number'],
  'alyx.keyword': ['keyword', 'enumMember'],
};

const delay = 50; // milliseconds after an edit

export class QueryColours implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly decorations = new Map<string, vscode.TextEditorDecorationType>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly connection: Connection) {
    for (const id of Object.keys(colours))
      this.decorations.set(
        id,
        vscode.window.createTextEditorDecorationType({
          color: new vscode.ThemeColor(id),
          rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
        }),
      );
    this.subscriptions = [
      vscode.window.onDidChangeVisibleTextEditors(() => this.schedule()),
      vscode.workspace.onDidChangeTextDocument((event) => isServed(event.document) && this.schedule()),
      connection.onDidChange(() => this.schedule()),
      connection.onDidChangeTokens(() => this.schedule()),
    ];
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((one) => one.dispose());
    this.decorations.forEach((one) => one.dispose());
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const editor of vscode.window.visibleTextEditors) if (isServed(editor.document)) void this.paint(editor);
    }, delay);
  }

  private async paint(editor: vscode.TextEditor): Promise<void> {
    const offered = this.connection.client?.initializeResult?.capabilities.semanticTokensProvider as
      | SemanticTokensOptions
      | undefined;
    if (!offered) return;
    const { document } = editor;
    const { version } = document;
    const textDocument = { uri: document.uri.toString() };
    const tokens = await this.connection.ask<SemanticTokens | null>(SemanticTokensRequest.method, { textDocument });
    if (!tokens || document.version !== version) return;
    const byType = rangesByType(tokens.data, offered.legend.tokenTypes);
    for (const [id, types] of Object.entries(colours))
      editor.setDecorations(this.decorations.get(id)!, types.flatMap((type) => byType.get(type) ?? []));
  }
}

/** Five numbers a token: lines and characters since the one before, length, type, modifiers. */
function rangesByType(data: number[], types: string[]): Map<string, vscode.Range[]> {
  const ranges = new Map<string, vscode.Range[]>();
  let line = 0;
  let character = 0;
  for (let at = 0; at + 4 < data.length; at += 5) {
    if (data[at] > 0) character = 0;
    line += data[at];
    character += data[at + 1];
    const type = types[data[at + 3]];
    ranges.set(type, [...(ranges.get(type) ?? []), new vscode.Range(line, character, line, character + data[at + 2])]);
  }
  return ranges;
}
