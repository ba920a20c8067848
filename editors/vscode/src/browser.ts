// The extension where there is no Node, as on vscode.dev: the WebAssembly server in a web worker.
import * as vscode from 'vscode';
import { BaseLanguageClient } from 'vscode-languageclient/browser';
import type { LanguageClientOptions, MessageTransports } from 'vscode-languageclient';
import { start, stop } from './extension';
import { startWorker } from './wasm/worker';

/** With a worker of its own each time it starts: one that has failed is not used again. */
class WorkerClient extends BaseLanguageClient {
  constructor(
    private readonly context: vscode.ExtensionContext,
    options: LanguageClientOptions,
  ) {
    super('alyx', 'Alyx', options);
  }
  protected override createMessageTransports(): Promise<MessageTransports> {
    return startWorker(this.context);
  }
}

async function createClient(
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
  log: vscode.LogOutputChannel,
): Promise<BaseLanguageClient> {
  log.info('server: WebAssembly (there are no programs here)');
  return new WorkerClient(context, options);
}

export const activate = (context: vscode.ExtensionContext): Promise<void> => start(context, createClient);
export const deactivate = (): Promise<void> => stop();
