// A person with a script: finds out what is wrong, writes a query, reads what words mean, mends.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { dummy, ours } from './packages.mjs';
import { server, step, Workbench } from './workbench.mjs';

let bench;
before(async () => {
  bench = await Workbench.open({ extensions: [ours, await dummy()] });
  await bench.openFile('script.py');
  await bench.squiggles('error').first().waitFor();
});
after(() => bench?.close());

/** An empty line at the end of the script, with the cursor in it. */
async function newLine() {
  await bench.page.keyboard.press('Escape');
  await bench.page.keyboard.press('Control+End');
  await bench.page.keyboard.press('Enter');
  await bench.page.keyboard.press('Home');
}

/** What the last line of the editor has, once it has it. */
async function lastLineIs(text) {
  const line = bench.page.locator('.editor-instance .view-line', { hasText: text.replaceAll(' ', '\u00a0') });
  await line.first().waitFor();
}

const isDummy = (label) => label.includes('dummy');

step('what is wrong is underlined, counted and listed', () => bench, async () => {
  await bench.status().filter({ hasText: 'Alyx: 4 queries, 3 problems' }).waitFor();
  assert.equal(await bench.squiggles('error').count(), 3);
  const rows = await bench.problems();
  await bench.picture('problems');
  assert.match(rows.join('\n'), /`nicknam` is no field of Subject/);
  assert.match(rows.join('\n'), /HTTP 500 FieldError/);
  await bench.command('View: Toggle Problems');
});

step('the colours of the other extension stay, and the words of a query have colours of their own', () => bench, async () => {
  const colourOf = (text) =>
    bench.page.evaluate((wanted) => {
      const spans = [...document.querySelectorAll('.editor-instance .view-line span span')];
      const span = spans.find((one) => one.textContent === wanted);
      return span ? getComputedStyle(span).color : null;
    }, text);
  await bench.page.waitForFunction(() =>
    [...document.querySelectorAll('.editor-instance .view-line span span')].some((one) => one.textContent === 'session'),
  );
  const string = await colourOf("'list'");
  assert.ok(await colourOf('session'));
  assert.notEqual(await colourOf('session'), string);
  assert.notEqual(await colourOf('lt'), await colourOf('session'));
  assert.notEqual(await colourOf('dummy_token'), await colourOf('good'));
});

step('suggestions come while typing in a query, and are ours alone', () => bench, async () => {
  await newLine();
  await bench.type("one.alyx.rest('sessions', 'list', django='");
  const first = await bench.suggestions();
  assert.ok(first.length > 3 && !first.some(isDummy), `behind the quote: ${first}`);
  await bench.type('subj');
  assert.equal((await bench.suggestions())[0], 'subject');
  await bench.type('ect__nick');
  await bench.page.locator('.suggest-widget.visible .label-name', { hasText: 'nickname' }).waitFor();
  const shown = await bench.shownSuggestions();
  assert.equal(shown[0], 'nickname');
  assert.ok(!shown.some(isDummy), `in the path: ${shown}`);
  await bench.picture('completion');
  await bench.page.keyboard.press('Enter');
  await lastLineIs("django='subject__nickname");
});

step('they come back after a list was closed', () => bench, async () => {
  await bench.type('__ico');
  await bench.page.locator('.suggest-widget.visible .label-name', { hasText: 'icontains' }).waitFor();
  await bench.page.keyboard.press('Escape');
  await bench.page.keyboard.press('Backspace');
  await bench.type('o');
  assert.equal((await bench.suggestions())[0], 'icontains');
  assert.ok(!(await bench.shownSuggestions()).some(isDummy));
  await bench.page.keyboard.press('Tab');
  await lastLineIs("django='subject__nickname__icontains");
});

step('elsewhere everything is as without us', () => bench, async () => {
  await newLine();
  await bench.type('_priv');
  assert.deepEqual(await bench.suggestions(), ['_private_of_dummy']);
  await newLine();
  await bench.type("x = 'subj");
  await bench.page.waitForTimeout(500);
  assert.deepEqual(await bench.shownSuggestions(), []);
  await newLine();
  await bench.type('y = subj');
  assert.deepEqual(await bench.suggestions(), ['subject_of_dummy']);
  await bench.page.keyboard.press('Escape');
});

step('the pointer on a lookup says what it means', () => bench, async () => {
  await bench.goTo(1);
  const text = await bench.hover("django='session__qc__lt,", 'lt');
  await bench.picture('hover');
  assert.match(text, /is less/);
  assert.match(text, /SQL: qc </);
});

step('a quick fix changes the file', () => bench, async () => {
  await bench.goTo(6, 64);
  await bench.page.keyboard.press('Control+.');
  const fix = bench.page.locator('.action-widget .monaco-list-row', { hasText: 'nickname' });
  await fix.first().waitFor();
  await bench.picture('quick-fix');
  await bench.page.keyboard.press('Enter');
  await lastLineIs("django='subject__nickname__icontains,ks'");
  await bench.save();
  assert.match(bench.read('script.py'), /django='subject__nickname__icontains,ks'/);
});

step('a rule is explained', () => bench, async () => {
  await bench.goTo(7, 66);
  await bench.command('Alyx: Explain this rule');
  await bench.page.waitForSelector('.tab[aria-label*="AQ306"]');
  const page = bench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await page.locator('h1', { hasText: 'invalid-date' }).waitFor();
  await bench.picture('explain');
});

step('what is certain is fixed in all files, open or not', () => bench, async () => {
  // WebAssembly knows no files, only what is open.
  if (server !== 'program') await bench.openFile('colony.py');
  await bench.command('Alyx: Fix all in workspace');
  await bench.page.locator('.notification-toast', { hasText: 'fixed what has one right answer, in 1 file' }).waitFor();
  await bench.openFile('colony.py');
  await bench.save();
  assert.match(bench.read('colony.py'), /django='qc,10'/);
});

step('a new server takes over', () => bench, async () => {
  await bench.command('Alyx: Restart server');
  await bench.openFile('script.py');
  await bench.status().filter({ hasText: /Alyx: \d queries, \d problems/ }).waitFor();
  await bench.squiggles('error').first().waitFor();
});
