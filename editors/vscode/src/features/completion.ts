// Suggestions that come by themselves inside query strings, and there from us alone.
import * as vscode from 'vscode';
import { CompletionRequest } from 'vscode-languageclient';
import type { CompletionItem as ServerItem, CompletionList as ServerList, CompletionMiddleware } from 'vscode-languageclient';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';

/** Milliseconds in which VS Code asks by itself after a keystroke, if it does. */
const patience = 25;

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
  private lastAsked = { uri: '', version: -1 };

  readonly middleware: CompletionMiddleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      this.lastAsked = { uri: document.uri.toString(), version: document.version };
      const result = await next(document, position, context, token);
      const items = Array.isArray(result) ? result : result?.items;
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
    if (contentChanges.length !== 1 || !isWordCharacter(contentChanges[0].text) || !isWanted(document)) return;
    this.timer = setTimeout(() => void this.suggest(document), patience);
  }

  private async suggest(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const editor = vscode.window.activeTextEditor;
    const wasAsked = this.lastAsked.uri === document.uri.toString() && this.lastAsked.version === version;
    if (wasAsked || editor?.document !== document) return;
    const position = editor.selection.active;
    const result = await this.connection?.ask<ServerItem[] | ServerList | null>(CompletionRequest.method, {
      textDocument: { uri: document.uri.toString() },
      position: { line: position.line, character: position.character },
    });
    const items = Array.isArray(result) ? result : result?.items;
    const isStillThere = vscode.window.activeTextEditor === editor && editor.selection.active.isEqual(position);
    if (items?.length && isStillThere && document.version === version)
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
