// A person with a notebook: a variable of one cell in the query of the next.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { notebookOf } from './notebook.mjs';
import { dummy, ours } from './packages.mjs';
import { step, Workbench } from './workbench.mjs';

const variable = "path = 'subject__nicknam'";
const query = "one.alyx.rest('sessions', 'list', django=path + '__icontains,ks')";

let bench;
before(async () => {
  const files = { 'notebook.ipynb': notebookOf(variable, query) };
  bench = await Workbench.open({ extensions: [ours, await dummy()], files });
  await bench.openFile('notebook.ipynb');
});
after(() => bench?.close());

const inCell = (index) => bench.page.locator('.notebook-editor .monaco-list-row .cell-editor-container').nth(index);

step('the mistake is underlined in the cell of the variable', () => bench, async () => {
  await inCell(0).locator('.squiggly-error').waitFor();
  await bench.status().filter({ hasText: 'Alyx: 1 query, 1 problem' }).waitFor();
  await bench.picture('notebook');
});

step('once the cells are swapped, the variable is not known any more', () => bench, async () => {
  await inCell(1).click();
  await bench.page.keyboard.press('Escape');
  await bench.page.keyboard.press('Alt+ArrowUp');
  await inCell(0).locator('.view-line', { hasText: 'rest(' }).waitFor();
  await bench.page.locator('.notebook-editor .squiggly-error').waitFor({ state: 'detached' });
  await bench.picture('notebook-swapped');
  await bench.page.keyboard.press('Alt+ArrowDown');
  await inCell(0).locator('.squiggly-error').waitFor();
});

step('suggestions come in a cell, and are ours alone', () => bench, async () => {
  await inCell(1).locator('.view-line').last().click();
  await bench.page.keyboard.press('Control+End');
  await bench.page.keyboard.press('Enter');
  await bench.type("one.alyx.rest('sessions', 'list', django='subject__nick");
  await bench.page.locator('.suggest-widget.visible .label-name', { hasText: 'nickname' }).waitFor();
  const shown = await bench.shownSuggestions();
  assert.equal(shown[0], 'nickname');
  assert.ok(!shown.some((label) => label.includes('dummy')), `${shown}`);
  await bench.picture('notebook-completion');
  await bench.page.keyboard.press('Enter');
  await bench.page.locator('.view-line', { hasText: "django='subject__nickname" }).waitFor();
});
