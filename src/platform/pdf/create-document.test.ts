import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { createDocument, type PaperIdentity } from './index.ts';
import { readPdf } from './testing/read-pdf.ts';

const identity: PaperIdentity = {
  name: 'Pôle ESS des Vallons',
  brandColor: '#ffd000',
  lines: ['12, rue de l’Abbé-Pitois, 35470 Bain-de-Bretagne', '02 61 91 00 00'],
  origin: 'https://vallons.example',
};
const date = Temporal.Instant.from('2026-03-04T10:00:00Z');
const open = (title = 'Essai', options: Partial<Parameters<typeof createDocument>[0]> = {}) =>
  createDocument({ title, identity, date, ...options });
const long = 'Une phrase qui parle d’économie sociale et solidaire, encore et encore. '.repeat(40);

describe('a document', () => {
  it('is tagged, in French, with its title, and its accents read back', async () => {
    const document = await open('Attestation « œuvre »');
    document.heading('Être là', { level: 1 }).paragraph('Cœur à l’ouvrage : 12\u202f500,50\u00a0€ ; « été ».');
    const read = readPdf(await document.finish());
    expect(read.title).toBe('Attestation « œuvre »');
    expect(read.lang).toBe('fr-FR');
    expect(read.structure).toEqual(['Document', '  P', '  P', '  P', '  H1', '  P']);
    expect(read.heard[0]).toContain('Être là Cœur à l’ouvrage : 12\u202f500,50\u00a0€ ; « été ».');
    expect(read.sizes).toEqual([[595.28, 841.89]]);
  });

  it('gives the same bytes for the same content and date', async () => {
    const bytes = await Promise.all([1, 2].map(async () => (await open()).paragraph(long).finish()));
    expect(Buffer.from(bytes[0] ?? []).equals(Buffer.from(bytes[1] ?? []))).toBe(true);
  });

  it('numbers its pages in a foot that is not heard', async () => {
    const read = readPdf(await (await open()).paragraph(long).pageBreak().paragraph('Fin.').finish());
    expect(read.pages.map((page) => /\d\/\d/.exec(page)?.[0])).toEqual(['1/2', '2/2']);
    expect(read.heard.join(' ')).not.toContain('2/2');
    expect(read.pages[1]).toContain('vallons.example');
  });

  it('writes what the type has not: letters without their mark, other scripts as a question, no emoji', async () => {
    const read = readPdf(await (await open()).paragraph('🎉 Zoé Ǧ 中\u0007 ok').finish());
    expect(read.heard[0]).toMatch(/Zoé G \? ok$/);
  });

  it('lets a paragraph go on over several pages without losing a word', async () => {
    const words = Array.from({ length: 2000 }, (_, at) => `mot${at}`).join(' ');
    const read = readPdf(await (await open()).paragraph(words).finish());
    expect(read.pages.length).toBeGreaterThan(1);
    expect(read.heard.join(' ')).toContain(words);
    expect(read.structure.filter((line) => line === '  P')).toHaveLength(4);
  });
});

describe('a table', () => {
  it('has heads for its columns and rows, and shows them again on each page without saying them twice', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`Personne ${at + 1}`, '']);
    const document = await open();
    document.table({
      caption: 'Feuille d’émargement',
      grid: true,
      rowHeight: 30,
      columns: [{ label: 'Nom', isHeader: true }, { label: 'Signature' }],
      rows,
    });
    const read = readPdf(await document.finish());
    expect(read.pages.length).toBe(3);
    for (const page of read.pages) expect(page).toContain('Nom Signature');
    expect(read.heard.join(' ').match(/Signature/g)).toHaveLength(1);
    expect(read.structure.filter((line) => line.trim() === 'TH')).toHaveLength(2 + 60);
    expect(read.heard.join(' ')).toContain('Personne 60');
    expect(read.structure).toContain('  Table [Feuille d’émargement]');
  });
});

