import { foldForSearch } from '#platform/french/index.ts';

/** What is known of a payment that came by itself. */
export interface Came {
  readonly amount: number;
  readonly payerName: string;
  readonly payerEmail: string | null;
  readonly words: string;
}

/** What a member, or several on one payment, still owe. */
export interface Owed {
  readonly chargeId: string;
  readonly left: number;
  /** Names by which they may be called: the payer, the people, the structures. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
}

export interface Proposal<Candidate extends Owed> {
  readonly owed: Candidate;
  /** Why, in French: « même mail », « même somme ». */
  readonly reasons: readonly string[];
  readonly isSure: boolean;
}

const wordsOf = (text: string): string[] =>
  foldForSearch(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);

/** How much of the longest name is found in what was said: 0 to 1. */
function nameShare(said: ReadonlySet<string>, names: readonly string[]): number {
  const shares = names.map((name) => {
    const words = wordsOf(name);
    return words.length === 0 ? 0 : words.filter((word) => said.has(word)).length / words.length;
  });
  return Math.max(0, ...shares);
}

const most = 5;

/** Who a payment may be for, the likeliest first. The payer need not be the member: one reason is enough to be shown. */
export function proposalsFor<Candidate extends Owed>(came: Came, owed: readonly Candidate[]): Proposal<Candidate>[] {
  const said = new Set(wordsOf(`${came.payerName} ${came.words} ${came.payerEmail?.split('@')[0] ?? ''}`));
  const email = came.payerEmail?.toLowerCase() ?? null;
  const ranked = owed.map((one) => {
    const sameMail = email !== null && one.emails.some((address) => address.toLowerCase() === email);
    const sameSum = one.left === came.amount;
    const name = nameShare(said, one.names);
    return {
      points: (sameMail ? 4 : 0) + (sameSum ? 2 : 0) + (name === 1 ? 4 : name >= 0.5 ? 2 : 0),
      // A same sum alone says little: many dues are the same.
      isShown: sameMail || name >= 0.5 || sameSum,
      proposal: {
        owed: one,
        reasons: [
          ...(sameMail ? ['même mail'] : []),
          ...(name === 1 ? ['même nom'] : name >= 0.5 ? ['nom proche'] : []),
          ...(sameSum ? ['même somme'] : []),
        ],
        isSure: sameSum && (sameMail || name === 1),
      },
    };
  });
  return ranked
    .filter(({ isShown }) => isShown)
    .toSorted(
      (one, other) => other.points - one.points || (one.proposal.owed.chargeId < other.proposal.owed.chargeId ? -1 : 1),
    )
    .slice(0, most)
    .map(({ proposal }) => proposal);
}
