import { execute } from '#platform/command/execute.ts';
import { roles } from '#platform/context/context.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { startActingFor } from '../../commands/act-for.ts';
import { endSessionsOf } from '../../commands/end-sessions.ts';
import { erasePerson } from '../../commands/erase-person.ts';
import { invitePerson } from '../../commands/invite-person.ts';
import { addContactPoint, removeContactPoint } from '../../commands/keep-contact-points.ts';
import { endRole, grantRole } from '../../commands/keep-roles.ts';
import { mergePersons } from '../../commands/merge-persons.ts';
import { renamePerson } from '../../commands/rename-person.ts';
import { mayGrant } from '../../policy.ts';
import { personFile } from '../../queries/person-file.ts';
import { sessionToken, siteOf } from '../browser-state.ts';
import type { IdentityDependencies } from '../dependencies.ts';
import { paths } from '../../paths.ts';
import { personRefusals } from '../texts.ts';
import { PersonPage } from './person-page.tsx';

const showPerson = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const id = exchange.param('id');
  const file = isId(id) ? await personFile(exchange.ctx, id) : null;
  if (!file || file.person.erasedAt) return exchange.notFound();
  if (file.person.mergedInto) return exchange.redirect(paths.person(file.person.mergedInto));
  return exchange.page({
    title: file.person.displayName,
    layout: 'office',
    section: paths.people,
    header: { trail: [{ label: 'Personnes', href: paths.people }] },
    content: (
      <PersonPage
        file={file}
        sections={await dependencies.personSections(exchange, id)}
        grantable={roles.filter((role) => mayGrant(exchange.actor, role))}
        formKey={exchange.formKey}
        zone={exchange.hub.zone}
      />
    ),
  });
};

/** Back to the person's page, with what was done or why it was not. */
function answered(
  exchange: Exchange,
  outcome: Outcome<unknown>,
  done: string,
  part: string,
): Response | Promise<Response> {
  const path = `${paths.person(exchange.param('id'))}#${part}`;
  if (outcome.ok) return exchange.redirect(path, { tone: 'success', text: done });
  if (outcome.reason === 'not_found' || outcome.reason === 'forbidden') return exchange.notFound();
  const text = Object.values(outcome.fields)[0] ?? personRefusals[outcome.reason] ?? 'Ce n’est pas possible.';
  return exchange.redirect(path, { tone: 'danger', text });
}

const saveNames = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const { givenName, familyName, notes } = values;
  const saved = await execute(
    exchange.ctx,
    renamePerson,
    { personId: exchange.param('id'), givenName, familyName, notes },
    { key },
  );
  return answered(exchange, saved, 'La fiche est enregistrée.', 'identite');
};

const addContact = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const added = await execute(
    exchange.ctx,
    addContactPoint,
    { personId: exchange.param('id'), kind: values.kind, value: values.value },
    { key },
  );
  return answered(exchange, added, 'La coordonnée est ajoutée.', 'coordonnees');
};

const removeContact = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const removed = await execute(exchange.ctx, removeContactPoint, { contactPointId: values.contactPointId }, { key });
  return answered(exchange, removed, 'La coordonnée est retirée.', 'coordonnees');
};

const giveRole = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const granted = await execute(
    exchange.ctx,
    grantRole,
    { personId: exchange.param('id'), role: values.role },
    { key },
  );
  return answered(exchange, granted, 'Le rôle est donné.', 'roles');
};

const finishRole = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const ended = await execute(exchange.ctx, endRole, { personId: exchange.param('id'), role: values.role }, { key });
  return answered(exchange, ended, 'Le rôle est terminé.', 'roles');
};

const invite = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const invited = await execute(
    exchange.ctx,
    invitePerson,
    { personId: exchange.param('id'), ...siteOf(exchange) },
    { key },
  );
  return answered(exchange, invited, 'L’invitation part à l’instant.', 'compte');
};

const closeSessions = async (exchange: Exchange) => {
  const { key } = await exchange.form();
  const ended = await execute(exchange.ctx, endSessionsOf, { personId: exchange.param('id') }, { key });
  return answered(exchange, ended, 'Ses sessions sont fermées.', 'compte');
};

const actFor = async (exchange: Exchange) => {
  const started = await execute(exchange.ctx, startActingFor, {
    token: sessionToken(exchange),
    personId: exchange.param('id'),
  });
  return answered(exchange, started, 'Vous agissez en son nom, jusqu’à ce que vous y mettiez fin.', 'compte');
};

const merge = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const merged = await execute(
    exchange.ctx,
    mergePersons,
    { keptId: exchange.param('id'), mergedId: values.mergedId },
    { key },
  );
  return answered(exchange, merged, 'Les deux fiches n’en font plus qu’une.', 'identite');
};

const erase = (dependencies: IdentityDependencies) => async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  if (values.sure !== 'oui')
    return exchange.redirect(`${paths.person(exchange.param('id'))}#effacer`, {
      tone: 'warning',
      text: 'Cochez la case pour confirmer.',
    });
  const erased = await execute(
    exchange.ctx,
    erasePerson(dependencies.personalData),
    { personId: exchange.param('id') },
    { key },
  );
  if (!erased.ok) return answered(exchange, erased, '', 'effacer');
  return exchange.redirect(paths.people, {
    tone: 'success',
    text: `La personne est effacée. ${erased.value.kept.join(' ')}`,
  });
};

/** The page of a person, and what staff may do there. */
export function personRoutes(routes: RouteList, dependencies: IdentityDependencies): void {
  const page = '/gestion/personnes/:id';
  routes.get(page, ['employee'], showPerson(dependencies));
  routes.post(`${page}/identite`, ['employee'], saveNames);
  routes.post(`${page}/coordonnees`, ['employee'], addContact);
  routes.post(`${page}/coordonnees/retirer`, ['employee'], removeContact);
  routes.post(`${page}/roles`, ['employee'], giveRole);
  routes.post(`${page}/roles/terminer`, ['employee'], finishRole);
  routes.post(`${page}/inviter`, ['employee'], invite);
  routes.post(`${page}/sessions`, ['employee'], closeSessions);
  routes.post(`${page}/au-nom-de`, ['employee'], actFor);
  routes.post(`${page}/reunir`, ['employee'], merge);
  routes.post(`${page}/effacer`, ['employee'], erase(dependencies));
}