it('a cell may hold a drawing above its words, said to whoever hears the page', async () => {
  const svg = '<svg viewBox="0 0 400 150"><path d="M0 0L400 150" fill="none" stroke="#1b1b1b" stroke-width="5"/></svg>';
  const document = await open();
  const before = document.y;
  document.table({
    caption: 'Feuille',
    columns: [{ label: 'Nom', isHeader: true }, { label: 'Signature' }],
    rows: [['Ana', { text: 'Signé à 9 h', drawing: { svg, height: 30, alternative: 'Signature de Ana' } }]],
  });
  expect(document.y - before).toBeGreaterThan(30 + 40);
  const read = readPdf(await document.finish());
  const cell = read.structure.findIndex((line) => line.trim() === 'TD');
  expect(read.structure.slice(cell).map((line) => line.trim())).toEqual(['TD', 'Figure [Signature de Ana]', 'P']);
  expect(read.heard.join(' ')).toContain('Signé à 9 h');
  // Thirty points high for a hundred and fifty units: whole, in its own proportions.
  expect(read.contents[0]).toContain('0.2 0 0 0.2 0 0 cm');
  expect(read.contents[0]).toContain('400 150 l');
});

describe('what must stay together', () => {
  it('goes to the next page whole', async () => {
    const document = await open();
    while (document.room > 120) document.paragraph('Ligne.');
    document.keepTogether((inside) => inside.heading('Signatures').signatures([{ label: 'Le pôle' }]));
    const read = readPdf(await document.finish());
    expect(read.pages[0]).not.toContain('Signatures');
    expect(read.pages[1]).toContain('Signatures Le pôle');
  });

  it('stays in its columns and its box, cut by an ellipsis', async () => {
    const document = await open();
    document.columns([1, 1], (column, at) => column.paragraph(`Colonne ${at} : ${'mot '.repeat(30)}`));
    document.frame({ x: 100, y: 500, width: 200, height: 60 }, (inside) => inside.paragraph(long), { padding: 8 });
    document.frame({ x: 100, y: 600, width: 200, height: 90 }, (inside) =>
      inside.fitted(long, { height: 80, largest: 40, smallest: 12 }),
    );
    const read = readPdf(await document.finish());
    expect(read.pages).toHaveLength(1);
    expect(read.pages[0]?.match(/…/g)).toHaveLength(2);
  });
});

it('boxes to tick stand one under the other, with words or without', async () => {
  const document = await open();
  const heights = ['Venir', '', ''].map((text) => {
    const { y } = document;
    document.tickBox(text);
    return document.y - y;
  });
  for (const height of heights) expect(height).toBeGreaterThan(15);
  const read = readPdf(await document.tickBox('Reçu', { isTicked: true }).finish());
  expect(read.structure).toContain('  P [Coché\u00a0: Reçu]');
});

describe('a QR code', () => {
  it('leads where its caption says', async () => {
    const address = 'https://vallons.example/agenda/forum-de-la-cooperation';
    const document = await open('Affiche', { letterhead: false, footer: false });
    document.qr(address, { size: 200 });
    const bytes = await document.finish();
    const read = readPdf(bytes);
    expect(read.links).toEqual([address]);
    expect(read.structure).toContain('  Figure [Code QR vers vallons.example/agenda/forum-de-la-cooperation]');
    expect(decodeQR(bitmapOf(read.contents[0] ?? '', 200))).toBe(address);
  });
});

/** What the squares of the page look like, at three pixels a point. */
function bitmapOf(content: string, side: number): { width: number; height: number; data: Uint8Array } {
  const width = side * 3;
  const data = new Uint8Array(width * width * 4).fill(255);
  const squares = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((found) =>
    found.slice(1).map(Number),
  );
  const [left = 0, top = 0] = squares[0] ?? [];
  for (const [x = 0, y = 0, wide = 0, high = 0] of squares.slice(1))
    for (let row = Math.round((y - top) * 3); row < Math.round((y - top + high) * 3); row++)
      for (let column = Math.round((x - left) * 3); column < Math.round((x - left + wide) * 3); column++)
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
  return { width, height: width, data };
}
