// A person with two projects side by side, who looks around, and changes settings while VS Code runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { ours } from './packages.mjs';
import { server, step, Workbench } from './workbench.mjs';

const schema = readFileSync(new URL('../../../schemas/alyx.json', import.meta.url), 'utf8');
const query = "one.alyx.rest('sessions', 'list', django='subject__nicknam,KS022')\n";

let bench;
before(async () => {
  const files = {
    'lab/lab.py': query,
    'lab/colony.py': "one.alyx.rest('sessions', 'list', django='qc,PASS')\n",
    'lab/renamed.json': schema.replaceAll('"nickname"', '"nicknam"'),
    'rig/rig.py': query,
    'rig/alyxlint.toml': 'ignore = ["unknown-related-field"]\n',
  };
  bench = await Workbench.open({ extensions: [ours], files, roots: ['lab', 'rig'] });
  await bench.goToFile('lab.py');
});
after(() => bench?.close());

/** What holds for a server that is a program: WebAssembly reads no files and has no transport. */
const ofProgram = server === 'program' ? step : () => {};
const statusIs = (text) => bench.status().filter({ hasText: text }).waitFor();

async function logHas(words) {
  await bench.command('Alyx: Show log');
  const line = bench.page.locator('.part.panel .view-line', { hasText: words.replaceAll(' ', '\u00a0') });
  await line.first().waitFor();
  await bench.command('View: Toggle Output');
}

step('the file has a problem', () => bench, async () => {
  await bench.squiggles('error').first().waitFor();
  await statusIs(/Alyx: 1 query, 1 problem$/);
});

ofProgram('each folder of the workspace follows its own configuration', () => bench, async () => {
  await bench.goToFile('rig.py');
  await statusIs(/Alyx: 1 query$/);
  assert.equal(await bench.squiggles('error').count(), 0);
  await bench.goToFile('lab.py');
  await statusIs(/Alyx: 1 query, 1 problem$/);
});

step('severities and rules change with the settings', () => bench, async () => {
  await bench.setSettings({ 'alyx.severity': { 'unknown-related-field': 'information' } });
  await bench.squiggles('info').first().waitFor();
  await bench.setSettings({ 'alyx.ignore': ['unknown-related-field'] });
  await bench.squiggles('info').first().waitFor({ state: 'detached' });
  await statusIs(/Alyx: 1 query$/);
  await bench.setSettings({ 'alyx.select': ['AQ1'] });
  await bench.squiggles('error').first().waitFor({ state: 'detached' });
  await bench.setSettings({});
  await bench.squiggles('error').first().waitFor();
});

step('a file is mended when it is saved', () => bench, async () => {
  await bench.setSettings({ 'editor.codeActionsOnSave': { 'source.fixAll.alyxlint': 'explicit' } });
  await bench.goToFile('colony.py');
  await statusIs(/Alyx: 1 query, 1 problem$/);
  await bench.page.keyboard.press('Control+End');
  await bench.type('# as it was\n');
  await bench.save();
  assert.equal(bench.read('lab/colony.py'), "one.alyx.rest('sessions', 'list', django='qc,10')\n# as it was\n");
  await bench.goToFile('lab.py');
});

ofProgram('another schema is a file of the first folder', () => bench, async () => {
  await bench.setSettings({ 'alyx.schema': 'renamed.json' });
  await statusIs(/Alyx: 1 query$/);
  await bench.setSettings({ 'alyx.schema': 'alyx' });
  await statusIs(/Alyx: 1 query, 1 problem$/);
});

step('the status item leads to the queries of the file', () => bench, async () => {
  await bench.status().click();
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'subject__nicknam' }).waitFor();
  await bench.page.keyboard.press('Enter');
  const chosen = query.trimEnd().length;
  await bench.page.locator('.statusbar-item', { hasText: `Ln 1, Col ${chosen + 1} (${chosen} selected)` }).waitFor();
});

step('the log says which server runs', () => bench, async () => {
  const reason = { program: 'comes with the extension', wasm: 'no program for linux-x64', web: 'there are no programs' };
  await logHas(reason[server]);
});

for (const transport of ['pipe', 'socket'])
  ofProgram(`the server is reached by ${transport} as well`, () => bench, async () => {
    await bench.setSettings({ 'alyx.server.transport': transport, 'alyx.ignore': ['unknown-related-field'] });
    await statusIs(/Alyx: 1 query$/);
    await bench.setSettings({ 'alyx.server.transport': transport });
    await statusIs(/Alyx: 1 query, 1 problem$/);
  });

ofProgram('a server that is not there is named, and that of WebAssembly can be named too', () => bench, async () => {
  await bench.setSettings({ 'alyx.server.path': '/nowhere/alyxls' });
  const notice = bench.page.locator('.notification-toast', { hasText: '/nowhere/alyxls' });
  await notice.first().waitFor();
  await statusIs(/Alyx$/);
  assert.deepEqual(await bench.page.locator('.notification-toast', { hasText: 'failed' }).allInnerTexts(), []);
  await bench.picture('no-server');
  await bench.setSettings({ 'alyx.server.path': 'wasm' });
  await statusIs(/Alyx: 1 query, 1 problem$/);
  await logHas('as alyx.server.path says');
});

step('the walkthrough shows its three steps', () => bench, async () => {
  await bench.command('Welcome: Open Walkthrough...');
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Alyx queries' }).first().waitFor();
  await bench.page.keyboard.insertText('Alyx queries');
  await bench.page.keyboard.press('Enter');
  const steps = bench.page.locator('.getting-started-step');
  await steps.filter({ hasText: 'Write a query' }).waitFor();
  assert.equal(await steps.count(), 3);
  await bench.picture('walkthrough');
});
