// Where the WebAssembly server lies in the package.
import * as vscode from 'vscode';

const file = (context: vscode.ExtensionContext): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, 'server', 'wasm', 'alyxls.wasm');

export const readWasm = (context: vscode.ExtensionContext): Thenable<Uint8Array> =>
  vscode.workspace.fs.readFile(file(context));

export async function hasWasm(context: vscode.ExtensionContext): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file(context));
    return true;
  } catch {
    return false;
  }
}
