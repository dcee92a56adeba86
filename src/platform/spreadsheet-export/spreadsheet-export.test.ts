import { describe, expect, test } from 'vitest';
import { csvStream, guardCell, unguardCell } from './index.ts';

const columns = [
  { header: 'Nom', value: (row: { name: string }) => row.name },
  { header: 'Nombre', value: () => -3.5 },
  { header: 'Oui', value: () => true },
  { header: 'Vide', value: () => null },
];

describe('CSV', () => {
  test('opens right in a French spreadsheet', async () => {
    const text = await new Response(
      csvStream(columns, [{ name: 'Café "Le Port" ; bar' }, { name: 'deux\nlignes' }]),
    ).arrayBuffer();
    expect([...new Uint8Array(text).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(text)).toBe(
      '"Nom";"Nombre";"Oui";"Vide"\r\n"Café ""Le Port"" ; bar";-3,5;"oui";\r\n"deux\nlignes";-3,5;"oui";\r\n',
    );
  });

  test('asks for rows as they are read', async () => {
    let asked = 0;
    async function* endless(): AsyncGenerator<{ name: string }> {
      for (;;) yield { name: `n${(asked += 1)}` };
    }
    const reader = csvStream(columns, endless()).getReader();
    await reader.read();
    await reader.cancel();
    expect(asked).toBeLessThan(1_000);
  });
});

test.each(['=1+1', '+33 2', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＋1', '－1', '＠x', ' =1', '\u00a0=1'])(
  'guards %j',
  (text) => {
    expect(guardCell(text)).toBe(`'${text}`);
    expect(unguardCell(guardCell(text))).toBe(text);
  },
);

test.each(['Ami', "l'ami", "'ami'", '1=1', 'a@b.fr', ''])('leaves %j', (text) => {
  expect(guardCell(text)).toBe(text);
  expect(unguardCell(text)).toBe(text);
});
