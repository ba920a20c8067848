// Suggestions that come by themselves inside query strings, and there from us alone.
import * as vscode from 'vscode';
import { CompletionRequest } from 'vscode-languageclient';
import type { CompletionItem as ServerItem, CompletionList as ServerList, CompletionMiddleware } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';

/** Milliseconds that VS Code has after a keystroke to ask by itself: while no list is open, and while one is. */
const patience = { closed: 25, open: 500 };

/**
 * VS Code suggests in strings only behind trigger characters, and then asks those who registered them: we are alone.
 * Their lists say that they are incomplete, so that it goes on to ask us, and us alone, with each further letter. Where
 * no list is open and a letter is typed, it does not ask; then we ask the server, and if something can stand there, have
 * the list shown. Outside queries the server has nothing, so nothing is shown that would not be shown without us.
 */
export class Completion implements vscode.Disposable {
  private connection: Connection | undefined;
  private readonly typing: vscode.Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts keystrokes and questions of VS Code: where it has moved on, an answer comes too late. */
  private turn = 0;
  /** As far as one can know: nobody says when the user closes it. */
  private isListOpen = false;

  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      clearTimeout(this.timer);
      const turn = ++this.turn;
      const result = await next(document, position, context, token);
      const items = Array.isArray(result) ? result : result?.items;
      if (turn === this.turn) this.isListOpen = Boolean(items?.length);
      return items?.length ? new vscode.CompletionList(items.map(withoutRetrigger), true) : undefined;
    },
  };

  constructor() {
    this.typing = vscode.workspace.onDidChangeTextDocument((event) => this.onChange(event));
  }

  connect(connection: Connection): void {
    this.connection = connection;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.typing.dispose();
  }

  private onChange({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (document !== vscode.window.activeTextEditor?.document || !isServed(document)) return;
    clearTimeout(this.timer);
    const turn = ++this.turn;
    if (contentChanges.length !== 1) return;
    const [{ range, text }] = contentChanges;
    if (text && !isWordCharacter(text)) this.isListOpen = this.triggers(text[0]);
    if (!isWordCharacter(text) || !isWanted(document)) return;
    const { open, closed } = patience;
    this.timer = setTimeout(() => void this.suggest(document, range.start, text, turn), this.isListOpen ? open : closed);
  }

  /** Behind such a character VS Code asks, if a little later: a bracket or quote may bring its partner with it. */
  private triggers(character: string): boolean {
    const offered = this.connection?.client?.initializeResult?.capabilities.completionProvider?.triggerCharacters;
    return offered?.includes(character) ?? false;
  }

  /** Where the text was typed at `start`: the cursor's own place is known a little later. */
  private async suggest(document: vscode.TextDocument, start: vscode.Position, text: string, turn: number): Promise<void> {
    const end = start.translate(0, text.length);
    const result = await this.connection?.ask<ServerItem[] | ServerList | null>(CompletionRequest.method, {
      textDocument: { uri: document.uri.toString() },
      position: { line: end.line, character: end.character },
    });
    const items = Array.isArray(result) ? result : result?.items;
    const editor = vscode.window.activeTextEditor;
    if (!items?.length || turn !== this.turn || editor?.document !== document) return;
    if (editor.selection.active.isEqual(end) || editor.selection.active.isEqual(start))
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  }
}

const isWordCharacter = (text: string): boolean => /^[\p{L}\p{N}_]$/u.test(text);

/** Who has switched off suggestions while typing means ours too. */
function isWanted(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('editor', document);
  const quick = settings.get<boolean | Record<string, boolean | string>>('quickSuggestions');
  const isOff = typeof quick === 'object' ? quick.other === false || quick.other === 'off' : quick === false;
  return !isOff && settings.get('suggestOnTriggerCharacters') !== false;
}

/**
 * `editor.action.triggerSuggest` behind an item would ask everybody. A character that triggers, typed as if by hand,
 * asks us alone.
 */
function withoutRetrigger(item: vscode.CompletionItem): vscode.CompletionItem {
  const text = typeof item.insertText === 'object' ? item.insertText.value : (item.insertText ?? item.label);
  if (item.command?.command !== 'editor.action.triggerSuggest' || text !== '~') return item;
  item.insertText = '';
  item.command = { title: '', command: 'default:type', arguments: [{ text }] };
  return item;
}
