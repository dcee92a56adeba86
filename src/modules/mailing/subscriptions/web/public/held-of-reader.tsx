import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { rhythmNames } from '../../../domain/rhythms.ts';
import { subjectNames } from '../../../domain/subject-names.ts';
import { paths } from '../../../paths.ts';
import type { consentsOf, ReceivedMailing, Subscriber } from '../../queries/subscribers.ts';

type Kept = Awaited<ReturnType<typeof consentsOf>>[number];

const actNames: Readonly<Record<Kept['act'], string>> = {
  asked: 'Demande',
  confirmed: 'Accord',
  changed: 'Changement',
  paused: 'Pause',
  ended: 'Arrêt',
};

/** What one asked or agreed to, in one line. */
export function consentInWords({ act, subjects, rhythm }: Kept): string {
  const what = [subjects.map((subject) => subjectNames[subject]).join(', '), rhythm && rhythmNames[rhythm]];
  return [actNames[act], ...what].filter(Boolean).join(' · ');
}

/** All that is kept of a reader: address, consents with their words, what she received. */
export function HeldOfReader({
  reader,
  consents,
  received,
  zone,
}: {
  readonly reader: Subscriber;
  readonly consents: readonly Kept[];
  readonly received: readonly ReceivedMailing[];
  readonly zone: string;
}): JSX.Element {
  const day = (at: Temporal.Instant) => formatDate(at.toZonedDateTimeISO(zone).toPlainDate());
  return (
    <>
      <Panel title="Ce que nous gardons de vous">
        <DescriptionList
          rows={[
            { term: 'Adresse', value: reader.address },
            { term: 'Nom', value: reader.name },
            { term: 'Votre accord', value: reader.confirmedAt && day(reader.confirmedAt), note: reader.wording },
            { term: 'D’où il vient', value: reader.source },
          ]}
        />
        {consents.length > 0 && (
          <details>
            <summary>L’historique de vos choix</summary>
            <ul class="stack">
              {consents.map((consent) => (
                <li>
                  {day(consent.at)} : {consentInWords(consent)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
      {received.length > 0 && (
        <Panel title="Vos derniers messages">
          <ul class="stack">
            {received.map(({ title, slug, at }) => (
              <li>
                {slug ? <a href={paths.archived(slug)}>{title}</a> : title}
                {at && <p class="facts">{day(at)}</p>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
