import type { JSX } from 'preact';
import { mailSubjects } from '#platform/contributions/module.ts';
import { formatNumber, plural } from '#platform/french/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox, CheckboxGroup } from '#ui/fields/checkbox.tsx';
import { Select } from '#ui/fields/select.tsx';
import type { Audience } from '../../domain/audience.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import { whyNotNames } from '../../domain/why-names.ts';
import type { AudienceCounts } from '../../queries/audience.ts';
import type { SuggestedReaders } from '../../queries/suggested-conditions.ts';
import { writeCondition } from './draft.ts';

/** How many receive it, and why others do not. */
export function AudienceSummary({
  counts,
  href,
}: {
  readonly counts: AudienceCounts;
  readonly href: string;
}): JSX.Element {
  const left = counts.left.reduce((sum, { count }) => sum + count, 0);
  return (
    <div class="audience-count">
      <p>
        <strong>{formatNumber(counts.receive)}</strong>{' '}
        {counts.receive > 1 ? 'adresses le recevront' : 'adresse le recevra'}
      </p>
      {left > 0 && (
        <ul class="facts">
          {counts.left.map(({ why, count }) => (
            <li>
              {whyNotNames[why] ?? why} : {formatNumber(count)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={href}>Voir {plural(counts.receive + left, 'personne')}, et pourquoi</a>
      </p>
    </div>
  );
}

/** The button that lets it leave. */
export function SendButton({ count }: { readonly count: number }): JSX.Element {
  return (
    <p class="actions">
      <Button kind="primary" name="faire" value="envoyer">
        {count > 0 ? `Envoyer à ${plural(count, 'adresse')}` : 'Envoyer'}
      </Button>
    </p>
  );
}

/** The groups a mailing may go to. */
export function AudienceFields({
  audience,
  segments,
  suggested,
}: {
  readonly audience: Audience;
  /** From what the mailing tells. */
  readonly suggested: readonly SuggestedReaders[];
  readonly segments: readonly { id: string; name: string }[];
}): JSX.Element {
  return (
    <>
      <Checkbox
        name="adherents"
        label="Adhérent·es"
        hint="Sans abonnement, pour la vie du réseau seulement."
        checked={audience.members}
      />
      <CheckboxGroup
        name="abonnes"
        label="Abonné·es au sujet"
        values={audience.subjects}
        choices={mailSubjects.map((subject) => ({ value: subject, label: subjectNames[subject] }))}
      />
      {suggested.length > 0 && (
        <CheckboxGroup
          name="aussi"
          label="Aussi, d’après ce que vous annoncez"
          hint="De ces personnes, celles qui ont accepté d’avoir de vos nouvelles."
          values={(audience.conditions ?? []).map(writeCondition)}
          choices={suggested.map(({ label, people, receive, ...condition }) => ({
            value: writeCondition(condition),
            label: `${label} : ${formatNumber(people)}, ${receive === 0 ? 'aucune ne le recevrait' : `${formatNumber(receive)} le ${receive > 1 ? 'recevraient' : 'recevrait'}`}`,
          }))}
        />
      )}
      {segments.length > 0 && (
        <details class="more-fields" open={audience.segments.length > 0 || audience.within !== null}>
          <summary>Segments</summary>
          <CheckboxGroup
            name="segments"
            label="Aussi les personnes de"
            hint="Celles qui ont dit oui à ce sujet."
            values={audience.segments}
            choices={segments.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            name="dans"
            label="Seulement si elles sont aussi dans"
            placeholder="Sans autre condition"
            value={audience.within ?? ''}
            choices={segments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </details>
      )}
    </>
  );
}
