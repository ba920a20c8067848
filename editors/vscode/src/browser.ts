// The extension where there is no Node, as on vscode.dev: the WebAssembly server in a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { start, stop } from './extension';
import { readWasm } from './wasm/files';

declare const Worker: new (url: string) => { postMessage(message: unknown): void };

/** As a `blob:`: of extensions that lie on another machine, VS Code refuses to start workers by their address. */
async function workerScript(context: vscode.ExtensionContext): Promise<string> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'wasm_worker.js');
  const script = new Blob([new Uint8Array(await vscode.workspace.fs.readFile(file))], { type: 'text/javascript' });
  return URL.createObjectURL(script);
}

async function createClient(
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
  log: vscode.LogOutputChannel,
): Promise<BaseLanguageClient> {
  log.info('server: WebAssembly (there are no programs here)');
  const worker = new Worker(await workerScript(context));
  worker.postMessage({ wasm: await readWasm(context) });
  return new LanguageClient('alyx', 'Alyx', options, worker as never);
}

export const activate = (context: vscode.ExtensionContext): Promise<void> => start(context, createClient);
export const deactivate = (): Promise<void> => stop();
