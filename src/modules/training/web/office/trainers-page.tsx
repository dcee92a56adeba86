import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveTrainer } from '../../commands/save-trainer.ts';
import { officePaths } from '../../paths.ts';
import { allTrainers, trainersOf, type StoredTrainer } from '../../queries/stored-session.ts';
import { personChoices } from '../../queries/venue-choices.ts';
import { nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/formateurs` and `/:id`. */
export async function showTrainers(exchange: Exchange): Promise<Response> {
  const found = await trainerOf(exchange);
  return found === undefined ? exchange.notFound() : trainersPage(exchange, found, nothingTyped);
}

/** `POST` of the same. */
export async function receiveTrainer(exchange: Exchange): Promise<Response> {
  const trainer = await trainerOf(exchange);
  if (trainer === undefined) return exchange.notFound();
  const form = await exchange.form();
  const isRemoved = form.values['act'] === 'retirer';
  const outcome = await execute(
    exchange.ctx,
    saveTrainer,
    {
      id: trainer?.id ?? null,
      version: trainer ? Number(form.values['version']) : null,
      name: form.values['name'] ?? '',
      qualification: form.values['qualification'] ?? '',
      personId: form.values['personId'] || null,
      isRemoved,
    },
    { key: form.key },
  );
  if (!outcome.ok) return trainersPage(exchange, trainer, typedWith(form, outcome), 422);
  return exchange.redirect(officePaths.trainers, {
    tone: 'success',
    text: isRemoved ? 'C’est retiré de la liste.' : 'C’est enregistré.',
  });
}

/** Null for someone new; undefined when nobody is there. */
async function trainerOf(exchange: Exchange): Promise<StoredTrainer | null | undefined> {
  const id = exchange.param('id');
  if (!id) return null;
  return isId(id) ? (await trainersOf(exchange.ctx.db, [id])).get(id) : undefined;
}

async function trainersPage(
  exchange: Exchange,
  trainer: StoredTrainer | null,
  { values, errors }: TypedHere,
  status = 200,
): Promise<Response> {
  const { db } = exchange.ctx;
  const [all, people] = await Promise.all([allTrainers(db), personChoices(db)]);
  const title = trainer?.name ?? 'Ajouter quelqu’un';
  const action = trainer ? officePaths.trainer(trainer.id) : officePaths.trainers;
  return exchange.page({
    title: 'Formatrices et formateurs',
    layout: 'office',
    section: officePaths.home,
    status,
    header: {
      lead: 'Quelqu’un qui a un compte et un rôle au pôle voit les sessions qu’elle anime, et tient leur feuille.',
      trail: trail({ label: 'Formateurs', href: officePaths.trainers }),
    },
    content: (
      <Columns
        main={<List trainers={all} />}
        side={
          <Panel title={title}>
            <Form
              action={action}
              label={title}
              errors={summaryOf(errors)}
              hidden={{ [formKeyField]: exchange.formKey, ...(trainer ? { version: String(trainer.version) } : {}) }}
            >
              <TextField
                name="name"
                label="Nom"
                required
                value={values['name'] ?? trainer?.name}
                error={errors['name']}
              />
              <TextField
                name="qualification"
                label="Ce qui la qualifie"
                hint="Écrit au programme : « comptable d’associations depuis 2012 »."
                value={values['qualification'] ?? trainer?.qualification}
                error={errors['qualification']}
              />
              <Select
                name="personId"
                label="Au pôle, c’est"
                placeholder="Quelqu’un d’extérieur"
                value={values['personId'] ?? trainer?.personId ?? ''}
                choices={people.map(({ id, name }) => ({ value: id, label: name }))}
                error={errors['personId']}
              />
              <SubmitBar label="Enregistrer" {...(trainer ? { cancelHref: officePaths.trainers } : {})}>
                {trainer && (
                  <Button kind="quiet" name="act" value="retirer">
                    Retirer
                  </Button>
                )}
              </SubmitBar>
            </Form>
          </Panel>
        }
      />
    ),
  });
}

function List({ trainers }: { readonly trainers: readonly StoredTrainer[] }): JSX.Element {
  if (trainers.length === 0) return <p>Personne encore. Ajoutez qui anime vos formations.</p>;
  return (
    <ul class="plain stack">
      {trainers.map(({ id, name, qualification }) => (
        <li>
          <a href={officePaths.trainer(id)}>
            <b>{name}</b>
          </a>
          {qualification && <p class="facts">{qualification}</p>}
        </li>
      ))}
    </ul>
  );
}
