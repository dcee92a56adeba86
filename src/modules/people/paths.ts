import type { RelationSubject } from './domain/relation-subject.ts';

const person = (id: string) => `/gestion/personnes/${id}`;
const organization = (id: string) => `/gestion/annuaire/${id}`;

/** The addresses of this module. */
export const paths = {
  people: '/gestion/personnes',
  person,
  personAct: (id: string, act: string) => `${person(id)}/${act}`,
  organization,
  organizationRelations: (id: string) => `${organization(id)}/relations`,
  organizationAct: (id: string, act: string) => `${organization(id)}/relations/${act}`,
  twins: '/gestion/personnes/doublons',
  retention: '/gestion/personnes/conservation',
  processing: '/gestion/personnes/traitements',
  tags: '/gestion/personnes/etiquettes',
  rights: '/mes-donnees',
  ownRights: (secret: string) => `/mes-donnees/${secret}`,
} as const;

/** The page where what concerns someone is kept. */
export function relationsPath(subject: RelationSubject): string {
  return 'personId' in subject ? paths.person(subject.personId) : paths.organizationRelations(subject.organizationId);
}
