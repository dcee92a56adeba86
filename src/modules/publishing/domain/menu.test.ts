import { describe, expect, test } from 'vitest';
import { commonLines, movedLine, shownMenu, withNewLines, type MenuLine } from './menu.ts';

const common = commonLines([
  { label: 'Le réseau', path: '/annuaire', order: 20, where: 'header' },
  { label: 'Le pôle', path: '/le-pole', order: 10, where: 'header' },
  { label: 'La carte', path: '/annuaire/carte', order: 22, where: 'header', under: '/annuaire' },
  { label: 'L’annuaire', path: '/annuaire', order: 21, where: 'header', under: '/annuaire' },
  { label: 'Mentions légales', path: '/mentions-legales', order: 80, where: 'footer' },
]);
const line = (label: string, more: Partial<MenuLine> = {}): MenuLine => ({
  id: label,
  place: 'header',
  isUnder: false,
  label,
  href: `/${label}`,
  isHidden: false,
  ...more,
});
const labels = (lines: readonly { label: string }[]): string[] => lines.map(({ label }) => label);

describe('the common menu', () => {
  test('follows the order of the modules, what is under an entry right after it', () => {
    expect(shownMenu(common, 'header')).toEqual([
      { label: 'Le pôle', href: '/le-pole', items: [] },
      {
        label: 'Le réseau',
        href: '/annuaire',
        items: [
          { label: 'L’annuaire', href: '/annuaire' },
          { label: 'La carte', href: '/annuaire/carte' },
        ],
      },
    ]);
    expect(labels(shownMenu(common, 'footer'))).toEqual(['Mentions légales']);
  });
});

describe('the menu of a hub', () => {
  test('an entry that gathers others stays reachable itself', () => {
    const [entry] = shownMenu([line('a'), line('b', { isUnder: true })], 'header');
    expect(entry?.items).toEqual([
      { label: 'Vue d’ensemble', href: '/a' },
      { label: 'b', href: '/b' },
    ]);
  });

  test('a hidden entry takes what is under it along', () => {
    const lines = [line('a', { isHidden: true }), line('b', { isUnder: true }), line('c')];
    expect(labels(shownMenu(lines, 'header'))).toEqual(['c']);
  });

  test('a title that gathers nothing is not shown, a first line cannot be under anything', () => {
    expect(labels(shownMenu([line('a', { href: '' })], 'header'))).toEqual([]);
    expect(labels(shownMenu([line('a', { isUnder: true })], 'header'))).toEqual(['a']);
  });

  test('what a new module brings shows in its usual place', () => {
    const own = common.filter(({ label }) => label !== 'Le réseau' && label !== 'La carte');
    const news = commonLines([
      { label: 'Le pôle', path: '/le-pole', order: 10, where: 'header' },
      { label: 'Agenda', path: '/agenda', order: 30, where: 'header' },
      { label: 'Flux', path: '/flux', order: 90, where: 'footer' },
    ]);
    const merged = withNewLines(own, news);
    expect(labels(merged.filter(({ place }) => place === 'header'))).toEqual(['Le pôle', 'L’annuaire', 'Agenda']);
    expect(labels(shownMenu(merged, 'footer'))).toContain('Flux');
    expect(withNewLines(merged, news)).toEqual(merged);
  });

  test('a renamed or hidden entry does not come back', () => {
    const own = common.map((one) => (one.label === 'Le pôle' ? { ...one, label: 'Nous', isHidden: true } : one));
    expect(withNewLines(own, common)).toEqual(own);
  });
});

describe('moving', () => {
  const lines = [line('a'), line('a1', { isUnder: true }), line('b'), line('pied', { place: 'footer' })];

  test('an entry goes with what is under it', () => {
    expect(labels(movedLine(lines, 0, 1))).toEqual(['b', 'a', 'a1', 'pied']);
    expect(labels(movedLine(lines, 2, -1))).toEqual(['b', 'a', 'a1', 'pied']);
  });

  test('nothing leaves its place, nor is lost at the edges', () => {
    expect(labels(movedLine(lines, 0, -1))).toEqual(['a', 'a1', 'b', 'pied']);
    expect(labels(movedLine(lines, 2, 1))).toEqual(['a', 'a1', 'b', 'pied']);
    expect(labels(movedLine(lines, 3, -1))).toEqual(['a', 'a1', 'b', 'pied']);
    expect(labels(movedLine(lines, 9, 1))).toEqual(['a', 'a1', 'b', 'pied']);
  });
});
