import type { JSX } from 'preact';
import type { SegmentCondition } from '#platform/contributions/module.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { ErrorSummary } from '#ui/fields/error-summary.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { joinField } from '../domain/typed-segment.ts';
import { segmentPaths } from '../paths.ts';
import type { ReadSegment } from '../queries/read-definition.ts';
import type { SegmentCount, SegmentPerson } from '../queries/segment-people.ts';
import { AddCondition, ConditionRows } from './condition-rows.tsx';
import { countWords } from './count-words.ts';

export interface SegmentFormProps {
  /** Where it is drawn again, and saved. */
  action: string;
  formKey: string;
  name: string;
  version: number;
  read: ReadSegment;
  count: SegmentCount;
  sample: readonly SegmentPerson[];
  known: readonly SegmentCondition[];
  errors: Readonly<Record<string, string>>;
}

/** Building a segment: its conditions, how many people it holds as it stands, its name. */
export function SegmentForm(props: SegmentFormProps): JSX.Element {
  const { action, formKey, name, version, read, count, sample, known, errors } = props;
  return (
    <form class="form" method="get" action={action} novalidate aria-label="Segment">
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <input type="hidden" name={formKeyField} value={formKey} />
      <input type="hidden" name="version" value={String(version)} />
      <es-segment-count data-source={segmentPaths.count}>
        <div class="panel" role="status" aria-live="polite">
          <p class="result-count">
            <b data-count>{countWords(read, count)}</b>
          </p>
          <p data-sentence>{read.sentence}</p>
        </div>
        <p data-without-script>
          <Button kind="ghost" icon="users">
            Compter
          </Button>
        </p>
      </es-segment-count>
      <RadioGroup
        name={joinField}
        label="Il faut que…"
        value={read.definition.join}
        choices={[
          { value: 'all', label: 'toutes les conditions soient vraies' },
          { value: 'any', label: 'l’une des conditions suffise' },
        ]}
      />
      <ConditionRows conditions={read.conditions} showErrors={Object.keys(errors).length > 0} />
      <AddCondition known={known} />
      {sample.length > 0 && (
        <p class="facts" data-sample>
          Par exemple : {sample.map((person) => person.name).join(', ')}
          {count.total > sample.length ? '…' : '.'}
        </p>
      )}
      <div data-uncounted>
        <TextField
          name="name"
          label="Nom du segment"
          hint="Pour le retrouver : « Bain-de-Bretagne, à jour, jamais en formation »."
          value={name}
          error={errors['name']}
          maxlength={120}
        />
      </div>
      <div class="submit-bar">
        <Button formmethod="post" formaction={action}>
          Enregistrer
        </Button>
        <ButtonLink kind="quiet" href={segmentPaths.list}>
          Abandonner
        </ButtonLink>
      </div>
    </form>
  );
}
