// The client of the moment, and how it is started and started anew.
import * as vscode from 'vscode';
import { SemanticTokensRefreshRequest } from 'vscode-languageclient';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { keepTokensUnregistered } from './documents';

export type CreateClient = (
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
  log: vscode.LogOutputChannel,
) => Promise<BaseLanguageClient>;

/** The client of the moment; another one after a restart, none while there is no server. */
export class Connection implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly tokensChanged = new vscode.EventEmitter<void>();
  readonly onDidChangeTokens = this.tokensChanged.event;
  private running: BaseLanguageClient | undefined;
  private starting: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly create: CreateClient,
    private readonly options: LanguageClientOptions,
    readonly log: vscode.LogOutputChannel,
  ) {}

  get client(): BaseLanguageClient | undefined {
    return this.running?.isRunning() ? this.running : undefined;
  }

  /** Starts a server, in place of the one that runs, which is spoken to no more from now on. */
  restart(): Promise<void> {
    const stopped = this.stop();
    this.starting = this.starting.then(() => stopped).then(() => this.replace());
    return this.starting;
  }

  /** One that has failed cannot be told to stop; it is left alone. */
  async stop(): Promise<void> {
    const client = this.running;
    this.running = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.debug(`stop: ${String(error)}`);
    }
  }

  /** The server's answer; undefined where there is no server, or it does not know the method. */
  async ask<Result>(method: string, params: unknown): Promise<Result | undefined> {
    try {
      return await this.client?.sendRequest<Result>(method, params);
    } catch (error) {
      this.log.debug(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  dispose(): void {
    this.changed.dispose();
    this.tokensChanged.dispose();
  }

  private async replace(): Promise<void> {
    try {
      await this.stop();
      this.running = await this.create(this.context, this.options, this.log);
      keepTokensUnregistered(this.running);
      this.running.onRequest(SemanticTokensRefreshRequest.type, () => this.tokensChanged.fire());
      await this.running.start();
    } catch (error) {
      this.log.error(String(error));
      void this.explainFailure(error instanceof Error ? error.message : String(error));
    }
    this.changed.fire();
  }

  private async explainFailure(reason: string): Promise<void> {
    const chosen = await vscode.window.showErrorMessage(`Alyx: ${reason}`, 'Settings', 'Log');
    if (chosen === 'Settings') await vscode.commands.executeCommand('workbench.action.openSettings', 'alyx.server');
    if (chosen === 'Log') this.log.show();
  }
}
