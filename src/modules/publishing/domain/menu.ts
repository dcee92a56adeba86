/** Where an entry stands on each page. */
export type MenuPlace = 'header' | 'footer';

/** One line of a menu. Lines are in order; one « under » belongs to the nearest line above, of its place, that is not. */
export interface MenuLine {
  id: string;
  place: MenuPlace;
  isUnder: boolean;
  label: string;
  /** A path of the site, an address of the web, or nothing for a title that only gathers others. */
  href: string;
  isHidden: boolean;
}

/** An entry as pages show it, with those under it. */
export interface ShownEntry {
  label: string;
  href: string;
  items: readonly { label: string; href: string }[];
}

/** An entry that a module brings: `under` is the path of the one it belongs to. */
export interface CommonEntry {
  label: string;
  path: string;
  order: number;
  where: MenuPlace;
  under?: string;
}

/** The menu of a hub that made none: what modules bring, in the order that users gave it. */
export function commonLines(entries: readonly CommonEntry[]): MenuLine[] {
  const sorted = entries.toSorted((a, b) => a.order - b.order);
  const line = ({ label, path, where }: CommonEntry, isUnder: boolean): MenuLine => ({
    id: `${where} ${path}${isUnder ? ' under' : ''}`,
    place: where,
    isUnder,
    label,
    href: path,
    isHidden: false,
  });
  return (['header', 'footer'] as const).flatMap((place) =>
    sorted
      .filter((entry) => entry.where === place && entry.under === undefined)
      .flatMap((entry) => [
        line(entry, false),
        ...sorted
          .filter((other) => other.where === place && other.under === entry.path)
          .map((other) => line(other, true)),
      ]),
  );
}

/**
 * The menu a hub made, with what modules brought since: each right after the one that usually precedes it. What the
 * hub left out on purpose is kept as a hidden line, and so does not come back.
 */
export function withNewLines(own: readonly MenuLine[], common: readonly MenuLine[]): MenuLine[] {
  const lines = [...own];
  let before: MenuLine | undefined;
  for (const line of common) {
    const known = find(lines, line);
    if (!known) {
      const anchor = before && before.place === line.place ? lines.findIndex((other) => isSame(other, before)) : -1;
      let at = anchor + 1;
      if (anchor === -1)
        at = Math.max(
          0,
          lines.findIndex(({ place }) => place === line.place),
        );
      // An entry of the first level goes after all that is under the one before it.
      if (!line.isUnder) while (lines[at]?.isUnder && lines[at]?.place === line.place) at += 1;
      lines.splice(at, 0, line);
    }
    before = line;
  }
  return lines;
}

/** The lines of a place as pages show them: the hidden ones left out, with what is under them. */
export function shownMenu(lines: readonly MenuLine[], place: MenuPlace): ShownEntry[] {
  const entries: (ShownEntry & { items: { label: string; href: string }[]; isHidden: boolean })[] = [];
  for (const { label, href, isUnder, isHidden } of lines.filter((line) => line.place === place)) {
    const above = entries.at(-1);
    if (!isUnder || !above) entries.push({ label, href, items: [], isHidden });
    else if (!isHidden) above.items.push({ label, href });
  }
  return entries
    .filter(({ isHidden, href, items }) => !isHidden && (href || items.length > 0))
    .map(({ label, href, items }) => ({
      label,
      href,
      items:
        items.length > 0 && href && !items.some((item) => item.href === href)
          ? [{ label: 'Vue d’ensemble', href }, ...items]
          : items,
    }));
}

/** The same lines with one of them a step up or down among those of its place; an entry takes along what is under it. */
export function movedLine(lines: readonly MenuLine[], index: number, step: -1 | 1): MenuLine[] {
  const line = lines[index];
  if (!line) return [...lines];
  const same = lines.filter(({ place }) => place === line.place);
  const others = lines.filter(({ place }) => place !== line.place);
  const groups = line.isUnder ? same.map((one) => [one]) : groupsOf(same);
  const at = groups.findIndex((group) => group.includes(line));
  const to = at + step;
  const [group] = groups.splice(at, 1);
  if (group && to >= 0 && to <= groups.length) groups.splice(to, 0, group);
  else if (group) groups.splice(at, 0, group);
  const moved = groups.flat();
  return line.place === 'header' ? [...moved, ...others] : [...others, ...moved];
}

function groupsOf(lines: readonly MenuLine[]): MenuLine[][] {
  const groups: MenuLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (line.isUnder && last) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function find(lines: readonly MenuLine[], wanted: MenuLine): MenuLine | undefined {
  return lines.find((line) => isSame(line, wanted));
}

/** Whether two lines lead to the same place from the same level. */
function isSame(a: MenuLine, b: MenuLine | undefined): boolean {
  return b !== undefined && a.place === b.place && a.href === b.href && a.isUnder === b.isUnder;
}
