import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Button } from '#ui/components/button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import type { EditedMeanwhile } from '../../../commands/save-publication.ts';
import type { SavingAct } from '../../../domain/next-state.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import type { PublicationVersion } from '../../../queries/office/publication-versions.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { fieldsInWords } from '../versions/fields-in-words.ts';
import { namesOfIds } from '../versions/names-of-ids.ts';
import { fieldsThatDiffer } from './merge-fields.ts';
import type { TypedPublication } from './typed-publication.ts';

interface Conflict {
  readonly stored: StoredPublication;
  readonly mine: TypedPublication;
  /** What this editor started from; null when that version is no longer known. */
  readonly base: Pick<PublicationVersion, 'version' | 'fields'> | null;
  readonly meanwhile: EditedMeanwhile;
  readonly act: SavingAct;
}

/** Two people wrote in the same text: both versions of each piece, side by side, to choose from. Nothing typed is lost. */
export async function conflictPage(
  exchange: Exchange,
  deps: PublishingDependencies,
  { stored, mine, base, meanwhile, act }: Conflict,
): Promise<Response> {
  const { theirs, version } = meanwhile;
  const nameOf = await namesOfIds(exchange.ctx, deps, [mine.fields, theirs]);
  const asked = fieldsThatDiffer(base?.fields ?? null, mine.fields, theirs);
  const own = new Map(fieldsInWords(mine.fields, nameOf).map(({ field, text }) => [field, text]));
  const other = fieldsInWords(theirs, nameOf).filter(({ field }) => asked.has(field));
  return exchange.page({
    title: 'Deux versions du même texte',
    layout: 'office',
    status: 409,
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: stored.fields.title, href: officePaths.edit(stored.id) },
      ],
    },
    content: (
      <Form
        class="conflict"
        action={officePaths.edit(stored.id)}
        hidden={{
          [formKeyField]: exchange.formKey,
          version: String(version),
          base: String(base?.version ?? 0),
          // Whole, as it was understood: files sent with it are kept by now, and named in it.
          mine: JSON.stringify(mine),
        }}
      >
        <Notice state="warning" title="Quelqu’un a modifié cette publication pendant que vous écriviez">
          <p>
            {other.length > 0
              ? 'Pour chaque partie, choisissez la version à garder. Ce que vous n’avez pas touché garde ses mots à elle.'
              : 'Vous n’avez pas touché aux mêmes parties : vos changements et les siens vont ensemble.'}
          </p>
        </Notice>
        {other.map(({ field, label, text }) => (
          <RadioGroup
            name={`garder.${field}`}
            label={label}
            value="mienne"
            choices={[
              { value: 'mienne', label: 'Votre version', hint: own.get(field) || '(vide)' },
              { value: 'autre', label: 'La version enregistrée entre-temps', hint: text || '(vide)' },
            ]}
          />
        ))}
        <SubmitBar
          label="Garder ces choix"
          cancelHref={officePaths.edit(stored.id)}
          cancelLabel="Abandonner mes changements"
        >
          {act !== 'keep' && (
            <Button kind="ghost" name="act" value={act}>
              Garder ces choix et publier
            </Button>
          )}
        </SubmitBar>
      </Form>
    ),
  });
}

/** The pieces for which the editor kept the other one's words. */
export function keptTheirs(form: SentForm): ReadonlySet<string> {
  const kept = Object.entries(form.values).filter(([name, value]) => name.startsWith('garder.') && value === 'autre');
  return new Set(kept.map(([name]) => name.slice('garder.'.length)));
}
