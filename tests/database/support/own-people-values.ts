import type { FilledPeople } from './fill-people.ts';

/** The values that make a path about relations lead to something of the hub. */
export function ownPeopleValues(filled: FilledPeople, path: string): Record<string, string> | null {
  const { person, other, organization, role, note, organizationNote, tag, secret, segments } = filled;
  const { newAddress, addressLeft, sharedAddress } = filled;
  const lists: readonly (readonly [part: string, values: Record<string, string>])[] = [
    ['/gestion/segments/', { segment: segments.segment }],
    ['/gestion/personnes/importer/', { import: segments.peopleImport }],
    ['/gestion/personnes/doublons/', { one: person, other }],
    ['/gestion/personnes/etiquettes/', { id: tag }],
    ['/gestion/personnes/adresses/', { id: sharedAddress }],
    ['/nouvelle-adresse/', { secret: newAddress }],
    ['/adresse-quittee/', { secret: addressLeft }],
    ['/gestion/personnes/:id/', { id: person, role, note }],
    ['/gestion/annuaire/:id/relations', { id: organization, role, note: organizationNote }],
    ['/mes-donnees/', { secret }],
  ];
  return lists.find(([part]) => path.includes(part))?.[1] ?? null;
}
