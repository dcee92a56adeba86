import type { Actor } from '#platform/context/context.ts';

/** Who acts when a command is typed on the machine: its host, who may open hubs and set them up. */
export const operatorOfMachine: Actor = {
  personId: '00000000-0000-7000-8000-000000000000',
  accountId: '00000000-0000-7000-8000-000000000000',
  name: 'Hébergeur du site',
  roles: new Set(['operator', 'employee']),
};
