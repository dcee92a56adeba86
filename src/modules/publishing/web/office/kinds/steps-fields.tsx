import type { JSX } from 'preact';
import type { SentForm } from '#platform/http/exchange.ts';
import { Button } from '#ui/components/button.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import type { ContentOf } from '../../../content/publication-fields.ts';

type Step = ContentOf<'resource'>['steps'][number];

const most = 30;
const act = /^step-(up|down|remove)-(\d{1,2})$/;
const emptyStep: Step = { title: '', text: '', checklist: [] };

/**
 * The steps as the form holds them, after the button pressed: one more, one moved, one removed. Steps left empty go when
 * the form is saved.
 */
export function stepsFrom(form: Pick<SentForm, 'values'>): Step[] {
  const count = Math.min(most, Math.trunc(Number(form.values['content.steps.count'])) || 0);
  const steps = Array.from({ length: Math.max(0, count) }, (_, index) => stepFrom(form, index));
  const pressed = form.values['act'] ?? '';
  if (pressed === 'step-add') return steps.length < most ? [...steps, emptyStep] : steps;
  const asked = act.exec(pressed);
  if (!asked) return steps.filter(({ title, text, checklist }) => title || text || checklist.length > 0);
  const at = Number(asked[2]);
  const step = steps[at];
  if (!step) return steps;
  const others = steps.toSpliced(at, 1);
  if (asked[1] === 'remove') return others;
  return others.toSpliced(Math.max(0, at + (asked[1] === 'up' ? -1 : 1)), 0, step);
}

function stepFrom(form: Pick<SentForm, 'values'>, index: number): Step {
  const value = (name: string): string => form.values[`content.steps.${index}.${name}`] ?? '';
  const checklist = value('checklist')
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s*/, '').trim())
    .filter(Boolean);
  return { title: value('title'), text: value('text'), checklist };
}

interface StepsFieldsProps {
  readonly steps: readonly Step[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Steps one under the other: each with its words and its list of things to tick. Buttons redraw the form as typed. */
export function StepsFields({ steps, errors }: StepsFieldsProps): JSX.Element {
  return (
    <Fieldset legend="Étapes" large hint="Pour une fiche pas à pas. Le lecteur coche au fur et à mesure.">
      <input type="hidden" name="content.steps.count" value={steps.length} />
      {steps.map((step, index) => (
        <StepFields step={step} index={index} isLast={index === steps.length - 1} errors={errors} />
      ))}
      {steps.length < most && (
        <p class="actions">
          <Button kind="ghost" small icon="plus" name="act" value="step-add">
            Ajouter une étape
          </Button>
        </p>
      )}
    </Fieldset>
  );
}

interface StepFieldsProps extends Pick<StepsFieldsProps, 'errors'> {
  readonly step: Step;
  readonly index: number;
  readonly isLast: boolean;
}

function StepFields({ step, index, isLast, errors }: StepFieldsProps): JSX.Element {
  const name = (part: string): string => `content.steps.${index}.${part}`;
  const item = Object.entries(errors).find(([field]) => field.startsWith(`${name('checklist')}.`));
  const number = <span class="visually-hidden"> l’étape {index + 1}</span>;
  return (
    <Fieldset legend={`Étape ${index + 1}`} name={name('step')}>
      <TextField
        name={name('title')}
        label="Titre de l’étape"
        value={step.title}
        maxlength={160}
        error={errors[name('title')]}
      />
      <TextArea name={name('text')} label="Explication" value={step.text} rows={3} error={errors[name('text')]} />
      <TextArea
        name={name('checklist')}
        label="À cocher"
        hint="Une ligne par chose à faire."
        value={step.checklist.join('\n')}
        rows={3}
        error={errors[name('checklist')] ?? item?.[1]}
      />
      <p class="actions">
        {index > 0 && (
          <Button kind="quiet" small name="act" value={`step-up-${index}`}>
            Monter{number}
          </Button>
        )}
        {!isLast && (
          <Button kind="quiet" small name="act" value={`step-down-${index}`}>
            Descendre{number}
          </Button>
        )}
        <Button kind="quiet" small icon="trash" name="act" value={`step-remove-${index}`}>
          Retirer{number}
        </Button>
      </p>
    </Fieldset>
  );
}
