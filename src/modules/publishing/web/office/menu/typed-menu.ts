import type { SentForm } from '#platform/http/exchange.ts';
import { movedLine, type MenuLine, type MenuPlace } from '../../../domain/menu.ts';

/** More lines than any menu holds: what comes beyond is not read. */
const mostRead = 100;

/** The menu as the form sends it, in its order. */
export function typedLines({ values }: SentForm): MenuLine[] {
  const lines: MenuLine[] = [];
  for (let at = 0; at < mostRead; at++) {
    const label = values[`lines.${at}.label`];
    if (label === undefined) break;
    lines.push({
      id: String(at),
      place: values[`lines.${at}.place`] === 'footer' ? 'footer' : 'header',
      isUnder: values[`lines.${at}.isUnder`] === 'oui',
      label,
      href: values[`lines.${at}.href`] ?? '',
      isHidden: values[`lines.${at}.isHidden`] === 'oui',
    });
  }
  return lines;
}

/** What a button of the form does to the lines, short of saving them; `at` is the line to come back to. */
export function actedLines(
  lines: readonly MenuLine[],
  act: string,
  added: { label: string; href: string; place: MenuPlace },
): { lines: MenuLine[]; at: number } {
  const [verb = '', rank = ''] = act.split('-');
  const index = Number(rank);
  const line = lines[index];
  if (verb === 'add') {
    const entry = { id: 'new', isUnder: false, isHidden: false, ...added };
    const next = [...lines, entry].toSorted((a, b) => placeRank(a.place) - placeRank(b.place));
    return { lines: next, at: next.indexOf(entry) };
  }
  if (!line) return { lines: [...lines], at: 0 };
  if (verb === 'remove') return { lines: lines.toSpliced(index, 1), at: Math.max(0, index - 1) };
  const moved = movedLine(lines, index, verb === 'up' ? -1 : 1);
  return { lines: moved, at: moved.indexOf(line) };
}

function placeRank(place: MenuPlace): number {
  return place === 'header' ? 0 : 1;
}
