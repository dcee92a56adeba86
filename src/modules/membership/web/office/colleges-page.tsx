import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveCollege } from '../../commands/save-college.ts';
import { paths } from '../../paths.ts';
import { colleges } from '../../queries/campaigns.ts';
import { errorsOf } from '../form-answer.ts';
import { ListOfForms, newId, type RefusedForm } from './list-of-forms.tsx';

/** `GET /gestion/adhesions/colleges`: the groups whose votes are weighed together. */
export async function showColleges(exchange: Exchange, refused: RefusedForm | null = null): Promise<Response> {
  const rows = await colleges(exchange.ctx.db);
  return exchange.page({
    title: 'Collèges',
    layout: 'office',
    status: refused ? 422 : 200,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Campagnes', href: paths.campaigns },
      ],
      lead: (
        <p>
          Les statuts disent lesquels : usagers, structures, salarié·es, collectivités… Chaque tarif mène à un collège.
        </p>
      ),
    },
    content: (
      <ListOfForms
        exchange={exchange}
        rows={rows}
        add="Ajouter un collège"
        titleOf={(row) => row.name}
        actionOf={paths.college}
        refused={refused}
        fields={(row, id, { values, errors }) => (
          <>
            <TextField
              name="name"
              id={`nom-${id}`}
              label="Nom"
              required
              value={values['name'] ?? row?.name}
              error={errors['name']}
            />
            <TextField
              name="description"
              id={`texte-${id}`}
              label="Qui en fait partie"
              value={values['description'] ?? row?.description}
              error={errors['description']}
            />
          </>
        )}
      />
    ),
  });
}

/** `POST /gestion/adhesions/colleges/:id`. */
export async function receiveCollege(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    saveCollege,
    {
      id: id === newId ? null : id,
      version: Number(form.values['version']) || 0,
      name: form.values['name'] ?? '',
      description: form.values['description'] ?? '',
      archive: form.values['archive'] === 'oui',
    },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(paths.colleges, { tone: 'success', text: 'C’est enregistré.' });
  return showColleges(exchange, { id, typed: { values: form.values, errors: errorsOf(outcome) } });
}
