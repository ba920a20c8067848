// The schema as a tree: endpoints, models, fields and relations; with search, and paths for the query at the cursor.
import * as vscode from 'vscode';
import type { Connection } from '../server/connection';
import { isServed } from '../server/documents';
import { treeOf, type Node, type Schema } from './schema';

const icons: Record<Node['kind'], string> = {
  group: 'folder',
  endpoint: 'database',
  model: 'symbol-class',
  field: 'symbol-field',
  relation: 'arrow-right',
  reverse: 'arrow-left',
  parameter: 'symbol-parameter',
};

export class SchemaView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view = vscode.window.createTreeView('alyx.schema', { treeDataProvider: this, showCollapseAll: true });
  private readonly subscriptions: vscode.Disposable[];
  private roots: Promise<Node[]> | undefined;
  /** Where paths are inserted: it stays when the view takes the focus. */
  private editor = vscode.window.activeTextEditor;

  constructor(private readonly connection: Connection) {
    this.subscriptions = [
      connection.onDidChange(() => this.reload()),
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('alyx.schema') && this.reload()),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor && isServed(editor.document)) this.editor = editor;
      }),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((one) => one.dispose());
    this.view.dispose();
    this.changed.dispose();
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const isLeaf = node.kind === 'field' || node.kind === 'parameter';
    const item = new vscode.TreeItem(node.label, isLeaf ? None : node.label === 'Endpoints' ? Expanded : Collapsed);
    item.description = node.detail;
    item.iconPath = new vscode.ThemeIcon(icons[node.kind]);
    item.tooltip = [node.path || node.label, node.detail, node.help].filter(Boolean).join('\n');
    if (node.kind !== 'group' && node.kind !== 'model') item.contextValue = 'insertable';
    return item;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return node ? node.children() : (this.roots ??= this.load());
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('alyx.schema.focus');
  }

  /** Lets the user choose an endpoint, a model or one of their names, and shows it in the tree. */
  async search(): Promise<void> {
    const roots = await this.getChildren();
    const items = roots
      .flatMap((root) => root.children())
      .flatMap((node) => [node, ...node.children()])
      .filter((node) => node.kind !== 'group');
    const chosen = await vscode.window.showQuickPick(
      items.map((node) => ({ label: `$(${icons[node.kind]}) ${nameOf(node)}`, description: node.detail, node })),
      { placeHolder: 'An endpoint, a model, a field or a relation', matchOnDescription: true },
    );
    if (!chosen) return;
    await this.show();
    await this.view.reveal(chosen.node, { select: true, focus: true, expand: chosen.node.kind !== 'field' });
  }

  /** Writes what stands for the line of the tree where the cursor is. */
  async insert(node: Node | undefined): Promise<void> {
    const line = node ?? this.view.selection[0];
    if (!line) return;
    if (!this.editor || !vscode.window.visibleTextEditors.includes(this.editor)) {
      void vscode.window.showInformationMessage('Alyx: put the cursor into a script or notebook first.');
      return;
    }
    const { document, viewColumn } = this.editor;
    if (document.uri.scheme !== 'vscode-notebook-cell') await vscode.window.showTextDocument(document, { viewColumn });
    const text = line.path || line.label;
    const isParameter = line.kind === 'parameter';
    await this.editor.insertSnippet(new vscode.SnippetString(isParameter ? `${text}=$1` : text));
  }

  private reload(): void {
    this.roots = undefined;
    this.changed.fire();
  }

  private async load(): Promise<Node[]> {
    const schemas = await this.connection.ask<Schema[]>('alyx/schema', {});
    return (schemas ?? []).flatMap(treeOf);
  }
}

/** Where a name is a model's or an endpoint's, with what it belongs to. */
const nameOf = (node: Node): string =>
  node.parent?.kind === 'model' || node.parent?.kind === 'endpoint' ? `${node.parent.label}.${node.label}` : node.label;
