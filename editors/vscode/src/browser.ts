// The extension where there is no Node, as on vscode.dev: the WebAssembly server in a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { start, stop } from './extension';
import { readWasm } from './wasm/files';

declare const Worker: new (url: string) => { postMessage(message: unknown): void };

async function createClient(
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
  log: vscode.LogOutputChannel,
): Promise<BaseLanguageClient> {
  log.info('server: WebAssembly (there are no programs here)');
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'wasm_worker.js');
  const worker = new Worker(script.toString(true));
  worker.postMessage({ wasm: await readWasm(context) });
  return new LanguageClient('alyx', 'Alyx', options, worker as never);
}

export const activate = (context: vscode.ExtensionContext): Promise<void> => start(context, createClient);
export const deactivate = (): Promise<void> => stop();
