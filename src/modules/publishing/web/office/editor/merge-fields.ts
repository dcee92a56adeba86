import { isDeepStrictEqual } from 'node:util';
import type { PublicationFields } from '../../../content/publication-fields.ts';

type Pieces = Readonly<Record<string, unknown>>;

/** The pieces that may be chosen one by one: the common fields, and those of the content (`content.stage`). */
function piecesOf({ content, ...common }: { content: unknown }): Pieces {
  const own = Object.entries(content as object).map(([key, value]) => [`content.${key}`, value] as const);
  return { ...common, ...Object.fromEntries(own) };
}

/** The pieces that both people changed, each in her way. */
export function fieldsThatDiffer(
  base: { content: unknown } | null,
  mine: { content: unknown },
  theirs: { content: unknown },
): ReadonlySet<string> {
  const [from, own, other] = [base && piecesOf(base), piecesOf(mine), piecesOf(theirs)];
  return new Set(
    Object.keys(other).filter(
      (name) =>
        !isDeepStrictEqual(own[name], other[name]) &&
        !(from && (isDeepStrictEqual(own[name], from[name]) || isDeepStrictEqual(other[name], from[name]))),
    ),
  );
}

/**
 * What is saved after two people wrote: mine where I changed something, theirs where I did not or where I kept their
 * words.
 */
export function mergedFields<Fields extends { content: unknown }>(
  base: PublicationFields | null,
  mine: Fields,
  theirs: PublicationFields,
  keptTheirs: ReadonlySet<string>,
): Fields {
  const [from, own, other] = [base && piecesOf(base), piecesOf(mine), piecesOf(theirs)];
  const merged = Object.fromEntries(
    Object.entries(own).map(([name, value]) => {
      const isUntouched = from !== null && isDeepStrictEqual(value, from[name]);
      return [name, keptTheirs.has(name) || isUntouched ? other[name] : value];
    }),
  );
  const common = Object.entries(merged).filter(([name]) => !name.startsWith('content.'));
  const content = Object.entries(merged).filter(([name]) => name.startsWith('content.'));
  return {
    ...mine,
    ...Object.fromEntries(common),
    content: Object.fromEntries(content.map(([name, value]) => [name.slice('content.'.length), value])),
  };
}
