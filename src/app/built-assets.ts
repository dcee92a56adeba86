import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageSheet } from '#platform/http/exchange.ts';
import type { BuiltAssets } from './render-page.tsx';

interface ManifestEntry {
  file: string;
  css?: string[];
  assets?: string[];
  isEntry?: boolean;
}

/** What the build made for browsers. */
export interface ClientBuild extends BuiltAssets {
  /** Text of the common stylesheet. */
  stylesheet: string;
}

const entry = 'src/ui/client/main.ts';
const officeSheet = 'src/ui/styles/office-only.css';
const pageSheets: Readonly<Record<PageSheet, string>> = {
  agenda: 'src/ui/styles/agenda-only.css',
  'plain-words': 'src/ui/styles/plain-words-only.css',
};
const displayFont = 'src/ui/styles/fonts/bricolage-grotesque.woff2';
const textFont = 'src/ui/styles/fonts/atkinson-hyperlegible-next.woff2';

/** Reads the manifest of the build; without one (the program was never built) pages have neither style nor script. */
export async function readClientBuild(folder: string, manifestPath: string): Promise<ClientBuild> {
  const text = await readFile(manifestPath, 'utf8').catch(() => null);
  if (text === null)
    return { scriptHref: undefined, fontHrefs: [], officeStylesheetHref: undefined, sheetHrefs: {}, stylesheet: '' };
  const manifest = JSON.parse(text) as Record<string, ManifestEntry>;
  const main = manifest[entry];
  const office = manifest[officeSheet];
  const sheets = main?.css ?? [];
  const stylesheet = (await Promise.all(sheets.map((file) => readFile(join(folder, nameOf(file)), 'utf8')))).join('\n');
  const fonts = [displayFont, textFont].flatMap((source) => manifest[source]?.file ?? []);
  return {
    scriptHref: main ? `/assets/${nameOf(main.file)}` : undefined,
    fontHrefs: fonts.map((file) => `/assets/${nameOf(file)}`),
    officeStylesheetHref: office ? `/assets/${nameOf(office.file)}` : undefined,
    sheetHrefs: Object.fromEntries(
      Object.entries(pageSheets).flatMap(([name, source]) => {
        const file = manifest[source]?.file;
        return file ? [[name, `/assets/${nameOf(file)}`]] : [];
      }),
    ),
    stylesheet,
  };
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '');
}
