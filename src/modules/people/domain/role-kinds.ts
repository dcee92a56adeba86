/** What a person may be in a structure. */
export const roleKinds = [
  'chair',
  'treasurer',
  'secretary',
  'board_member',
  'director',
  'employee',
  'volunteer',
  'contact',
  'other',
] as const;
export type RoleKind = (typeof roleKinds)[number];

export const roleKindNames: Readonly<Record<RoleKind, string>> = {
  chair: 'Président·e',
  treasurer: 'Trésorier·e',
  secretary: 'Secrétaire',
  board_member: 'Membre du conseil',
  director: 'Directeur·rice',
  employee: 'Salarié·e',
  volunteer: 'Bénévole',
  contact: 'Contact',
  other: 'Autre',
};

/** The role in words: the function as the structure calls it, else its kind. */
export function roleInWords(role: { kind: RoleKind; function: string }): string {
  return role.function || roleKindNames[role.kind];
}
