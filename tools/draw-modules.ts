import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Draws who knows whom, from the imports themselves, between the two marks of the architecture page:
 * `node bin/run.mjs tools/draw-modules.ts`. With `--check` it writes nothing, and fails when the drawing there is another.
 */
const page = 'docs/architecture.md';
const marks = /(<!-- module graph[^\n]*-->\n)(.*?)(<!-- \/module graph -->)/s;

interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[];
}

/** A box of the drawing: a layer, or a module inside the layer of modules. */
interface Box {
  layer: string;
  module?: string;
}

/** From the one that knows all to the one that knows nothing of ours. */
const layers = ['main.ts', 'app', 'modules', 'ui', 'platform'] as const;

export async function drawModules(): Promise<string> {
  const { modules } = await cruise();
  const edges = new Set<string>();
  const names = new Set<string>();
  for (const { source, dependencies } of modules) {
    const from = boxOf(source);
    if (from?.module) names.add(from.module);
    for (const { resolved } of dependencies) {
      const to = boxOf(resolved);
      if (from && to && idOf(from) !== idOf(to)) edges.add(`${idOf(from)} --> ${idOf(to)}`);
    }
  }
  const together = [...names].sort();
  return [
    '```mermaid',
    'flowchart TD',
    ...layers.flatMap((layer) => (layer === 'modules' ? group(together) : [`  ${idOf({ layer })}["src/${layer}"]`])),
    ...grouped(edges, together).map((edge) => `  ${edge}`),
    '```',
    '',
  ].join('\n');
}

function group(names: readonly string[]): string[] {
  return ['  subgraph modules["src/modules"]', ...names.map((name) => `    ${name}["${name}"]`), '  end'];
}

/** What holds for every module is drawn once, for their group. */
function grouped(edges: ReadonlySet<string>, names: readonly string[]): string[] {
  const left = new Set(edges);
  for (const other of layers.map((layer) => idOf({ layer }))) {
    for (const edgeOf of [(name: string) => `${name} --> ${other}`, (name: string) => `${other} --> ${name}`]) {
      if (names.length === 0 || !names.every((name) => left.has(edgeOf(name)))) continue;
      for (const name of names) left.delete(edgeOf(name));
      left.add(edgeOf('modules'));
    }
  }
  return [...left].sort();
}

function boxOf(path: string): Box | null {
  const [root, layer, module] = path.split('/');
  if (root !== 'src' || !layers.some((known) => known === layer) || !layer) return null;
  return layer === 'modules' && module ? { layer, module } : { layer };
}

function idOf({ layer, module }: Box): string {
  return module ?? layer.replace('.ts', '');
}

async function cruise(): Promise<Cruised> {
  const command = 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs';
  const args = [command, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = promisify(execFile)(process.execPath, args, { maxBuffer: 500_000_000 });
  // It exits with the number of borders crossed, which are not the matter here.
  const { stdout } = await run.catch((error: { stdout?: string; stderr?: string }) => {
    if (!error.stdout) throw new Error(error.stderr);
    return { stdout: error.stdout };
  });
  const cruised = JSON.parse(stdout) as Cruised;
  const files = (await readdir('src', { recursive: true })).filter((name) => /(?<!\.test)\.tsx?$/.test(name)).length;
  const seen = cruised.modules.filter(({ source }) => source.startsWith('src/')).length;
  // A known trap: with an unsupported TypeScript it sees nothing, and the drawing would be empty.
  if (seen < files) throw new Error(`${seen} fichiers lus sur ${files} : le dessin n’aurait pas de sens.`);
  return cruised;
}

if (import.meta.main) {
  const text = await readFile(page, 'utf8');
  if (!marks.test(text)) throw new Error(`${page} : les deux marques du dessin manquent.`);
  const drawing = await drawModules();
  const drawn = text.replace(marks, (_, start: string, __, end: string) => `${start}${drawing}${end}`);
  if (drawn === text) {
    process.stdout.write(`Le dessin des modules de ${page} est à jour.\n`);
  } else if (process.argv.includes('--check')) {
    process.stdout.write(
      `Le dessin des modules de ${page} n’est plus à jour : node bin/run.mjs tools/draw-modules.ts\n`,
    );
    process.exitCode = 1;
  } else {
    await writeFile(page, drawn);
    process.stdout.write(`Le dessin des modules de ${page} est refait.\n`);
  }
}
