// Runs the WebAssembly server in a worker: messages in, messages out, and its timer in between.

/** The server as the module shows it: no I/O, no clock of its own. Times are milliseconds of `performance.now()`. */
export interface WasmServer {
  /** The text of one message in; texts of messages out. */
  handle(message: string): string[];
  /** Does what is due. */
  advance(now: number): string[];
  /** When `advance` wants to be called: Infinity for never, anything past for at once. */
  nextDeadline(): number;
}

/** What a worker needs of whom it works for. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** The first message is `{wasm}`, the bytes of the module; all others are texts of the protocol's, and answered by objects. */
export function serve(port: Port, create: (wasm: Uint8Array) => Promise<WasmServer>): void {
  const waiting: string[] = [];
  let server: WasmServer | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const send = (texts: string[]): void => texts.forEach((text) => port.post(JSON.parse(text)));
  const schedule = (): void => {
    clearTimeout(timer);
    const deadline = server?.nextDeadline() ?? Infinity;
    if (deadline === Infinity) return;
    timer = setTimeout(() => {
      send(server?.advance(performance.now()) ?? []);
      schedule();
    }, Math.max(0, deadline - performance.now()));
  };
  const handle = (text: string): void => {
    if (!server) {
      waiting.push(text);
      return;
    }
    send(server.handle(text));
    schedule();
  };

  port.onMessage((message) => {
    if (typeof message === 'string') return handle(message);
    const { wasm } = message as { wasm: Uint8Array };
    const started = create(wasm).then((created) => {
      server = created;
      waiting.splice(0).forEach(handle);
    });
    // Whom it works for hears of errors of the worker, not of rejected promises.
    const rethrow = (error: unknown): void => {
      throw error;
    };
    started.catch((error) => setTimeout(rethrow, 0, error));
  });
}
