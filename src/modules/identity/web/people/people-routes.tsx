import { execute } from '#platform/command/execute.ts';
import type { Exchange, RouteList } from '#platform/http/exchange.ts';
import { registerPerson } from '../../commands/register-person.ts';
import { paths } from '../../paths.ts';
import { NewPersonPage } from './new-person-page.tsx';

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

/** Adding a person. */
export function peopleRoutes(routes: RouteList): void {
  routes.get(paths.newPerson, ['employee'], (exchange) => newPersonPage(exchange));
  routes.post(paths.newPerson, ['employee'], savePerson);
}
