// A person who looks around in the schema, and takes a path from it.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { dummy, ours } from './packages.mjs';
import { step, Workbench } from './workbench.mjs';

let bench;
before(async () => {
  bench = await Workbench.open({ extensions: [ours, await dummy()] });
  await bench.openFile('script.py');
  await bench.squiggles('error').first().waitFor();
});
after(() => bench?.close());

const row = (label) =>
  bench.page.locator('.pane-body .monaco-list-row', {
    has: bench.page.locator('.label-name', { hasText: new RegExp(`^${label}$`) }),
  });

/** Trees hold only the rows that are to be seen: on, until the one with the label is among them. */
async function scrolledTo(label) {
  await bench.page.locator('.pane-body .monaco-list-row .label-name').nth(5).hover();
  for (let turn = 0; turn < 40 && !(await row(label).count()); ++turn) {
    await bench.page.mouse.wheel(0, 200);
    await bench.page.waitForTimeout(100);
  }
  return row(label).first();
}

step('the tree shows endpoints and their fields, and a path is inserted at the cursor', () => bench, async () => {
  await bench.page.keyboard.press('Control+End');
  await bench.type("one.alyx.rest('insertions', 'list', django='");
  await bench.page.keyboard.press('Escape');
  await bench.command('Alyx: Show schema');
  await (await scrolledTo('insertions')).click();
  await (await scrolledTo('session')).click();
  await (await scrolledTo('subject')).click();
  const nickname = await scrolledTo('nickname');
  await nickname.hover();
  await bench.picture('schema');
  await nickname.locator('.action-label').click();
  await bench.page.locator('.view-line', { hasText: "django='session__subject__nickname" }).waitFor();
  await bench.picture('schema-inserted');
});

step('a search finds a field and shows it in the tree', () => bench, async () => {
  await bench.command('Alyx: Search schema');
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'brain-regions' }).first().waitFor();
  await bench.page.keyboard.insertText('Weighing.date_time');
  await bench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Weighing.date_time' }).first().waitFor();
  await bench.page.keyboard.press('Enter');
  const found = bench.page.locator('.pane-body .monaco-list-row.selected', { hasText: 'date_time' });
  await found.waitFor();
  assert.match(await found.innerText(), /DateTimeField/);
  await bench.picture('schema-search');
});
