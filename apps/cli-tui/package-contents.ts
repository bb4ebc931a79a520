import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/*
 * Around `npm pack`: before it, the manifest is replaced by one that npm understands (no catalog, no workspace, no
 * development), and README.md and LICENSE of the repository are laid beside it; after it, everything is as before.
 */
const manifestPath = new URL('package.json', import.meta.url);
const keptPath = new URL('node_modules/.package.json.kept', import.meta.url);
const documents = ['README.md', 'LICENSE'] as const;

type Manifest = { readonly dependencies: Readonly<Record<string, string>>; readonly [key: string]: unknown };

const [moment] = process.argv.slice(2);
if (moment === 'before-pack') enter();
else if (moment === 'after-pack') leave();
else throw new Error('say before-pack or after-pack');

function enter(): void {
  // A pack that was broken off may have left the published manifest in place, and the real one here.
  if (existsSync(keptPath) && !('scripts' in readManifest())) renameSync(keptPath, manifestPath);
  const manifest = readManifest();
  copyFileSync(manifestPath, keptPath);
  for (const name of documents) {
    const original = new URL(`../../${name}`, import.meta.url);
    if (existsSync(original)) copyFileSync(original, new URL(name, import.meta.url));
  }
  writeFileSync(manifestPath, `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`);
}

function leave(): void {
  renameSync(keptPath, manifestPath);
  for (const name of documents) rmSync(new URL(name, import.meta.url), { force: true });
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest;
}

/** The versions that are installed, which are those that the tests ran with. */
function publishedManifest(manifest: Manifest): Manifest {
  const { devDependencies: _development, scripts: _scripts, ...published } = manifest;
  const dependencies = Object.keys(manifest.dependencies).map((name) => [name, installedVersion(name)]);
  return { ...published, dependencies: Object.fromEntries(dependencies) };
}

function installedVersion(name: string): string {
  const text = readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
