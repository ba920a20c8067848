// A client of the WebAssembly server, as tests/lsp/client.cpp is one of the library.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const build = resolve(process.env.ALYX_WASM_BUILD ?? 'build/wasm');
const createAlyxls = createRequire(import.meta.url)(resolve(build, 'alyxls.js'));
const bytes = readFileSync(resolve(build, 'alyxls.wasm'));

export class Client {
  #server;
  #received = [];
  #lastId = 0;

  static async create() {
    const client = new Client();
    client.#server = await createAlyxls(bytes, { documentation: 'https://example.org/rules-of-tests' });
    return client;
  }

  /** Sends the text of a message, and works off what is due until nothing is. */
  sendText(text) {
    this.#add(this.#server.handle(text));
    this.wait(0);
  }
  send(message) {
    this.sendText(JSON.stringify({ jsonrpc: '2.0', ...message }));
  }
  notify(method, params) {
    this.send({ method, params });
  }
  /** The response to the request; what else came is kept. */
  request(method, params) {
    const id = ++this.#lastId;
    this.send({ id, method, params });
    const at = this.#received.findIndex((message) => message.id === id && !message.method);
    assert.notEqual(at, -1, `${method} has no answer`);
    return this.#received.splice(at, 1)[0];
  }
  /** Makes time pass. */
  wait(milliseconds) {
    const now = performance.now() + milliseconds;
    while (this.#server.nextDeadline() <= now) this.#add(this.#server.advance(now));
  }
  /** What came, in order, and is forgotten by being asked for. */
  take() {
    return this.#received.splice(0);
  }
  nextDeadline() {
    return this.#server.nextDeadline();
  }

  start(options = {}) {
    const result = this.request('initialize', { processId: null, rootUri: null, capabilities: {}, ...options });
    this.notify('initialized', {});
    return result;
  }
  open(uri, text, languageId = 'python') {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    this.wait(1000);
  }
  /** The newest diagnostics of a document. */
  diagnostics(uri) {
    const published = this.take().filter(({ params }) => params?.uri === uri && params.diagnostics);
    return published.at(-1)?.params.diagnostics;
  }

  #add(texts) {
    for (const text of texts) this.#received.push(JSON.parse(text));
  }
}
