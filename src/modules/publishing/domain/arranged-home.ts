/** A block that a module brings, in the usual order of all of them. */
export interface Contributed {
  readonly key: string;
}

/** A block of an arranged home, as far as its place is concerned. */
export type Placed =
  | { readonly kind: 'contribution'; readonly key: string; readonly isHidden: boolean }
  | { readonly kind: string };

/** What a home shows, in order: a block that the employee wrote, or one that a module brings. */
export type HomePiece<Block, Contribution> = { block: Block } | { contribution: Contribution };

/**
 * The home as the employee arranged it. What a module brings and she never placed goes right after the one that usually
 * precedes it, so that a new module shows without her; what she hid stays hidden; a place kept for a module that is gone
 * is left out.
 */
export function arrangedHome<Block extends Placed, Contribution extends Contributed>(
  blocks: readonly Block[],
  contributions: readonly Contribution[],
): HomePiece<Block, Contribution>[] {
  type Step = { key: string | null; piece: HomePiece<Block, Contribution> | null };
  const byKey = new Map(contributions.map((contribution) => [contribution.key, contribution]));
  const placed = new Set<string>();
  const steps: Step[] = [];
  for (const block of blocks) {
    if (!isContribution(block)) {
      steps.push({ key: null, piece: { block } });
      continue;
    }
    const contribution = byKey.get(block.key);
    if (!contribution || placed.has(block.key)) continue;
    placed.add(block.key);
    steps.push({ key: block.key, piece: block.isHidden ? null : { contribution } });
  }
  let before: string | null = null;
  for (const contribution of contributions) {
    if (!placed.has(contribution.key)) {
      const after = before;
      const at: number = after === null ? 0 : steps.findIndex(({ key }) => key === after) + 1;
      steps.splice(at, 0, { key: contribution.key, piece: { contribution } });
    }
    before = contribution.key;
  }
  return steps.flatMap(({ piece }) => piece ?? []);
}

function isContribution(block: Placed): block is Extract<Placed, { kind: 'contribution' }> & { isHidden: boolean } {
  return block.kind === 'contribution';
}
