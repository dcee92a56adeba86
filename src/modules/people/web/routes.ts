import { fileBodyLimit } from '#platform/stored-files/index.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { paths } from '../paths.ts';
import type { PeopleDependencies } from '../ports.ts';
import { peopleNamed, structuresNamed } from '../queries/named-subjects.ts';
import { organizationOfAddress, personOfAddress, type SubjectOf } from './acts/answer-act.tsx';
import {
  receiveDelegate,
  receiveDelegateEnd,
  receiveHousehold,
  receiveHouseholdLeft,
  receiveReach,
  receiveTag,
  receiveTagRemoval,
  receiveWrittenTo,
} from './acts/person-acts.tsx';
import { receiveContact, receiveRole, receiveRoleEdit, receiveRoleEnd, showRole } from './acts/role-acts.tsx';
import {
  receiveDocument,
  receiveDocumentRemoval,
  receiveNote,
  receiveNoteEdit,
  receiveNoteRemoval,
  receiveStatus,
  receiveStatusEnd,
  showNote,
} from './acts/shared-acts.tsx';
import { showOrganizationRelations } from './organization/relations-page.tsx';

const keepers = ['employee'] as const;

/** What the team keeps of its relations, on the sheets of people and structures. */
export function relationRoutes(routes: RouteList, deps: PeopleDependencies): void {
  routes
    .get(paths.peopleNames, keepers, async (exchange) => names(exchange, peopleNamed))
    .get(paths.structureNames, keepers, async (exchange) => names(exchange, structuresNamed))
    .get(paths.organizationRoute, keepers, showOrganizationRelations(deps))
    .post(`${paths.organizationRoute}/contacts`, keepers, receiveContact)
    .post(`${paths.personRoute}/etiquettes`, keepers, receiveTag)
    .post(`${paths.personRoute}/etiquettes/retirer`, keepers, receiveTagRemoval)
    .post(`${paths.personRoute}/foyer`, keepers, receiveHousehold)
    .post(`${paths.personRoute}/foyer/quitter`, keepers, receiveHouseholdLeft)
    .post(`${paths.personRoute}/foyer/destinataire`, keepers, receiveWrittenTo)
    .post(`${paths.personRoute}/delegations`, keepers, receiveDelegate)
    .post(`${paths.personRoute}/delegations/terminer`, keepers, receiveDelegateEnd)
    .post(`${paths.personRoute}/joindre`, keepers, receiveReach);
  sharedRoutes(routes, deps, paths.personRoute, personOfAddress);
  sharedRoutes(routes, deps, paths.organizationRoute, organizationOfAddress);
}

/** What people and structures have alike. */
function sharedRoutes(routes: RouteList, deps: PeopleDependencies, base: string, subjectOf: SubjectOf): void {
  routes
    .post(`${base}/statuts`, keepers, receiveStatus(subjectOf))
    .post(`${base}/statuts/terminer`, keepers, receiveStatusEnd(subjectOf))
    .post(`${base}/structures`, keepers, receiveRole(subjectOf))
    .post(`${base}/structures/terminer`, keepers, receiveRoleEnd(subjectOf))
    .get(`${base}/structures/:role`, keepers, showRole(subjectOf))
    .post(`${base}/structures/:role`, keepers, receiveRoleEdit(subjectOf))
    .post(`${base}/notes`, keepers, receiveNote(subjectOf))
    .post(`${base}/notes/retirer`, keepers, receiveNoteRemoval(subjectOf))
    .get(`${base}/notes/:note`, keepers, showNote(subjectOf))
    .post(`${base}/notes/:note`, keepers, receiveNoteEdit(subjectOf))
    .post(`${base}/documents`, keepers, receiveDocument(subjectOf, deps), { bodyLimit: fileBodyLimit })
    .post(`${base}/documents/retirer`, keepers, receiveDocumentRemoval(subjectOf));
}

async function names(exchange: Exchange, find: typeof peopleNamed): Promise<Response> {
  return exchange.http.json(await find(exchange.ctx.db, exchange.query('q').slice(0, 100)));
}
