import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveCollege } from '../../commands/save-college.ts';
import { paths } from '../../paths.ts';
import { colleges } from '../../queries/campaigns.ts';
import { errorsOf, nothingTyped, type Typed } from '../form-answer.ts';

/** `GET /gestion/adhesions/colleges`: the groups whose votes are weighed together. */
export async function showColleges(
  exchange: Exchange,
  refused: { id: string; typed: Typed } | null = null,
): Promise<Response> {
  const rows = await colleges(exchange.ctx.db);
  const forms = [...rows, null];
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
      <>
        {forms.map((row) => {
          const id = row?.id ?? 'nouveau';
          const typed = refused?.id === id ? refused.typed : nothingTyped;
          const { values, errors } = typed;
          return (
            <Panel title={row?.name ?? 'Ajouter un collège'}>
              <Form
                action={paths.college(id)}
                label={row?.name ?? 'Ajouter un collège'}
                errors={summaryOf(errors)}
                hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(row?.version ?? 0) }}
              >
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
                <SubmitBar label={row ? 'Enregistrer' : 'Ajouter'} {...(row ? { kind: 'ghost' as const } : {})}>
                  {row && (
                    <Button kind="quiet" name="archive" value="oui">
                      Mettre de côté
                    </Button>
                  )}
                </SubmitBar>
              </Form>
            </Panel>
          );
        })}
      </>
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
      id: id === 'nouveau' ? null : id,
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
