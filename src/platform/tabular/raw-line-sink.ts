import { findHeader } from './find-header.ts';
import type { RawLine } from './find-header.ts';
import type { TableBuilder } from './table-builder.ts';

const linesToFindHeader = 25;

/**
 * Feeds raw lines into a table: keeps the first ones until the header is known, then streams. Lines wider than the
 * header keep their extra cells under invented names and are reported.
 */
export function rawLineSink(builder: TableBuilder): { add: (line: RawLine) => void; finish: () => void } {
  let waiting: RawLine[] = [];
  let names: string[] | undefined;

  const addData = (raw: RawLine): void => {
    const known = names ?? [];
    const lastFilled = raw.cells.findLastIndex((cell) => cell !== null && cell !== undefined && cell !== '') + 1;
    if (lastFilled > known.length) {
      builder.report(raw.line, `Cette ligne a ${lastFilled} cellules au lieu de ${known.length}.`);
    }
    const pairs: [string, unknown][] = known.map((name, index) => [name, raw.cells[index]]);
    for (let index = known.length; index < lastFilled; index += 1) {
      if (raw.cells[index] !== '') pairs.push([`Colonne ${index + 1}`, raw.cells[index]]);
    }
    builder.add(raw.line, pairs);
  };

  const settle = (): void => {
    const header = findHeader(waiting);
    names = [...header.names];
    if (header.line === undefined && waiting.length > 0) {
      builder.warn('Aucune ligne de titres n’a été trouvée : les colonnes sont numérotées.');
    } else if (header.dataFrom > 1) {
      builder.warn(`Les titres des colonnes ont été lus à la ligne ${header.line}.`);
    }
    const data = waiting.slice(header.dataFrom);
    waiting = [];
    for (const line of data) addData(line);
  };

  return {
    add(line) {
      if (names !== undefined) addData(line);
      else if (waiting.push(line) >= linesToFindHeader) settle();
    },
    finish() {
      if (names === undefined) settle();
    },
  };
}
