// The extension where it runs in Node: a server program, or else the WebAssembly server in a thread.
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { start, stop } from './extension';
import { chooseServer } from './server/choice';
import { startThread } from './wasm/thread';

const transports = { stdio: TransportKind.stdio, pipe: TransportKind.pipe, socket: TransportKind.socket };

async function createClient(
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
  log: vscode.LogOutputChannel,
): Promise<BaseLanguageClient> {
  const server = await chooseServer(context);
  log.info(`server: ${server.kind === 'program' ? server.command : 'WebAssembly'} (${server.reason})`);
  if (server.kind === 'wasm') return new LanguageClient('alyx', 'Alyx', () => startThread(context), options);
  const { command } = server;
  if (server.transport !== 'socket')
    return new LanguageClient('alyx', 'Alyx', { command, transport: transports[server.transport] }, options);
  const port = await freePort();
  return new LanguageClient('alyx', 'Alyx', { command, transport: { kind: TransportKind.socket, port } }, options);
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export const activate = (context: vscode.ExtensionContext): Promise<void> => start(context, createClient);
export const deactivate = (): Promise<void> => stop();
