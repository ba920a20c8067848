// The WebAssembly server in a worker of the browser, as a transport of the language client.
import * as vscode from 'vscode';
import { AbstractMessageReader, AbstractMessageWriter } from 'vscode-languageclient';
import type { DataCallback, Disposable, Message, MessageTransports } from 'vscode-languageclient';
import { readWasm } from './files';

class WorkerReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
    worker.onerror = ({ message }) => {
      worker.terminate();
      this.fireError(new Error(message));
      this.fireClose();
    };
  }
  listen(callback: DataCallback): Disposable {
    this.worker.onmessage = ({ data }) => callback(data);
    return { dispose: () => void (this.worker.onmessage = null) };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }
  /** As text: settings of VS Code lie behind proxies, which cannot be handed over. */
  async write(message: Message): Promise<void> {
    this.worker.postMessage(JSON.stringify(message));
  }
  /** The client has said goodbye: the worker has nothing left to do. */
  end(): void {
    this.worker.terminate();
  }
}

/** As a `blob:`: of extensions that lie on another machine, VS Code refuses to start workers by their address. */
async function scriptAddress(context: vscode.ExtensionContext): Promise<string> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'dist', 'wasm_worker.js');
  const script = new Blob([new Uint8Array(await vscode.workspace.fs.readFile(file))], { type: 'text/javascript' });
  return URL.createObjectURL(script);
}

export async function startWorker(context: vscode.ExtensionContext): Promise<MessageTransports> {
  const worker = new Worker(await scriptAddress(context));
  worker.postMessage({ wasm: await readWasm(context) });
  return { reader: new WorkerReader(worker), writer: new WorkerWriter(worker), detached: false };
}
