// A person with two projects side by side, who looks around, and changes settings while VS Code runs.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { ours } from './packages.mjs';
import { server, step, Workbench } from './workbench.mjs';

const query = "one.alyx.rest('sessions', 'list', django='subject__nicknam,KS022')\n";

let bench;
before(async () => {
  const files = { 'lab/lab.py': query, 'rig/rig.py': query, 'rig/alyxlint.toml': 'ignore = ["unknown-related-field"]\n' };
  bench = await Workbench.open({ extensions: [ours], files, roots: ['lab', 'rig'] });
  await bench.goToFile('lab.py');
});
after(() => bench?.close());

/** What holds for a server that is a program: WebAssembly reads no files and has no transport. */
const ofProgram = server === 'program' ? step : () => {};
const statusIs = (text) => bench.status().filter({ hasText: text }).waitFor();

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
  await bench.setSettings({});
  await bench.squiggles('error').first().waitFor();
});

step('the status item leads to the queries of the file', () => bench, async () => {
  await bench.status().click();
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'subject__nicknam' }).waitFor();
  await bench.page.keyboard.press('Enter');
  const chosen = query.trimEnd().length;
  await bench.page.locator('.statusbar-item', { hasText: `Ln 1, Col ${chosen + 1} (${chosen} selected)` }).waitFor();
});

step('the log says which server runs', () => bench, async () => {
  const reason = { program: 'comes with the extension', wasm: 'as alyx.server.path says', web: 'there are no programs' };
  await bench.command('Alyx: Show log');
  const words = new RegExp(reason[server].replaceAll(' ', '\\s'));
  await bench.page.locator('.part.panel .view-line', { hasText: words }).first().waitFor();
  await bench.command('View: Toggle Output');
});

for (const transport of ['pipe', 'socket'])
  ofProgram(`the server is reached by ${transport} as well`, () => bench, async () => {
    await bench.setSettings({ 'alyx.server.transport': transport, 'alyx.ignore': ['unknown-related-field'] });
    await statusIs(/Alyx: 1 query$/);
    await bench.setSettings({ 'alyx.server.transport': transport });
    await statusIs(/Alyx: 1 query, 1 problem$/);
  });

ofProgram('a server that is not there is named, and the next is taken', () => bench, async () => {
  await bench.setSettings({ 'alyx.server.path': '/nowhere/alyxls' });
  const notice = bench.page.locator('.notification-toast', { hasText: '/nowhere/alyxls' });
  await notice.first().waitFor();
  await statusIs(/Alyx$/);
  await bench.picture('no-server');
  await bench.setSettings({});
  await statusIs(/Alyx: 1 query, 1 problem$/);
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
