import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposalsFor, type Owed } from './match.ts';
import { dayTyped, statementLines, sumTyped, withHeadings } from './statement.ts';

const owed = (chargeId: string, left: number, names: string[], emails: string[] = []): Owed => ({
  chargeId,
  left,
  names,
  emails,
});
const came = (more: object) => ({ amount: 1500, payerName: '', payerEmail: null, words: '', ...more });

describe('who a payment may be for', () => {
  const list = [
    owed('a', 1500, ['Awa Diallo'], ['awa@exemple.example']),
    owed('b', 5000, ['La Ressourcerie du Semnon', 'Jeanne Prioul'], ['treso@ressourcerie.example']),
    owed('c', 1500, ['Yann Le Goff']),
  ];

  test('another’s mail pays: the name in the words of the bank is enough, accents and order apart', () => {
    const [first] = proposalsFor(came({ words: 'VIR SEPA DIALLO AWA ADHESION' }), list);
    expect(first).toMatchObject({ owed: { chargeId: 'a' }, isSure: true });
    expect(proposalsFor(came({ amount: 5000, payerName: 'RESSOURCERIE DU SEMNON' }), list)[0]).toMatchObject({
      owed: { chargeId: 'b' },
    });
  });

  test('the same sum alone is shown, never sure; nothing alike shows nobody', () => {
    const alone = proposalsFor(came({ words: 'VIR X' }), list);
    expect(alone.map(({ owed: one }) => one.chargeId).toSorted()).toEqual(['a', 'c']);
    expect(alone.some(({ isSure }) => isSure)).toBe(false);
    expect(proposalsFor(came({ amount: 777, words: 'loyer' }), list)).toEqual([]);
  });
});

describe('a statement of the bank', () => {
  const table = (rows: Record<string, string>[]) => ({
    columns: Object.keys(rows[0] ?? {}),
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  });

  test('keeps what comes in, whatever the columns are called', () => {
    const { lines, leftOut } = statementLines(
      table([
        { Date: '12/11/2026', Libellé: 'VIR DUPONT', Débit: '', Crédit: '1 035,50' },
        { Date: '13/11/2026', Libellé: 'LOYER', Débit: '500,00', Crédit: '' },
      ]),
    );
    expect(lines).toMatchObject([{ date: '2026-11-12', words: 'VIR DUPONT', amount: 103_550 }]);
    expect(leftOut).toBe(1);
  });

  test('two same payments of a day are two, and the same statement gives the same keys', () => {
    const rows = [1, 2].map(() => ({ date: '12/11/26', libelle: 'VIR', montant: '15,00' }));
    const [one, other] = statementLines(table(rows)).lines;
    expect(one?.key).not.toBe(other?.key);
    expect(statementLines(table(rows)).lines).toEqual([one, other]);
  });

  test('amounts and dates of banks, and nothing else', () => {
    expect(sumTyped('+1.234,50 EUR')).toBe(123_450);
    expect(sumTyped('35.00')).toBe(3500);
    expect(sumTyped('-35,00')).toBeNull();
    expect(sumTyped('=1+1')).toBeNull();
    expect(dayTyped('31/02/2026')).toBeNull();
    expect(withHeadings('12/11/2026;VIR;15,00')).toMatch(/^date;libelle;montant\n/);
    expect(withHeadings('Date;Montant\n1;2')).toBe('Date;Montant\n1;2');
  });

  test('any text gives sums above zero or nothing, and never breaks', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (sum, day) => {
        const amount = sumTyped(sum);
        expect(amount === null || (Number.isSafeInteger(amount) && amount > 0)).toBe(true);
        const date = dayTyped(day);
        expect(date === null || /^\d{4}-\d\d-\d\d$/.test(date) || date.startsWith('+') || date.startsWith('-')).toBe(
          true,
        );
        expect(() => proposalsFor(came({ words: sum, payerName: day }), [owed('a', 1, [sum, day])])).not.toThrow();
      }),
    );
  });
});
