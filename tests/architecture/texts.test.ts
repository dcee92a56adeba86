import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import ts from 'typescript';
import { runCommandLine } from '#app/cli/command-line.ts';
import { lineOf, nodesOf, parsed, parsedText, sourceFiles } from './source.ts';

/** Words that make a text French enough to be set as French. */
const french = /[éèêàçùôîœ’«»]|\b(le|la|les|des|une|est|vous|pas|dans|pour|avec|sur|et|ou|de)\b/i;

/** Texts that people read: between tags, and in quotes outside queries. */
function textsOf(file: ts.SourceFile): { line: number; text: string }[] {
  return [...nodesOf(file)].flatMap((node) => {
    if (ts.isJsxText(node)) return [{ line: lineOf(file, node), text: node.text.replaceAll(/\s*\n\s*/g, ' ') }];
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    if (!isText || isQuery(node) || ts.isImportDeclaration(node.parent)) return [];
    return [{ line: lineOf(file, node), text: node.text }];
  });
}

function isQuery(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isTaggedTemplateExpression(at)) return true;
    if (ts.isStatement(at)) break;
  }
  return (
    /^\s*(select|insert|update|delete|with|create|alter|grant)\b/i.test((node as ts.StringLiteral).text) ||
    /\.query\(|\bDockerfile\b/.test(node.parent.getText().slice(0, 40))
  );
}

const rules: [string, RegExp][] = [
  ['a straight apostrophe', /\p{L}'\p{L}/u],
  ['no narrow no-break space before a double mark', /[\p{L}\d»)][  ]?[!?](?=\s|$)|[\p{L}»)][  ]?;(?=\s)/u],
  ['no no-break space before a colon', /[\p{L}\d»)] :(?=\s|$)/u],
  ['no no-break space inside quotes', /«[^\u00a0\u202f]|[^\u00a0\u202f]»/u],
  ['three dots', /\p{L}\.{3}/u],
];

function faultsIn(text: string): string[] {
  return french.test(text) && !/\(\?:/.test(text)
    ? rules.flatMap(([name, rule]) => (rule.test(text) ? [name] : []))
    : [];
}

describe('French texts', () => {
  test('the rules see what is wrong', () => {
    for (const bad of [
      "l'annuaire des structures",
      'Que cherchez-vous ?',
      'Que cherchez-vous?',
      'Les noms : tous',
      'Les « noms »',
      'Et voilà...',
      'la fiche ; le nom',
    ])
      expect(faultsIn(bad), bad).not.toEqual([]);
    expect(faultsIn('Que cherchez-vous\u202f? L’annuaire\u00a0: «\u00a0tout\u00a0», et voilà…')).toEqual([]);
  });

  test('are set as French', () => {
    // Some texts are set at run time, and patterns are no texts.
    const setHere = sourceFiles().filter((name) => !/\btypography\(/.test(readFileSync(name, 'utf8')));
    const wrong = setHere.flatMap((name) => {
      const file = parsed(name);
      return textsOf(file).flatMap(({ line, text }) =>
        faultsIn(text).map((fault) => `${name}:${line} ${fault}: ${text.trim().slice(0, 90)}`),
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('markup', () => {
  const forbidden = (file: ts.SourceFile): string[] =>
    [...nodesOf(file)].flatMap((node) =>
      ts.isJsxAttribute(node) && /^(style|on[a-z]+)$/i.test(node.name.getText())
        ? [`${file.fileName}:${lineOf(file, node)} ${node.name.getText()}`]
        : [],
    );

  test('has no inline style nor script, mails apart', () => {
    expect(forbidden(parsedText('x.tsx', '<a onClick={f} style="x">a</a>'))).toHaveLength(2);
    expect(
      sourceFiles()
        .filter((name) => name.endsWith('x') && !/^src\/platform\/mail\/mail-(page|pieces)\.tsx$/.test(name))
        .flatMap((name) => forbidden(parsed(name))),
    ).toEqual([]);
  });

  test('is never built from text outside the places known', () => {
    const known = /Landscape|coverDrawing|reliefCover|photoEdge|staticMap|placeMap|jsonForHtml|darkStyle|cleanHtml/;
    const wild = sourceFiles().flatMap((name) =>
      [...readFileSync(name, 'utf8').matchAll(/dangerouslySetInnerHTML=\{\{ __html: ([^}]*)\}\}/g)]
        .filter((match) => !known.test(match[1] ?? ''))
        .map((match) => `${name}: ${match[1]}`),
    );
    expect(wild).toEqual([]);
  });
});

describe('what is published', () => {
  test('names no real person: addresses belong to domains kept for examples', () => {
    const real = sourceFiles().flatMap((name) => {
      const found = [...readFileSync(name, 'utf8').matchAll(/(?<![/:\w])[\w.+-]+@((?:[a-z0-9-]+\.)+[a-z]{2,})\b/gi)];
      return found
        .filter(
          (match) => !/(^|\.)(example|invalid|localhost|exemple\.fr|example\.(org|com|net))$/i.test(match[1] ?? ''),
        )
        .map((match) => `${name}: ${match[0]}`);
    });
    expect(real).toEqual([]);
  });

  test('is under the licence that it says', () => {
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^\s*GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/);
    expect((JSON.parse(readFileSync('package.json', 'utf8')) as { license: string }).license).toBe('AGPL-3.0-or-later');
  });
});

describe('the command line', () => {
  async function help(...words: string[]): Promise<{ code: number; text: string }> {
    let text = '';
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => Boolean((text += String(chunk))));
    try {
      return { code: await runCommandLine(['node', 'essaim', ...words, '--help']), text };
    } finally {
      out.mockRestore();
    }
  }

  test('explains each command in French', async () => {
    const all = await help();
    expect(all.code).toBe(0);
    const names = [...all.text.matchAll(/^ {2}([a-z]+)\b/gm)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'help');
    expect(names).toEqual(
      expect.arrayContaining(['serve', 'worker', 'migrate', 'demo', 'export', 'backup', 'restore', 'doctor']),
    );
    for (const name of names) {
      const { code, text } = await help(name);
      expect([name, code]).toEqual([name, 0]);
      expect(text, name).toContain('affiche cette aide');
      expect(text, name).not.toMatch(/display help|Usage:|Commands:|\(default:/);
    }
  });
});
