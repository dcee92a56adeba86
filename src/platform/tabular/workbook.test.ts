import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { xlsxStream } from '#platform/spreadsheet-export/index.ts';
import { readTable, TableRefused } from './index.ts';
import { makeZip, workbookParts } from './testing/make-zip.ts';

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const rowsOf = (...rows: string[]) =>
  Buffer.from(`<worksheet><sheetData>${rows.map((cells) => `<row>${cells}</row>`).join('')}</sheetData></worksheet>`);

const reasonOf = (bytes: Uint8Array) =>
  readTable(bytes, { fileName: 'x.xlsx' }).then(
    () => 'read',
    (error: unknown) => (error instanceof TableRefused ? error.reason : Promise.reject(error)),
  );

async function bytesOf(workbook: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('XLSX', () => {
  test('reads values as a person sees them', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Lisez-moi').addRow(['Consignes de remplissage']);
    const hidden = workbook.addWorksheet('Listes');
    hidden.state = 'hidden';
    hidden.addRows([
      ['code', 'libelle'],
      [1, 'x'],
    ]);
    const sheet = workbook.addWorksheet('Structures');
    sheet.addRows([['Nom', 'CP', 'Créée', 'Visite', 'Total', 'Actif', 'Erreur', 'Riche']]);
    const row = sheet.addRow([
      'Ami',
      1000,
      new Date('2019-03-04'),
      new Date('2026-11-22T14:30:00Z'),
      { formula: 'B2+1', result: 1001 },
      true,
      { error: '#REF!' },
      { richText: [{ text: 'deux ' }, { text: 'mots' }] },
    ]);
    row.getCell(2).numFmt = '00000';
    row.getCell(3).numFmt = 'dd/mm/yyyy';
    row.getCell(4).numFmt = 'dd/mm/yyyy hh:mm';
    const table = await readTable(await bytesOf(workbook), { fileName: 'x.xlsx' });
    expect(table.sheet).toBe('Structures');
    expect(table.otherSheets).toEqual(['Lisez-moi', 'Listes']);
    expect({ ...table.rows[0]?.cells }).toEqual({
      Nom: 'Ami',
      CP: '01000',
      Créée: '2019-03-04',
      Visite: '2026-11-22T14:30',
      Total: 1001,
      Actif: true,
      Riche: 'deux mots',
    });
  });

  test('reads back what we write, formulas as plain text', async () => {
    const stream = xlsxStream(
      [
        { header: 'Nom', value: (row: string[]) => row[0] ?? '' },
        { header: 'N', value: () => 3.5 },
      ],
      [['=1+1'], ['@SUM(A1)'], ['Été\u0000']],
    );
    const table = await readTable(stream, { fileName: 'x.xlsx' });
    expect(table.rows.map(({ cells }) => cells['Nom'])).toEqual(['=1+1', '@SUM(A1)', 'Été']);
    expect(table.rows[0]?.cells['N']).toBe(3.5);
  });

  test('never runs nor shows a formula without its result', async () => {
    const sheet = rowsOf(text('Nom') + text('Lien'), `${text('Ami')}<c><f>WEBSERVICE("http://x")</f></c>`);
    const table = await readTable(makeZip(workbookParts(sheet)), { fileName: 'x.xlsx' });
    expect({ ...table.rows[0]?.cells }).toEqual({ Nom: 'Ami' });
  });

  test('refuses a bomb quickly, whatever its directory says', async () => {
    const zeros = Buffer.alloc(40 * 1_048_576, 0x20);
    const start = performance.now();
    expect(await reasonOf(makeZip(workbookParts(zeros)))).toBe('archive_bomb');
    expect(['archive_bomb', 'unreadable_archive']).toContain(
      await reasonOf(
        makeZip(workbookParts(zeros).map((part) => ({ ...part, declaredSize: Math.min(part.content.length, 1_000) }))),
      ),
    );
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 20_000);

  test('refuses more than it may unpack, at any ratio', async () => {
    const sheet = rowsOf(
      ...Array.from({ length: 3_000 }, (_, index) => text(`Structure ${index}`) + text(`Ville ${index}`)),
    );
    await expect(
      readTable(makeZip(workbookParts(sheet)), { fileName: 'x.xlsx', limits: { unpackedBytes: 100_000 } }),
    ).rejects.toMatchObject({
      reason: 'archive_bomb',
    });
  });

  test('refuses thousands of entries', async () => {
    const entries = Array.from({ length: 2_100 }, (_, index) => ({ name: `f${index}`, content: Buffer.from('x') }));
    expect(await reasonOf(makeZip(entries))).toBe('archive_bomb');
  });

  test('survives far cells, endless row numbers and external entities', async () => {
    const far = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Nom</v></c><c r="B1" t="str"><v>Ville</v></c></row><row r="99999999999"><c r="A2" t="str"><v>Ami</v></c></row></sheetData></worksheet>',
    );
    expect((await readTable(makeZip(workbookParts(far)), { fileName: 'x.xlsx' })).rows).toHaveLength(1);
    const wide = Buffer.from(
      '<worksheet><sheetData><row r="1"><c r="XFD1" t="str"><v>x</v></c></row></sheetData></worksheet>',
    );
    expect(await reasonOf(makeZip(workbookParts(wide)))).toBe('too_many_columns');
    const entities = Buffer.from(
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    );
    expect(await reasonOf(makeZip(workbookParts(entities)))).toBe('unreadable_archive');
  });

  test('refuses another kind of archive', async () => {
    expect(await reasonOf(makeZip([{ name: 'word/document.xml', content: Buffer.from('<x/>') }]))).toBe(
      'unsupported_format',
    );
  });
});

describe('ODS', () => {
  test('reads the first table', async () => {
    const cell = (value: string) =>
      `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="Feuille1">
      <table:table-row>${cell('Nom')}${cell('CP')}${cell('Date')}</table:table-row>
      <table:table-row>${cell('Ami &amp; cie')}<table:table-cell office:value-type="float" office:value="1000"><text:p>01000</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-01-02"><text:p>02/01/26</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table></office:document-content>`;
    const table = await readTable(makeZip([{ name: 'content.xml', content: Buffer.from(content) }]), {
      fileName: 'x.ods',
    });
    expect(table.format).toBe('ods');
    expect(table.rows.map(({ cells }) => ({ ...cells }))).toEqual([
      { Nom: 'Ami & cie', CP: '01000', Date: '2026-01-02' },
    ]);
  });
});
