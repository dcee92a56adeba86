import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { csvStream } from '#platform/spreadsheet-export/index.ts';
import { readTable, TableRefused } from './index.ts';
import type { Table } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, fileName = 'liste.csv') => readTable(utf8(text), { fileName });
const cellsOf = (table: Table) => table.rows.map(({ cells }) => ({ ...cells }));

async function reasonOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
    return 'read';
  } catch (error) {
    if (error instanceof TableRefused) return error.reason;
    throw error;
  }
}

describe('CSV', () => {
  test.each([
    ['comma', 'nom,ville\nAmi,Redon\n', ','],
    ['semicolon with decimal commas', 'nom;lat\nAmi;48,1\nBis;47,2\n', ';'],
    ['tab', 'nom\tville\nAmi\tRedon, centre\n', '\t'],
    ['pipe', 'nom|ville\nAmi|Redon\n', '|'],
    ['separator declared for Excel', 'sep=;\nnom;ville\nAmi;Redon\n', ';'],
    ['newline and separators inside quotes', 'nom;note\n"Ami";"une, deux\n; trois, quatre"\n', ';'],
  ])('sniffs the separator: %s', async (_, text, separator) => {
    const table = await read(text);
    expect(table.separator).toBe(separator);
    expect(table.rows[0]?.cells['nom']).toBe('Ami');
    expect(table.columns).toHaveLength(2);
  });

  test('reads one and two byte order marks', async () => {
    expect((await read('\ufeffnom\nAmi\n')).columns).toEqual(['nom']);
    expect((await read('\ufeff\ufeffnom\nAmi\n')).columns).toEqual(['nom']);
  });

  test.each([
    [
      'Windows-1252',
      Uint8Array.from(
        Array.from('nom;ville\nCaf')
          .map((c) => c.charCodeAt(0))
          .concat([0xe9, 0x3b, 0x9c, 0x75, 0x66, 0x0a]),
      ),
      'Café',
      'œuf',
    ],
    ['UTF-16LE', new Uint8Array(Buffer.from('\ufeffnom;ville\nCafé;œuf\n', 'utf16le')), 'Café', 'œuf'],
    ['UTF-16LE', new Uint8Array(Buffer.from('nom;ville;cp\nCafé;œuf;35600\n', 'utf16le')), 'Café', 'œuf'],
    ['UTF-16BE', new Uint8Array(Buffer.from('\ufeffnom;ville\nCafé;œuf\n', 'utf16le').swap16()), 'Café', 'œuf'],
    ['UTF-8', utf8('nom;ville\nCafé;œuf\n'), 'Café', 'œuf'],
    ['UTF-8 doublement encodé', utf8('nom;ville\nCafÃ© Ã©tÃ©;Å“uf\n'), 'Café été', 'œuf'],
  ])('decodes %s', async (encoding, bytes, name, town) => {
    const table = await readTable(bytes, { fileName: 'x.csv' });
    expect(table.encoding).toBe(encoding);
    expect(table.rows[0]?.cells).toMatchObject({ nom: name, ville: town });
  });

  test('keeps a UTF-8 file whose one byte is broken', async () => {
    const bytes = utf8(`nom\n${'Café associatif été\n'.repeat(40)}x_\n`);
    bytes[bytes.length - 2] = 0xff;
    const table = await readTable(bytes, { fileName: 'x.csv' });
    expect(table.encoding).toBe('UTF-8');
    expect(table.warnings).toHaveLength(1);
  });

  test('finds the header under a title, names duplicates and blanks', async () => {
    const table = await read('Annuaire 2026;;;\n;;;\nNom;Ville;Nom;\nAmi;Redon;Bis;reste\nToto;Vitré;;\n');
    expect(table.columns).toEqual(['Nom', 'Ville', 'Nom (2)', 'Colonne 4']);
    expect(table.warnings.join()).toContain('ligne 3');
    expect(table.rows).toHaveLength(2);
    expect(table.rows[0]?.line).toBe(4);
  });

  test('numbers the columns of a file without header', async () => {
    const table = await read('12;48.1;a@b.fr\n13;48.2;c@d.fr\n');
    expect(table.columns[0]).toBe('Colonne 1');
    expect(table.rows).toHaveLength(2);
  });

  test('reports ragged lines and keeps them', async () => {
    const table = await read('nom;ville\nAmi;Redon;trop\nBis\nToto;Vitré\n');
    expect(table.rows).toHaveLength(3);
    expect(table.issues).toEqual([{ line: 2, message: expect.stringContaining('3 cellules') as string }]);
  });

  test('an unclosed quote costs one line', async () => {
    const table = await read('nom;ville\nAmi;Redon\nLe "Bis;Vitré\n"Ouvert;Rennes\nToto;Dinan\nDernier;Brest\n');
    expect(table.rows.map(({ cells }) => cells['nom'])).toEqual(['Ami', 'Le "Bis', '"Ouvert', 'Toto', 'Dernier']);
    expect(table.issues[0]).toMatchObject({ line: 4 });
  });

  test('reduces HTML to text and leaves what is no HTML', async () => {
    const table = await read(
      'nom;note;mail\n"<b>Ami</b>&nbsp;&amp; cie";"<p>Un</p><script>alert(1)</script><ul><li>deux</ul>";Ana <a@b.fr> 3 < 5\n',
    );
    expect(table.rows[0]?.cells).toMatchObject({
      nom: 'Ami\u00a0& cie',
      note: 'Un\n\n- deux',
      mail: 'Ana <a@b.fr> 3 < 5',
    });
  });

  test('reads back what it writes', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) =>
      value
        .replace(/[<&\p{C}\u2028\u2029]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), async (rows) => {
        const filled = rows.map(([a, b], index) => [`n ${index} ${a}`.trim(), b] as const);
        const stream = csvStream(
          [
            { header: 'Nom', value: (row) => row[0] },
            { header: 'Note', value: (row) => row[1] },
          ],
          filled,
        );
        const table = await readTable(stream, { fileName: 'x.csv' });
        expect(table.rows.map(({ cells }) => [cells['Nom'], cells['Note'] ?? ''])).toEqual(
          filled.map(([a, b]) => [a, /^'[\s]*[=+@-]/.test(b) ? b.slice(1) : b]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('reads 10,000 rows quickly, and leaves its turn to others', async () => {
    const line = `Association des amis du canal;12 rue du Port;35600;Redon;47.65;-2.08;"un texte, avec ; des ""guillemets"""\n`;
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 5);
    const start = performance.now();
    const table = await read(`nom;rue;cp;ville;lat;lon;note\n${line.repeat(10_000)}`);
    clearInterval(timer);
    expect(table.rows).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(turns).toBeGreaterThan(1);
  });
});

describe('JSON', () => {
  test.each([
    ['array', [{ nom: 'Ami' }], 'json'],
    ['data envelope', { meta: { count: 1 }, data: [{ nom: 'Ami' }] }, 'json'],
    ['Opendatasoft', { nhits: 1, records: [{ recordid: 'x', fields: { nom: 'Ami' } }] }, 'json'],
    ['Django fixture', [{ model: 'a.b', pk: 3, fields: { nom: 'Ami' } }], 'json'],
    ['elements', { elements: [{ nom: 'Ami' }] }, 'json'],
    ['JSON-LD graph', { '@context': 'x', '@graph': [{ nom: 'Ami' }] }, 'json'],
    ['YesWiki dictionary', { f1: { nom: 'Ami', id: 1 }, f2: { nom: 'Bis', id: 2 } }, 'json'],
    [
      'lists',
      [
        ['nom', 'ville'],
        ['Ami', 'Redon'],
      ],
      'json',
    ],
    [
      'GoGoCarto full',
      { ontology: 'gogofull', licence: 'x', data: [{ nom: 'Ami', geo: { latitude: 1 } }] },
      'gogocarto',
    ],
    [
      'GeoJSON',
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: null, properties: { nom: 'Ami' } }] },
      'geojson',
    ],
  ])('finds records: %s', async (_, document, format) => {
    const table = await read(JSON.stringify(document), 'x.json');
    expect(table.format).toBe(format);
    expect(table.rows[0]?.cells['nom']).toBe('Ami');
  });

  test('reads GoGoCarto compact by its mapping', async () => {
    const document = {
      ontology: 'gogocompact',
      mapping: ['id', ['name', 'tel'], 'latitude', 'longitude', 'status', 'moderationState'],
      data: [['3a', ['Ami', '02'], 47.6, -2.1, [4, 5], 1, 0]],
    };
    const table = await read(JSON.stringify(document), 'x.json');
    expect(cellsOf(table)).toEqual([
      {
        id: '3a',
        name: 'Ami',
        tel: '02',
        latitude: 47.6,
        longitude: -2.1,
        taxonomy: ['4', '5'],
        status: 1,
        moderationState: 0,
      },
    ]);
  });

  test('flattens objects and lists', async () => {
    const table = await read(
      JSON.stringify([
        { a: { b: { c: 1 } }, tags: ['x', 'y'], cats: [{ id: 1, name: 'Bio' }], sites: [{ rue: 'A' }, { rue: 'B' }] },
      ]),
      'x.json',
    );
    expect(cellsOf(table)).toEqual([
      { 'a.b.c': 1, tags: ['x', 'y'], cats: ['Bio'], 'sites.1.rue': 'A', 'sites.2.rue': 'B' },
    ]);
  });

  test('reads newline-delimited JSON and reports a broken line', async () => {
    const table = await read('{"nom":"Ami"}\n{"nom":\n{"nom":"Bis"}\n', 'x.ndjson');
    expect(table.format).toBe('ndjson');
    expect(table.rows).toHaveLength(2);
    expect(table.issues[0]?.line).toBe(2);
  });

  test('converts a legacy Lambert 93 collection and takes the middle of shapes', async () => {
    const feature = (geometry: unknown) => ({ type: 'Feature', properties: { nom: 'Ami' }, geometry });
    const table = await read(
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2154' } },
        features: [feature({ type: 'Point', coordinates: [963921.57, 6554156.78] })],
      }),
      'x.geojson',
    );
    expect(table.rows[0]?.cells['geometry.latitude']).toBeCloseTo(46.05, 1);
    expect(table.rows[0]?.cells['geometry.longitude']).toBeCloseTo(6.4, 1);
    const square = await read(
      JSON.stringify(
        feature({
          type: 'Polygon',
          coordinates: [
            [
              [0, 0],
              [2, 0],
              [2, 4],
              [0, 0],
            ],
          ],
        }),
      ),
      'x.json',
    );
    expect(square.rows[0]?.cells).toMatchObject({ 'geometry.longitude': 1, 'geometry.latitude': 2 });
  });
});

