import { describe, expect, test } from 'vitest';
import { downloadName } from './file-name.ts';
import { FileRefused } from './file-refused.ts';
import { mostFileBytes } from './file-types.ts';
import { recogniseFile } from './recognise-file.ts';
import { anOfficeDocument, anOpenDocument, aPdf, aZip } from './testing/documents.ts';

const refusal = (bytes: Uint8Array, name: string): Promise<string> =>
  recogniseFile(bytes, name).then(
    (type) => `taken as ${type}`,
    (error: unknown) => (error instanceof FileRefused ? error.reason : String(error)),
  );
const text = (content: string) => Buffer.from(content);

describe('recogniseFile', () => {
  test.each([
    ['pdf', aPdf(), 'statuts.exe'],
    ['odt', anOpenDocument('odt'), 'a.zip'],
    ['ods', anOpenDocument('ods'), 'a.ods'],
    ['odp', anOpenDocument('odp'), 'a.odp'],
    ['docx', anOfficeDocument('word/document.xml'), 'a.docx'],
    ['xlsx', anOfficeDocument('xl/workbook.xml'), 'a.docx'],
    ['pptx', anOfficeDocument('ppt/presentation.xml'), 'a.pptx'],
    ['csv', text('\ufeffnom;ville\nÉpicerie;Pipriac\n'), 'liste.CSV'],
    ['txt', Buffer.from('Pr\xeate \xe0 relire', 'latin1'), 'note.txt'],
    ['mp3', text('ID3\u0004…'), 'brève.mp3'],
    ['mp3', Buffer.from([0xff, 0xfb, 0x90, 0x64]), 'brève.mp3'],
  ])('takes a %s for what it is, whatever its name', async (type, bytes, name) => {
    expect(await recogniseFile(bytes, name)).toBe(type);
  });

  test.each([
    ['empty', new Uint8Array(), 'vide.pdf'],
    ['too_heavy', Buffer.alloc(mostFileBytes + 1, '%PDF-'), 'gros.pdf'],
    ['type', text('MZ\u0000\u0003'), 'facture.pdf'],
    ['type', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'dessin.svg'],
    ['type', text('<script>alert(1)</script>'), 'page.html'],
    ['type', text('#!/bin/sh\nrm -rf /'), 'lisez.sh'],
    ['type', text('binaire \u0000 caché'), 'note.txt'],
    ['type', text('pas un son'), 'faux.mp3'],
    ['type', text('nom;ville'), 'sans-extension'],
    ['picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.pdf'],
    ['picture', Buffer.from('\u0089PNG\r\n', 'latin1'), 'logo.txt'],
    ['old_office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'vieux.doc'],
    [
      'macros',
      aZip([
        ['[Content_Types].xml', ''],
        ['word/document.xml', ''],
        ['word/vbaProject.bin', ''],
      ]),
      'a.docx',
    ],
    ['archive', aZip([['a.exe', 'MZ']]), 'a.zip'],
    [
      'archive',
      aZip([
        ['mimetype', 'application/vnd.oasis.opendocument.text-template'],
        ['content.xml', ''],
      ]),
      'a.ott',
    ],
    ['broken', anOfficeDocument('word/document.xml').subarray(0, 60), 'a.docx'],
  ])('refuses (%s)', async (reason, bytes, name) => {
    expect(await refusal(bytes, name)).toBe(reason);
  });
});

describe('downloadName', () => {
  test.each([
    ['Guide de l’élu·e.pdf', 'Guide de l’élu·e.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\moi\\Statuts.PDF', 'Statuts.pdf'],
    ['facture.pdf.exe', 'facture.pdf.pdf'],
    ['a\u202egpj.exe', 'agpj.pdf'],
    ['"; filename="x.html', 'filename= x.pdf'],
    ['\r\nSet-Cookie: a=b', 'Set-Cookie a=b.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['', 'document.pdf'],
  ])('%j becomes %j', (given, expected) => {
    expect(downloadName(given, 'pdf')).toBe(expected);
  });

  test('stays short without cutting a character', () => {
    const name = downloadName(`${'📗'.repeat(300)}.pdf`, 'pdf');
    expect([...name]).toHaveLength(124);
    expect(name).not.toContain('\ufffd');
  });
});
