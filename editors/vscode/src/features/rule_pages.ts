// Pages that explain rules, shown as rendered Markdown.
import * as vscode from 'vscode';
import type { ExecuteCommandMiddleware } from 'vscode-languageclient';
import type { Connection } from '../server/connection';

const scheme = 'alyx-rule';

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);

  /** The code action of the server is shown here, rather than in a browser. */
  readonly middleware: ExecuteCommandMiddleware = {
    executeCommand: (command, parameters, next) =>
      command === 'alyxls.explain' ? this.explain(String(parameters[0])) : next(command, parameters),
  };

  constructor(private readonly connection: Connection) {}

  dispose(): void {
    this.registration.dispose();
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const rule = uri.path.replace(/^\/|\.md$/g, '');
    return (await this.connection.ask<string | null>('alyx/explain', { rule })) ?? `There is no page for \`${rule}\`.`;
  }

  /** The page of a rule; without one, of a finding at the cursor, or of one that the user chooses. */
  async explain(rule?: string): Promise<void> {
    const name = rule ?? (await chooseFinding());
    if (!name) return;
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
  }
}

async function chooseFinding(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const all = editor ? vscode.languages.getDiagnostics(editor.document.uri).filter((one) => one.source === 'alyx') : [];
  const here = all.filter((one) => editor?.selections.some((selection) => one.range.intersection(selection)));
  const codes = new Map((here.length ? here : all).map((one) => [codeOf(one), one.message]));
  if (!codes.size) {
    void vscode.window.showInformationMessage('Alyx has nothing to explain here: the file has no findings.');
    return undefined;
  }
  if (codes.size === 1) return [...codes.keys()][0];
  const items = [...codes].map(([label, description]) => ({ label, description }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Explain which rule?' }))?.label;
}

const codeOf = ({ code }: vscode.Diagnostic): string => String(typeof code === 'object' ? code.value : code);
