// The WebAssembly server in a thread of Node, as a transport of the language client.
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { AbstractMessageReader, AbstractMessageWriter } from 'vscode-languageclient';
import type { DataCallback, Disposable, Message, MessageTransports } from 'vscode-languageclient';
import { readWasm } from './files';

class ThreadReader extends AbstractMessageReader {
  constructor(private readonly thread: Worker) {
    super();
    thread.on('error', (error) => this.fireError(error));
    thread.on('exit', () => this.fireClose());
  }
  listen(callback: DataCallback): Disposable {
    this.thread.on('message', callback);
    return { dispose: () => void this.thread.off('message', callback) };
  }
}

class ThreadWriter extends AbstractMessageWriter {
  constructor(private readonly thread: Worker) {
    super();
  }
  /** As text: settings of VS Code lie behind proxies, which cannot be handed over. */
  async write(message: Message): Promise<void> {
    this.thread.postMessage(JSON.stringify(message));
  }
  /** The client has said goodbye: the thread has nothing left to do. */
  end(): void {
    void this.thread.terminate();
  }
}

export async function startThread(context: vscode.ExtensionContext): Promise<MessageTransports> {
  const thread = new Worker(context.asAbsolutePath('dist/wasm_thread.js'));
  thread.postMessage({ wasm: await readWasm(context) });
  return { reader: new ThreadReader(thread), writer: new ThreadWriter(thread), detached: false };
}
