// Packs what build.mjs made into a .vsix. usage: node package.mjs [--server PROGRAM] [--output FILE]
// PROGRAM is the static alyxls for Linux on x86-64. A .vsix is a ZIP archive of the open packaging conventions.
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import yazl from 'yazl';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const manifest = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const { values } = parseArgs({ options: { server: { type: 'string' }, output: { type: 'string' } } });
const output = resolve(values.output ?? `${manifest.name}-${manifest.version}.vsix`);

const filesBelow = (folder) =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { withFileTypes: true })
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap((entry) => {
          const path = join(folder, entry.name);
          return entry.isDirectory() ? filesBelow(path) : [path];
        });

/** From the name in the package to the file. */
const files = new Map([
  ['README.md', join(here, 'README.md')],
  ['CHANGELOG.md', join(root, 'CHANGELOG.md')],
  ['LICENSE.txt', join(root, 'LICENSE')],
  ['language-configuration.json', join(here, 'language-configuration.json')],
]);
for (const folder of ['dist', 'media', 'server'])
  for (const file of filesBelow(join(here, folder))) files.set(relative(here, file).split('\\').join('/'), file);
if (values.server) files.set('server/linux-x64/alyxls', resolve(values.server));
if (!files.has('dist/node.js')) throw new Error('dist/ is empty: run `node build.mjs` first');

const escape = (text) => String(text).replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const property = (name, value) => `<Property Id="Microsoft.VisualStudio.${name}" Value="${escape(value)}" />`;
const asset = (type, path) => `<Asset Type="Microsoft.VisualStudio.${type}" Path="extension/${path}" Addressable="true" />`;

const description = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata>
<Identity Language="en-US" Id="${escape(manifest.name)}" Version="${manifest.version}" Publisher="${escape(manifest.publisher)}" />
<DisplayName>${escape(manifest.displayName)}</DisplayName>
<Description xml:space="preserve">${escape(manifest.description)}</Description>
<Tags>${escape(manifest.keywords.join(','))}</Tags>
<Categories>${escape(manifest.categories.join(','))}</Categories>
<GalleryFlags>Public</GalleryFlags>
<Properties>
${property('Code.Engine', manifest.engines.vscode)}
${property('Code.ExtensionDependencies', '')}
${property('Code.ExtensionPack', '')}
${property('Code.ExtensionKind', 'workspace,web')}
${property('Services.Branding.Color', manifest.galleryBanner.color)}
${property('Services.Branding.Theme', manifest.galleryBanner.theme)}
</Properties>
<License>extension/LICENSE.txt</License>
<Icon>extension/${manifest.icon}</Icon>
</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code" /></Installation>
<Dependencies />
<Assets>
${asset('Code.Manifest', 'package.json')}
${asset('Services.Content.Details', 'README.md')}
${asset('Services.Content.Changelog', 'CHANGELOG.md')}
${asset('Services.Content.License', 'LICENSE.txt')}
${asset('Services.Icons.Default', manifest.icon)}
</Assets>
</PackageManifest>
`;

const types = { '.json': 'application/json', '.js': 'application/javascript', '.md': 'text/markdown', '.txt': 'text/plain' };
Object.assign(types, { '.png': 'image/png', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' });
const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension=".vsixmanifest" ContentType="text/xml" />
${Object.entries(types)
  .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}" />`)
  .join('\n')}
</Types>
`;

/** What is for developers only is left out. */
const { scripts, devDependencies, dependencies, private: _, ...published } = manifest;

// The same input gives the same bytes: entries are sorted, and carry no time of day.
const mtime = new Date(1980, 0, 1);
const zip = new yazl.ZipFile();
zip.addBuffer(Buffer.from(description), 'extension.vsixmanifest', { mtime });
zip.addBuffer(Buffer.from(contentTypes), '[Content_Types].xml', { mtime });
zip.addBuffer(Buffer.from(JSON.stringify(published, null, 2)), 'extension/package.json', { mtime });
for (const [name, file] of files) {
  const isProgram = name.startsWith('server/') && !extname(name);
  zip.addFile(file, `extension/${name}`, { mtime, mode: isProgram ? 0o100755 : 0o100644 });
}
zip.end();
mkdirSync(dirname(output), { recursive: true });
await pipeline(zip.outputStream, createWriteStream(output));
console.log(`${output} (${Math.round(statSync(output).size / 1024)} KiB)`);
