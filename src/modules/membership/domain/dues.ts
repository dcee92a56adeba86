export const scaleKinds = ['fixed', 'budget', 'staff', 'free', 'reduced'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

export const scaleKindNames: Readonly<Record<ScaleKind, string>> = {
  fixed: 'Prix fixe',
  budget: 'Selon le budget',
  staff: 'Selon le nombre de salarié·es',
  free: 'Prix libre, avec un minimum',
  reduced: 'Prix réduit, sur déclaration',
};

/** Up to how much, included, this price stands; the last one has no end. Amounts in cents. */
export interface Bracket {
  upTo: number | null;
  amount: number;
}

/** What a price is computed from. */
export interface Scale {
  kind: ScaleKind;
  amount: number;
  brackets: readonly Bracket[];
}

/** What the applicant says of herself, or of her structure. */
export interface DuesFacts {
  /** In euros. */
  budget?: number | null;
  /** In full-time jobs. */
  staff?: number | null;
  /** What she chose to give, in cents. */
  chosen?: number | null;
}

export type DuesProblem = 'budget_needed' | 'staff_needed' | 'amount_needed' | 'too_little';

/** What is owed, in cents, or what is missing to say it. Nothing here comes from what a form says of the price. */
export function duesOf(scale: Scale, facts: DuesFacts): { cents: number } | { problem: DuesProblem } {
  switch (scale.kind) {
    case 'fixed':
    case 'reduced':
      return { cents: scale.amount };
    case 'budget':
      return isCount(facts.budget) ? { cents: bracketOf(scale.brackets, facts.budget) } : { problem: 'budget_needed' };
    case 'staff':
      return isCount(facts.staff) ? { cents: bracketOf(scale.brackets, facts.staff) } : { problem: 'staff_needed' };
    case 'free':
      if (!Number.isSafeInteger(facts.chosen)) return { problem: 'amount_needed' };
      return (facts.chosen ?? 0) < scale.amount ? { problem: 'too_little' } : { cents: facts.chosen ?? 0 };
  }
}

const isCount = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** The price of the first bracket that holds this; of the last one beyond them all. */
export function bracketOf(brackets: readonly Bracket[], value: number): number {
  const sorted = brackets.toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity));
  return (sorted.find(({ upTo }) => upTo === null || value <= upTo) ?? sorted.at(-1))?.amount ?? 0;
}

/** The least and the most one may owe, for « de 20 € à 150 € ». */
export function rangeOf({ kind, amount, brackets }: Scale): { least: number; most: number | null } {
  if (kind === 'free') return { least: amount, most: null };
  if (kind !== 'budget' && kind !== 'staff') return { least: amount, most: amount };
  const amounts = brackets.map((bracket) => bracket.amount);
  return { least: Math.min(...amounts), most: Math.max(...amounts) };
}
