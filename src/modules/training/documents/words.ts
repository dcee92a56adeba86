import { formatDate, formatDateRange, formatTime } from '#platform/french/index.ts';
import { durationInWords } from '../domain/course.ts';
import { partOfDay } from '../domain/half-day.ts';
import type { PaperBlock } from './paper.ts';
import { firstDay, lastDay, type PaperFacts } from './paper-facts.ts';

export const hour = (text: string): string => formatTime(Temporal.PlainTime.from(text));

/** « du 3 au 4 mars 2026 ». */
export const periodInWords = (facts: PaperFacts): string => formatDateRange(firstDay(facts), lastDay(facts));

/** Planned length of the session, from its half-days. */
export const plannedMinutes = ({ halfDays }: PaperFacts): number =>
  halfDays.reduce((sum, { minutes }) => sum + minutes, 0);

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter(Boolean);

/** Names of those who teach some half-days, or all of them. */
export function trainerNames({ trainers, halfDays }: PaperFacts, ids?: readonly string[]): string[] {
  const wanted = ids ?? halfDays.flatMap((halfDay) => halfDay.trainers);
  return [...new Set(wanted)].flatMap((id) => trainers.get(id)?.name ?? []);
}

/** What every paper says of who trains. */
export function bodyFacts({ body, settings }: PaperFacts): PaperBlock {
  return {
    kind: 'facts',
    entries: [
      { label: 'Organisme', value: body.name },
      { label: 'Adresse', value: body.address },
      { label: 'SIREN', value: body.siren },
      { label: 'N° de déclaration d’activité', value: settings.nda },
      {
        label: 'Représenté par',
        value: [settings.representative, settings.representativeRole].filter(Boolean).join(', '),
      },
    ],
  };
}

/** What every paper says of the session. */
export function sessionFacts(facts: PaperFacts): PaperBlock {
  return {
    kind: 'facts',
    entries: [
      { label: 'Formation', value: facts.course.title },
      { label: 'Dates', value: periodInWords(facts) },
      { label: 'Durée', value: durationInWords(plannedMinutes(facts)) },
      { label: 'Lieu', value: facts.place },
      { label: 'Animée par', value: trainerNames(facts).join(', ') },
      { label: 'Avec', value: facts.partners.join(', ') },
      { label: 'Financement', value: facts.session.funder },
    ],
  };
}

/** Half-days with their hours. */
export function halfDayTable(facts: PaperFacts): PaperBlock {
  return {
    kind: 'table',
    caption: 'Demi-journées de la session',
    columns: [
      { label: 'Jour', share: 2.4, isHeader: true },
      { label: 'Horaires', share: 1.6 },
      { label: 'Durée' },
      { label: 'Sujet, lieu', share: 2.4 },
    ],
    rows: facts.halfDays.map((halfDay) => [
      `${formatDate(halfDay.heldOn, { weekday: true })} (${partOfDay(halfDay)})`,
      `${hour(halfDay.startsAt)} – ${hour(halfDay.endsAt)}`,
      durationInWords(halfDay.minutes),
      [halfDay.topic, halfDay.place].filter(Boolean).join(' · '),
    ]),
  };
}

/** The boxes in which the two parties sign. */
export function twoSignatures(facts: PaperFacts, other: string): PaperBlock {
  const { settings, body } = facts;
  return {
    kind: 'signatures',
    boxes: [
      {
        label: `Pour ${body.name}`,
        lines: [
          [settings.representative, settings.representativeRole].filter(Boolean).join(', '),
          'Date, cachet, signature',
        ],
      },
      { label: other, lines: ['Nom et qualité', 'Date, cachet, signature'] },
    ],
  };
}

/** « Fait à Bain-de-Bretagne, le 4 mars 2026 ». */
export function madeAt({ body }: PaperFacts, day: Temporal.PlainDate): PaperBlock {
  return { kind: 'text', text: `Fait${body.city ? ` à ${body.city}` : ''}, le ${formatDate(day)}.` };
}
