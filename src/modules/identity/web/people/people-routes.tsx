import { execute } from '#platform/command/execute.ts';
import { roles, type Role } from '#platform/context/context.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { registerPerson } from '../../commands/register-person.ts';
import { peopleList, peopleSorts, type PeopleFilter, type PeopleSort } from '../../queries/people-list.ts';
import { paths } from '../../paths.ts';
import { NewPersonPage } from './new-person-page.tsx';
import { sendPeople } from './people-file.ts';
import { PeoplePage } from './people-page.tsx';

const pageSize = 50;
const lastPage = 2_000;

const oneOf = <Value extends string>(text: string, allowed: readonly Value[]): Value | null =>
  allowed.find((value) => value === text) ?? null;

function filterOf(exchange: Exchange): PeopleFilter {
  return {
    text: exchange.query('q').trim(),
    role: oneOf<Role>(exchange.query('role'), roles),
    account: oneOf(exchange.query('compte'), ['avec', 'sans']),
    email: oneOf(exchange.query('courriel'), ['avec', 'sans']),
  };
}

const showPeople = async (exchange: Exchange) => {
  const filter = filterOf(exchange);
  const sort: PeopleSort = oneOf(exchange.query('tri'), peopleSorts) ?? 'nom';
  const format = oneOf(exchange.query('format'), ['csv', 'xlsx']);
  if (format) return sendPeople(exchange, format, filter, sort);
  const page = Math.min(Math.max(Math.trunc(Number(exchange.query('page'))) || 1, 1), lastPage);
  const asked = { filter, sort, limit: pageSize, offset: (page - 1) * pageSize, now: exchange.ctx.clock.now() };
  const { people, total } = await peopleList(exchange.ctx.db, asked);
  return exchange.page({
    title: 'Personnes',
    layout: 'office',
    header: { actions: <ButtonLink href={paths.newPerson}>Ajouter une personne</ButtonLink> },
    content: (
      <PeoplePage
        people={people}
        total={total}
        page={page}
        pages={Math.ceil(total / pageSize)}
        filter={filter}
        sort={sort}
        zone={exchange.hub.zone}
      />
    ),
  });
};

const newPersonPage = (
  exchange: Exchange,
  typed: Readonly<Record<string, string>> = {},
  fields: Readonly<Record<string, string>> = {},
) =>
  exchange.page({
    title: 'Ajouter une personne',
    layout: 'office',
    section: paths.people,
    status: Object.keys(fields).length > 0 ? 422 : 200,
    header: { trail: [{ label: 'Personnes', href: paths.people }] },
    content: <NewPersonPage formKey={exchange.formKey} typed={typed} fields={fields} />,
  });

const savePerson = async (exchange: Exchange) => {
  const { values, key } = await exchange.form();
  const saved = await execute(exchange.ctx, registerPerson, values, { key });
  if (!saved.ok) return newPersonPage(exchange, values, saved.fields);
  return exchange.redirect(paths.person(saved.value.personId), { tone: 'success', text: 'La personne est ajoutée.' });
};

/** The list of people, and adding one. */
export function peopleRoutes(routes: RouteList): void {
  routes.get(paths.people, ['employee'], showPeople);
  routes.get(paths.newPerson, ['employee'], (exchange) => newPersonPage(exchange));
  routes.post(paths.newPerson, ['employee'], savePerson);
}
