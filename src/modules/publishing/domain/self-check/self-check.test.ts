import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers, writeAnswers } from './answers-in-address.ts';
import { tree2026 as tree } from './tree-2026.ts';
import { answers, type Answer } from './tree.ts';
import { mostQuestions, walk, type Standing } from './walk.ts';

/** Every way through the tree. */
function allPaths(given: readonly Answer[] = []): { given: readonly Answer[]; standing: Standing }[] {
  const standing = walk(tree, given);
  return 'result' in standing ? [{ given, standing }] : answers.flatMap((answer) => allPaths([...given, answer]));
}
const paths = allPaths();
const resultOf = (text: string) => {
  const standing = walk(tree, readAnswers(text));
  return 'result' in standing ? standing.result : null;
};

describe('the rules of 2026', () => {
  test('every path ends, after eight questions at most', () => {
    expect(paths.length).toBeGreaterThan(200);
    expect(Math.max(...paths.map(({ given }) => given.length))).toBe(8);
    expect(mostQuestions(tree)).toBe(8);
  });

  test('every result and every question is met on some path', () => {
    const results = new Set(paths.map(({ standing }) => ('result' in standing ? standing.result.result.id : '')));
    expect([...results].sort()).toEqual(tree.results.map(({ id }) => id).sort());
    const asked = new Set(paths.flatMap(({ standing }) => standing.answered.map(({ question }) => question.id)));
    expect([...asked].sort()).toEqual(tree.questions.map(({ id }) => id).sort());
  });

  test('each question and each result stands on an article that was read and dated', () => {
    for (const law of [...tree.questions.map((one) => one.law), ...tree.results.flatMap((one) => one.law)])
      expect(tree.laws[law]).toMatchObject({ title: expect.stringMatching(/loi|décret/), readOn: tree.checkedOn });
  });

  // The cases of the definition: ecosystem §2.1, numbered as there.
  test.each([
    ['1. a public body is not, and may be a partner', 'no', 'public'],
    ['1. a person alone: not yet', 'nn', 'not-yet'],
    ['1. not sure of anything yet', 'ss', 'not-yet'],
    ['2a. only sharing profits', 'onoo', 'not-as-is'],
    ['2b. whoever pays decides', 'oono', 'not-as-is'],
    ['2c. profits go out', 'ooon', 'not-as-is'],
    ['3. an association', 'ooooonn', 'status'],
    ['3. a cooperative with social utility, without the pay rule', 'ooooonon', 'status'],
    ['4. a company that fulfils everything', 'oooonooo', 'company'],
    ['4d. missing only the registration', 'oooonoon', 'eligible'],
    ['4c. statutes that say nothing of profits', 'oooonon', 'eligible-steps'],
    ['4b, 5. a company without social utility', 'oooonn', 'not-as-is'],
    ['6. an association that may ask for Esus', 'ooooonoo', 'status-esus'],
    ['6. an insertion structure, by right', 'oooooo', 'status-esus-right'],
    ['a form still to choose', 'oooos', 'form-to-choose'],
  ])('%s', (_case, given, result) => expect(resultOf(given)?.result.id).toBe(result));

  test('says all that has to change, not only the first', () => {
    const missing = resultOf('onnn')?.missing.map(({ question }) => question.id);
    expect(missing).toEqual(['purpose', 'democracy', 'surplus']);
  });

  test('one clear no outside the principles never says yes', () => {
    for (const { given, standing } of paths) {
      if (!('result' in standing) || standing.result.result.verdict !== 'inside') continue;
      const noes = standing.answered.filter(({ answer }) => answer === 'no').map(({ question }) => question.id);
      const harmless = ['insertion', 'utility-status', 'pay', 'form'];
      expect(
        noes.filter((id) => !harmless.includes(id)),
        given.join(),
      ).toEqual([]);
    }
  });

  test('whoever is not sure is told what depends on it', () => {
    for (const { standing } of paths) {
      if (!('result' in standing)) continue;
      const unsure = standing.answered.filter(({ answer }) => answer === 'unsure').map(({ question }) => question.id);
      expect(standing.result.doubts.map(({ question }) => question.id)).toEqual(unsure);
    }
  });
});

describe('answers from an address', () => {
  const someAnswers = fc.array(fc.constantFrom(...answers), { maxLength: 20 });

  test('written and read back are the same', () => {
    fc.assert(
      fc.property(someAnswers, (given) => {
        expect(readAnswers(writeAnswers(given))).toEqual(given);
      }),
    );
  });

  test('whatever is given, one stands at a question or a result, and what was followed leads there again', () => {
    fc.assert(
      fc.property(fc.oneof(someAnswers, fc.string().map(readAnswers)), (given) => {
        const standing = walk(tree, given);
        expect('result' in standing).not.toBe('question' in standing);
        expect(walk(tree, standing.given)).toEqual(standing);
        if ('question' in standing) expect(standing.mostLeft + standing.given.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  test.each(['', 'xo', '__proto__', '<script>'])('%j is the first question', (text) =>
    expect(walk(tree, readAnswers(text))).toMatchObject({ question: { id: 'structure' } }),
  );
});
