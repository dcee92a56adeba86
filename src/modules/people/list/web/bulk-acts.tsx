import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { FieldRow } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { beginStatusOfMany } from '../../commands/keep-statuses.ts';
import { tagPeople, untagPeople } from '../../commands/keep-tags.ts';
import { relationStatuses, statusNames } from '../../domain/relation-statuses.ts';
import { tagNamed } from '../queries/tag-named.ts';

/** What may be done to many people at once, as `BulkActions` takes it. */
export const bulkActs = [
  { value: 'etiqueter', label: 'Poser l’étiquette' },
  { value: 'retirer', label: 'Retirer l’étiquette' },
  { value: 'statut', label: 'Donner le statut' },
] as const;

/** What these acts need to be told. */
export function BulkFields({ formKey, prefix }: { readonly formKey: string; readonly prefix: string }): JSX.Element {
  return (
    <>
      <input type="hidden" name={formKeyField} value={formKey} />
      <TextField name="label" id={`${prefix}-etiquette`} label="Étiquette" maxlength={60} />
      <Select
        name="status"
        id={`${prefix}-statut`}
        label="Statut"
        placeholder="Choisissez…"
        choices={relationStatuses.map((status) => ({ value: status, label: statusNames[status] }))}
      />
    </>
  );
}

/** The same for all the people of a list, however many pages it has. */
export function BulkActForm(props: {
  readonly action: string;
  readonly formKey: string;
  readonly total: number;
}): JSX.Element {
  return (
    <details class="panel">
      <summary>
        Agir sur {props.total === 1 ? 'cette personne' : `ces ${plural(props.total, 'personne')} à la fois`}
      </summary>
      <form class="form" method="post" action={props.action} aria-label="Agir sur toutes ces personnes">
        <FieldRow>
          <BulkFields formKey={props.formKey} prefix="toutes" />
        </FieldRow>
        <div class="submit-bar">
          {bulkActs.map(({ value, label }) => (
            <Button name="action" value={value} kind="ghost">
              {label}
            </Button>
          ))}
        </div>
      </form>
    </details>
  );
}

// What the commands take at once.
const chunk = 5_000;

/** Does what the form asks to these people, and comes back. */
export async function receiveBulkAct(
  exchange: Exchange,
  idsOf: () => Promise<string[]>,
  back: string,
): Promise<Response> {
  const { values } = await exchange.form();
  const ids = await idsOf();
  if (ids.length === 0) return exchange.redirect(back, { tone: 'warning', text: 'Cochez au moins une personne.' });
  let changed = 0;
  for (let from = 0; from < ids.length; from += chunk) {
    const done = await actOn(exchange, values, ids.slice(from, from + chunk));
    if (typeof done === 'string') return exchange.redirect(back, { tone: 'warning', text: done });
    changed += done;
  }
  const flash: Flash = {
    tone: 'success',
    text: changed === 0 ? 'C’était déjà le cas : rien n’a changé.' : `C’est fait pour ${plural(changed, 'personne')}.`,
  };
  return exchange.redirect(back, flash);
}

async function actOn(
  { ctx }: Exchange,
  values: Readonly<Record<string, string>>,
  personIds: string[],
): Promise<number | string> {
  const { action, label = '', status = '' } = values;
  if (action === 'statut') {
    const done = await execute(ctx, beginStatusOfMany, { personIds, status });
    return done.ok ? done.value.changed : 'Choisissez un statut.';
  }
  if (action === 'retirer') {
    const tagId = await tagNamed(ctx.db, label);
    if (!tagId) return label.trim() === '' ? 'Écrivez l’étiquette à retirer.' : 'Personne ne porte cette étiquette.';
    const done = await execute(ctx, untagPeople, { personIds, tagId });
    return done.ok ? done.value.changed : 'Personne ne porte cette étiquette.';
  }
  const done = await execute(ctx, tagPeople, { personIds, label });
  return done.ok ? done.value.changed : (done.fields['label'] ?? 'Ces personnes ne sont plus là.');
}
