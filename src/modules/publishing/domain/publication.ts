/** What a hub publishes. One life for all; each kind has its own content and its own address. */
export const publicationKinds = [
  'home',
  'page',
  'door',
  'news',
  'story',
  'project',
  'action',
  'resource',
  'experience',
  'watch',
] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/**
 * Where a publication stands. `proposed`: sent in, to be read by the team. `returned`: sent back to its author with a
 * word. `scheduled`: public at `publishAt`. `archived`: no longer shown, kept.
 */
export const publicationStatuses = ['draft', 'proposed', 'returned', 'scheduled', 'published', 'archived'] as const;
export type PublicationStatus = (typeof publicationStatuses)[number];

export function isPublicationKind(text: string): text is PublicationKind {
  return (publicationKinds as readonly string[]).includes(text);
}

/** Kinds made of blocks that the employee arranges. */
export const arrangedKinds = ['home', 'page', 'door'] as const;
export type ArrangedKind = (typeof arrangedKinds)[number];

export function isArranged(kind: PublicationKind): kind is ArrangedKind {
  return (arrangedKinds as readonly string[]).includes(kind);
}

/** Kinds that people outside the team may propose. */
export const proposableKinds = [
  'news',
  'experience',
  'watch',
  'resource',
  'project',
] as const satisfies readonly PublicationKind[];

export function isProposable(kind: PublicationKind): boolean {
  return (proposableKinds as readonly PublicationKind[]).includes(kind);
}
