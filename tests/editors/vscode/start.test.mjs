// A person whose files have nothing to do with Alyx, and who then opens one that has.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before } from 'node:test';
import { dummy, ours } from './packages.mjs';
import { server, step, Workbench } from './workbench.mjs';

const page = "# Colony\n\n```python\none.alyx.rest('sessions', 'list', django='subject__nicknam,KS022')\n```\n";
const address = "'https://alyx.internationalbrainlab.org/sessions?django=subject__nicknam,KS022'";
/** The languages but Python. VS Code knows MATLAB's by its extension alone, for which the dummy stands here. */
const scripts = {
  'colony.js': `const sessions = await fetch(${address});\n`,
  'table.jsx': `const sessions = await fetch(${address});\n`,
  'colony.ts': `const sessions: Response = await fetch(${address});\n`,
  'table.tsx': `const sessions: Response = await fetch(${address});\n`,
  'colony.sh': `curl ${address}\n`,
  'colony.rst': `Colony\n======\n\n.. code-block:: shell\n\n   curl ${address}\n`,
  'colony.alyxq': 'endpoint: sessions\nsubject__nicknam,KS022\n',
  'colony.m': `sessions = webread(${address});\n`,
};

let bench;
before(async () => {
  const files = { 'plain.txt': "one.alyx.rest('weighing', 'list')\n", 'page.md': page, ...scripts };
  bench = await Workbench.open({ extensions: [ours, await dummy()], files });
});
after(() => bench?.close());

/** Programs that the extension of this VS Code has started. */
const servers = () =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.startsWith(bench.home) && line.includes('alyxls'));

step('nothing runs and nothing shows for a file of another kind', () => bench, async () => {
  await bench.openFile('plain.txt');
  await bench.page.waitForTimeout(3000);
  assert.deepEqual(servers(), []);
  assert.equal(await bench.status().count(), 0);
});

step('a Markdown page with a Python fence starts the server', () => bench, async () => {
  await bench.openFile('page.md');
  await bench.squiggles('error').first().waitFor();
  await bench.status().filter({ hasText: 'Alyx: 1 query, 1 problem' }).waitFor();
  assert.equal(servers().length, server === 'program' ? 1 : 0);
  await bench.picture('markdown');
});

for (const name of Object.keys(scripts))
  step(`a mistake in ${name} is underlined`, () => bench, async () => {
    await bench.openFile(name);
    await bench.squiggles('error').first().waitFor();
    await bench.status().filter({ hasText: 'Alyx: 1 query, 1 problem' }).waitFor();
  });
