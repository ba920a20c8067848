// The server as WebAssembly: the same transcripts as the library's, and what is its own: no files, little stack.
// Needs build/wasm, or the folder that ALYX_WASM_BUILD names. Run by `./dev wasm`.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { Client } from './client.mjs';

const folder = resolve('tests/lsp/transcripts');
const transcripts = readdirSync(folder)
  .sort()
  .map((name) => ({ name, ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }));

/** Where `actual` lacks something of `expected`, as tests/lsp/transcripts_test.cpp has it; empty: nowhere. */
function difference(expected, actual, path) {
  const isObject = (value) => typeof value === 'object' && value !== null;
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual))
    return expected === actual ? '' : `${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
  if (Array.isArray(expected) && expected.length !== actual.length)
    return `${path} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
  for (const [key, member] of Object.entries(expected)) {
    const isAbsent = member === '(absent)';
    if (isAbsent !== !(key in actual)) return `${path}.${key} is ${isAbsent ? 'there' : 'missing'}`;
    const problem = isAbsent ? '' : difference(member, actual[key], `${path}.${key}`);
    if (problem) return problem;
  }
  return '';
}

const played = transcripts.filter(({ files }) => !files);
test('most transcripts need no files', () => assert.ok(played.length > 5));

for (const { name, steps } of played)
  test(`transcript ${name}`, async () => {
    const client = await Client.create();
    for (const [number, step] of steps.entries()) {
      if (step.client) client.send(step.client);
      else client.wait(step.wait);
      const expected = step.server ?? [];
      // Pages of the schema are files, and there are none.
      if (JSON.stringify(expected).includes('"page:')) {
        client.take();
        continue;
      }
      // The version is the project's here, not one of the tests.
      for (const message of expected) delete message.result?.serverInfo?.version;
      const received = client.take();
      // The clock is the machine's, which may be slow enough for diagnostics to wait.
      if (received.length < expected.length) client.wait(1000);
      const problem = difference(expected, [...received, ...client.take()], 'server');
      assert.equal(problem, '', `step ${number + 1}: ${problem}`);
    }
  });

const uri = 'file:///lab/script.py';
const query = "one.alyx.rest('sessions', 'list', django='projct__name,x')  # 🦉\n";

test('the way of a session', async () => {
  const client = await Client.create();
  assert.equal(client.nextDeadline(), Infinity);
  const { result } = client.start({ capabilities: { general: { positionEncodings: ['utf-8', 'utf-16'] } } });
  assert.equal(result.capabilities.positionEncoding, 'utf-8');
  client.open(uri, query);
  assert.deepEqual(client.diagnostics(uri).map(({ code }) => code), ['AQ203']);
  const at = { textDocument: { uri }, position: { line: 0, character: 45 } };
  const hover = client.request('textDocument/hover', { ...at, position: { line: 0, character: 17 } });
  assert.match(JSON.stringify(hover.result.contents), /sessions/);
  const completion = client.request('textDocument/completion', at).result;
  const labels = (completion.items ?? completion).map(({ label }) => label);
  assert.ok(labels.includes('project') || labels.includes('projects'), labels.join());
  assert.equal(client.request('shutdown').result, null);
});

test('settings of the client are the configuration', async () => {
  const client = await Client.create();
  client.start({ initializationOptions: { ignore: ['AQ203'] } });
  client.open(uri, query);
  assert.deepEqual(client.diagnostics(uri), []);
});

test('packs and folders that would have to be read are named, and the rest goes on', async () => {
  const client = await Client.create();
  client.start({ rootUri: 'file:///lab', initializationOptions: { schema: '/lab/pack.json' } });
  client.open(uri, query);
  const messages = client.take();
  assert.match(JSON.stringify(messages), /pack\.json/);
  const workspace = client.request('workspace/diagnostic', { previousResultIds: [] });
  assert.deepEqual(workspace.result?.items.filter((report) => report.uri !== uri), []);
});

test('any text has an answer or none, and the session goes on', async () => {
  const client = await Client.create();
  client.start();
  for (const text of ['', '{', 'null', '[]', '"\\ud800"', '{"id": 7}', '[[[['.repeat(50_000)]) client.sendText(text);
  client.take();
  client.open(uri, query);
  assert.equal(client.diagnostics(uri).length, 1);
});

// The stack is the engine's own here, and smaller than a program's.
for (const [name, nested] of Object.entries({
  brackets: '['.repeat(100_000),
  calls: 'f('.repeat(50_000),
  attributes: `one${'.a'.repeat(50_000)}`,
  additions: `q = ${"'a' + ".repeat(50_000)}'b'`,
  negations: `q = ${'not '.repeat(50_000)}x`,
  blocks: Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}if x:\n`).join(''),
  'lists in a filter': `one.alyx.rest('sessions', 'list', django="id__in,${'['.repeat(20_000)}")`,
  'brackets in a list': `one.alyx.rest('sessions', 'list', django='id__in,' + str(${'['.repeat(20_000)}${']'.repeat(20_000)}))`,
  'quotes in Markdown': '> '.repeat(20_000),
}))
  test(`deeply nested ${name}`, async () => {
    const client = await Client.create();
    client.start();
    client.open(uri, `${query}${nested}\n${query}`, name.includes('Markdown') ? 'markdown' : 'python');
    assert.ok(Array.isArray(client.diagnostics(uri)));
    for (const method of ['documentSymbol', 'foldingRange', 'semanticTokens/full'])
      client.request(`textDocument/${method}`, { textDocument: { uri } });
    client.open('file:///lab/other.py', query);
    assert.equal(client.diagnostics('file:///lab/other.py').length, 1);
  });
