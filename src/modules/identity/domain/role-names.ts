import type { Role } from '#platform/context/context.ts';

/** How roles are called, in the back office and in the trail. */
export const roleNames: Record<Role, string> = {
  operator: 'exploitation technique',
  employee: 'équipe salariée',
  board_member: 'conseil d’administration',
  contributor: 'contribution',
  member: 'adhésion',
};
