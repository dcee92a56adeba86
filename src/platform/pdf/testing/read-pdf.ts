import { inflateSync } from 'node:zlib';

/** What a reader of the file finds in it. */
export interface ReadPdf {
  title: string;
  lang: string;
  /** The words of each page, artifacts included, in the order they are drawn. */
  pages: string[];
  /** The words of each page without what is marked as an artifact. */
  heard: string[];
  /** The structure: one line per element, indented, as « Table », « H1 », « Figure [Plan d’accès] ». */
  structure: string[];
  /** Widths and heights of the pages, in points. */
  sizes: [number, number][];
  /** The drawing orders of each page. */
  contents: string[];
  /** Addresses that links lead to. */
  links: string[];
}

/** Reads back a document that `createDocument` wrote: not a reader for every PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const [, id = '', body = ''] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', raw] = body.split('\nstream\n');
    const data = Buffer.from((raw ?? '').replace(/\nendstream$/, ''), 'latin1');
    const stream =
      raw === undefined
        ? ''
        : head.includes('FlateDecode')
          ? inflateSync(data).toString('latin1')
          : data.toString('latin1');
    objects.set(id, { head, stream: head.includes('/Subtype /Image') ? '' : stream });
  }
  const objectOf = (reference: string | undefined) => objects.get(reference ?? '') ?? { head: '', stream: '' };
  const refs = (text: string): string[] => [...text.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
  const all = [...objects.values()];
  const catalog = all.find(({ head }) => head.includes('/Type /Catalog'))?.head ?? '';
  const info = all.find(({ head }) => head.includes('/Creator'))?.head ?? '';
  const kids = refs(
    /\/Kids \[([^\]]*)\]/.exec(all.find(({ head }) => head.includes('/Type /Pages'))?.head ?? '')?.[1] ?? '',
  );

  const charmaps = new Map<string, ReadonlyMap<string, string>>();
  const charmap = (font: string): ReadonlyMap<string, string> => {
    let found = charmaps.get(font);
    if (!found)
      charmaps.set(font, (found = charmapOf(objectOf(/\/ToUnicode (\d+) 0 R/.exec(objectOf(font).head)?.[1]).stream)));
    return found;
  };
  const words = kids.map((kid) => {
    const page = objectOf(kid).head;
    const resources = objectOf(/\/Resources (\d+) 0 R/.exec(page)?.[1]).head || page;
    const fonts = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
    const content = objectOf(/\/Contents (\d+) 0 R/.exec(page)?.[1]).stream;
    return wordsOf(content, (name, code) => charmap(fonts.get(name) ?? '').get(code) ?? '\uFFFD');
  });
  const root = objectOf(/\/StructTreeRoot (\d+) 0 R/.exec(catalog)?.[1]).head;
  const structure: string[] = [];
  const walk = (id: string, depth: number): void => {
    const { head } = objectOf(id);
    const type = /\/S \/(\w+)/.exec(head)?.[1];
    if (!type) return;
    const alt = /\/Alt (\((?:\\[\s\S]|[^\\)])*\))/.exec(head)?.[1];
    structure.push(`${'  '.repeat(depth)}${type}${alt ? ` [${textOf(alt)}]` : ''}`);
    for (const child of refs(/\/K \[([^\]]*)\]/.exec(head.slice(2, -2).replaceAll(/<<[^>]*>>/g, ''))?.[1] ?? ''))
      walk(child, depth + 1);
  };
  for (const id of refs(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? '')) walk(id, 0);
  return {
    title: textOf(objectOf(/\/Title (\d+) 0 R/.exec(info)?.[1]).head),
    lang: textOf(/\/Lang (\([^)]*\))/.exec(catalog)?.[1] ?? '()'),
    pages: words.map(({ all }) => squeezed(all)),
    heard: words.map(({ heard }) => squeezed(heard)),
    structure,
    sizes: kids.map((kid) => {
      const [, , width = 0, height = 0] = (/\/MediaBox \[([^\]]*)\]/.exec(objectOf(kid).head)?.[1] ?? '')
        .split(' ')
        .map(Number);
      return [width, height];
    }),
    contents: kids.map((kid) => objectOf(/\/Contents (\d+) 0 R/.exec(objectOf(kid).head)?.[1]).stream),
    links: all.flatMap(({ head }) =>
      [...head.matchAll(/\/URI (\((?:\\[\s\S]|[^\\)])*\))/g)].map(([, uri = '']) => textOf(uri)),
    ),
  };
}

/** Lines joined; no-break spaces stay. */
const squeezed = (text: string): string => text.replaceAll(/[ \n]+/g, ' ').trim();

/** A string of the file: escapes undone, UTF-16 when it says so. */
function textOf(literal: string): string {
  const raw = literal
    .slice(1, -1)
    .replaceAll(
      /\\([nrtbf()\\])/g,
      (_, sign: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign,
    );
  return raw.startsWith('þÿ') ? Buffer.from(raw.slice(2), 'latin1').swap16().toString('utf16le') : raw;
}

function charmapOf(cmap: string): Map<string, string> {
  const signs = new Map<string, string>();
  const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, from = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([\w ]*)>/g)].forEach(([, hex = ''], at) =>
      signs.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'), utf16(hex.replaceAll(' ', ''))),
    );
  return signs;
}

function wordsOf(content: string, sign: (font: string, code: string) => string): { all: string; heard: string } {
  let [font, all, heard] = ['', '', ''];
  const depth: boolean[] = [];
  for (const [, tag, end, newFont, shown] of content.matchAll(
    /\/(\w+)(?: <<[^>]*>>)? (?:BDC|BMC)|(EMC)|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
  )) {
    if (tag) depth.push(tag === 'Artifact');
    else if (end) depth.pop();
    else if (newFont) font = newFont;
    else if (shown !== undefined) {
      const text = [...shown.matchAll(/<([0-9a-f]*)>/gi)]
        .flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [])
        .map((code) => sign(font, code))
        .join('');
      all += `${text}\n`;
      if (!depth.includes(true)) heard += `${text}\n`;
    }
  }
  return { all, heard };
}
