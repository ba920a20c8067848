// The language server as WebAssembly, without I/O and without a clock of its own.

/** Times are milliseconds of `performance.now()`. */
export interface AlyxlsServer {
  /** The text of one message of the protocol in, without headers; the texts of those that come of it out. */
  handle(message: string): string[];
  /** Does what is due, in slices of some milliseconds. */
  advance(now: number): string[];
  /** When `advance` wants to be called: 0 for at once, Infinity for never. */
  nextDeadline(): number;
}

export interface AlyxlsOptions {
  /** URL of the rules' pages, to which findings link; empty: they do not. */
  documentation?: string;
}

/** `wasm`: the bytes of alyxls.wasm. Each call makes a server of its own. */
declare function createAlyxls(wasm: Uint8Array | ArrayBuffer, options?: AlyxlsOptions): Promise<AlyxlsServer>;
export default createAlyxls;
