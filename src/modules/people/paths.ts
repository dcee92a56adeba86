import type { RelationSubject } from './domain/relation-subject.ts';

const person = (id: string) => `/gestion/personnes/${id}`;
const organizationRelations = (id: string) => `/gestion/annuaire/${id}/relations`;

/** The addresses of this module. */
export const paths = {
  people: '/gestion/personnes',
  newPerson: '/gestion/personnes/nouvelle',
  person,
  personRoute: person(':id'),
  directory: '/gestion/annuaire',
  organization: (id: string) => `/gestion/annuaire/${id}`,
  organizationRelations,
  organizationRoute: organizationRelations(':id'),
  peopleNames: '/gestion/personnes/noms.json',
  structureNames: '/gestion/personnes/structures.json',
  tags: '/gestion/personnes/etiquettes',
  tag: (id: string) => `/gestion/personnes/etiquettes/${id}`,
  deleteTag: (id: string) => `/gestion/personnes/etiquettes/${id}/supprimer`,
  twins: '/gestion/personnes/doublons',
  compare: (one: string, other: string) => `/gestion/personnes/doublons/${one}/${other}`,
  retention: '/gestion/personnes/conservation',
  retentionKeep: '/gestion/personnes/conservation/garder',
  processing: '/gestion/personnes/traitements',
  rights: '/mes-donnees',
  ownRights: (secret: string) => `/mes-donnees/${secret}`,
  /** What the mail to a new address opens, and the mail to the former one. */
  newAddress: (secret: string) => `/nouvelle-adresse/${secret}`,
  addressLeft: (secret: string) => `/adresse-quittee/${secret}`,
  sharedAddress: (id: string) => `/gestion/personnes/adresses/${id}`,
} as const;

/** The page where what concerns someone is kept. */
export function relationsPath(subject: RelationSubject): string {
  return 'personId' in subject ? paths.person(subject.personId) : organizationRelations(subject.organizationId);
}

/** An act on what concerns someone, or the page of one line of it. */
export function actPath(subject: RelationSubject, act: string): string {
  return `${relationsPath(subject)}/${act}`;
}