describe('bad input', () => {
  test('a header that names a prototype harms nothing', async () => {
    const csv = await read('nom;__proto__;constructor\nAmi;polluted;x\n');
    const json = await read(
      '[{"nom":"Ami","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}]',
      'x.json',
    );
    for (const table of [csv, json]) {
      const copy: Record<string, unknown> = {};
      for (const [column, cell] of Object.entries(table.rows[0]?.cells ?? {})) copy[column] = cell;
      expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['empty', new Uint8Array(), 'empty'],
    ['spaces', utf8(' \n \n'), 'empty'],
    ['too large', new Uint8Array(51 * 1_048_576), 'too_large'],
    ['deep JSON', utf8('['.repeat(5_000_000)), 'too_deep'],
    ['wide JSON', utf8(`[${'{},'.repeat(4_000_000)}{}]`), 'too_complex'],
    ['cut JSON', utf8('[{"nom":"Ami"},{"nom"'), 'broken_json'],
    ['no record', utf8('[1,2,3]'), 'no_records'],
    ['HTML page', utf8('<!DOCTYPE html><html></html>'), 'unsupported_format'],
    ['PDF', utf8('%PDF-1.7 ...'), 'unsupported_format'],
    ['old Excel', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3), 'unsupported_format'],
    [
      'encrypted workbook',
      new Uint8Array(
        Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      ),
      'encrypted',
    ],
    ['broken archive', utf8('PK\u0003\u0004 nothing more'), 'unreadable_archive'],
    [
      'too many columns',
      utf8(`${Array.from({ length: 500 }, (_, index) => `c${index}`).join(';')}\n${'x;'.repeat(499)}x\n`),
      'too_many_columns',
    ],
  ])('refuses what it can not read, in French: %s', async (_, bytes, reason) => {
    expect(await reasonOf(readTable(bytes, { fileName: 'x' }))).toBe(reason);
  });

  test('refuses 200 MB as soon as the limit is passed', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; sent < 200; sent += 1) yield new Uint8Array(1_048_576);
    }
    await expect(readTable(endless(), { fileName: 'x.csv' })).rejects.toThrow('50\u00a0Mo'.replace('\u00a0', ' '));
    expect(sent).toBeLessThan(52);
  });

  test('counts rows', async () => {
    expect(
      await reasonOf(readTable(utf8(`nom;x\n${'a;b\n'.repeat(30)}`), { fileName: 'x.csv', limits: { rows: 20 } })),
    ).toBe('too_many_rows');
  });

  test('cuts a huge cell and says so', async () => {
    const table = await read(`nom;note\nAmi;${'x'.repeat(30_000)}\n`);
    expect(String(table.rows[0]?.cells['note'])).toHaveLength(20_000);
    expect(table.issues).toHaveLength(1);
  });

  test('removes control and bidirectional characters', async () => {
    const table = await read('nom;v\nA\u0000m\u202ei\u0007;1\n');
    expect(table.rows[0]?.cells['nom']).toBe('Ami');
  });

  test('never throws anything but TableRefused', async () => {
    const pieces = fc.constantFrom(
      'nom;ville\n',
      '"',
      '""',
      ';',
      ',',
      '\t',
      '\r\n',
      '\n',
      '[',
      ']',
      '{',
      '}',
      ':',
      '"a"',
      'PK\u0003\u0004',
      '\u0000',
      '<b>',
      '&#x41;',
      '=1+1',
      '__proto__',
      '\ufeff',
      'é',
      'null',
      '1e999',
      '{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":null}',
    );
    const hostile = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.array(pieces, { maxLength: 60 }).map((parts) => utf8(parts.join(''))),
      fc.json().map(utf8),
      fc.array(fc.json(), { maxLength: 5 }).map((lines) => utf8(lines.join('\n'))),
    );
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom('x.csv', 'x.json', 'x.xlsx', 'x'), async (bytes, fileName) => {
        const reason = await reasonOf(readTable(bytes, { fileName }));
        expect(typeof reason).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['quotes', `nom;x\n${'"'.repeat(200_000)}`],
    ['unclosed quotes', `nom;x\n${'"a;b\n'.repeat(20_000)}`],
    ['angle brackets', `nom;x\n${'<'.repeat(100_000)};${'<script '.repeat(10_000)}\n`],
    ['spaces', `nom;x\n<${' '.repeat(200_000)};&${'&'.repeat(100_000)}\n`],
    ['newlines', `nom;x\na;b${'\n'.repeat(1_000_000)}`],
  ])('stays quick on %s', async (_, text) => {
    const start = performance.now();
    await reasonOf(read(text));
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
