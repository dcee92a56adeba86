import { formatDate } from '#platform/french/index.ts';
import { certifiedTime, mayCertify, type CertifiedTime } from '../../domain/certified-time.ts';
import { durationInWords } from '../../domain/course.ts';
import { partOfDay } from '../../domain/half-day.ts';
import { traineeResultNames } from '../../domain/trainee-statuses.ts';
import type { StoredTrainee } from '../../queries/trainees.ts';
import type { Paper, PaperBlock } from '../paper.ts';
import { lastDay, type PaperFacts } from '../paper-facts.ts';
import { hour, lines, madeAt, periodInWords, plannedMinutes, trainerNames } from '../words.ts';

/** The time of a trainee, or a refusal to write anything for someone who was not there. */
function timeOf(facts: PaperFacts, trainee: StoredTrainee): CertifiedTime {
  const time = facts.certified.get(trainee.id) ?? certifiedTime([], []);
  if (!mayCertify(time)) throw new Error('nobody absent is certified');
  return time;
}

const dayOf = ({ session, zone, ...facts }: PaperFacts): Temporal.PlainDate =>
  session.finishedAt?.toZonedDateTimeISO(zone).toPlainDate() ?? lastDay(facts);

function signed(facts: PaperFacts): PaperBlock[] {
  const { settings, body } = facts;
  return [
    madeAt(facts, dayOf(facts)),
    {
      kind: 'signatures',
      boxes: [
        {
          label: `Pour ${body.name}`,
          lines: [
            [settings.representative, settings.representativeRole].filter(Boolean).join(', '),
            'Cachet et signature',
          ],
        },
      ],
    },
  ];
}

/** Certificat de réalisation: the facts of the ministry's model (arrêté du 21 décembre 2018). */
export function completionCertificate(facts: PaperFacts, trainee: StoredTrainee): Paper {
  const { settings, body, course, session } = facts;
  const { minutes, planned } = timeOf(facts, trainee);
  const who = settings.representative || 'la personne qui représente l’organisme';
  return {
    title: 'Certificat de réalisation',
    datedOn: dayOf(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: `Je soussigné·e, ${who}${settings.representativeRole ? `, ${settings.representativeRole}` : ''}, représentant·e légal·e du dispensateur de l’action concourant au développement des compétences ${body.name}${settings.nda ? `, enregistré sous le numéro de déclaration d’activité ${settings.nda}` : ''}, atteste que\u00a0:`,
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Bénéficiaire', value: trainee.name },
          { label: 'De la structure', value: trainee.organizationName },
          { label: 'Financement', value: trainee.funder || session.funder },
          { label: 'A suivi l’action', value: course.title },
        ],
      },
      { kind: 'text', text: 'Nature de l’action (article L6313-1 du code du travail)\u00a0:', isStrong: true },
      {
        kind: 'ticks',
        choices: [
          { text: 'action de formation', isTicked: true },
          { text: 'bilan de compétences', isTicked: false },
          { text: 'action de validation des acquis de l’expérience (VAE)', isTicked: false },
          { text: 'action de formation par apprentissage', isTicked: false },
        ],
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Qui s’est déroulée', value: periodInWords(facts) },
          { label: 'Lieu', value: facts.place },
          {
            label: 'Durée suivie',
            value:
              minutes === planned
                ? durationInWords(minutes)
                : `${durationInWords(minutes)} sur ${durationInWords(planned)} prévues`,
          },
        ],
      },
      {
        kind: 'text',
        text: 'Sans préjudice des délais imposés par les règles fiscales, comptables ou commerciales, je m’engage à conserver l’ensemble des pièces justificatives qui ont permis d’établir le présent certificat pendant une durée de trois ans à compter de la fin de l’année du dernier paiement. En cas de cofinancement des fonds européens, la durée de conservation est étendue conformément aux obligations conventionnelles spécifiques.',
        isSmall: true,
      },
      ...signed(facts),
    ],
  };
}

/** Attestation de fin de formation: what was aimed at, how long, and what the assessment found. */
export function endCertificate(facts: PaperFacts, trainee: StoredTrainee): Paper {
  const { course, body } = facts;
  const { minutes } = timeOf(facts, trainee);
  return {
    title: 'Attestation de fin de formation',
    subtitle: course.title,
    datedOn: dayOf(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: `${body.name} atteste que ${trainee.name}${trainee.organizationName ? ` (${trainee.organizationName})` : ''} a suivi cette formation ${periodInWords(facts)}.`,
      },
      {
        kind: 'facts',
        entries: [
          { label: 'Nature', value: 'Action de formation' },
          { label: 'Durée suivie', value: durationInWords(minutes) },
          { label: 'Durée prévue', value: durationInWords(plannedMinutes(facts)) },
          { label: 'Animée par', value: trainerNames(facts).join(', ') },
          { label: 'Évaluation', value: traineeResultNames[trainee.result] },
        ],
      },
      ...(course.objectives
        ? [
            { kind: 'heading' as const, text: 'Objectifs' },
            { kind: 'list' as const, items: lines(course.objectives) },
          ]
        : []),
      ...signed(facts),
    ],
  };
}

/** Attestation de présence: the half-days one was there. */
export function attendanceCertificate(facts: PaperFacts, trainee: StoredTrainee): Paper {
  const { body, course, halfDays, attendances } = facts;
  const { minutes, attended } = timeOf(facts, trainee);
  const minutesOn = (halfDayId: string) =>
    attendances.find((one) => one.halfDayId === halfDayId && one.traineeId === trainee.id)?.minutes ?? 0;
  return {
    title: 'Attestation de présence',
    subtitle: course.title,
    datedOn: dayOf(facts).toString(),
    blocks: [
      {
        kind: 'text',
        text: `${body.name} atteste que ${trainee.name}${trainee.organizationName ? ` (${trainee.organizationName})` : ''} était présent·e aux demi-journées suivantes\u00a0:`,
      },
      {
        kind: 'table',
        caption: 'Demi-journées suivies',
        columns: [
          { label: 'Jour', share: 2.4, isHeader: true },
          { label: 'Horaires', share: 1.6 },
          { label: 'Temps suivi' },
        ],
        rows: halfDays
          .filter(({ id }) => attended.includes(id))
          .map((halfDay) => [
            `${formatDate(halfDay.heldOn, { weekday: true })} (${partOfDay(halfDay)})`,
            `${hour(halfDay.startsAt)} – ${hour(halfDay.endsAt)}`,
            durationInWords(Math.min(halfDay.minutes, minutesOn(halfDay.id))),
          ]),
      },
      { kind: 'text', text: `Soit ${durationInWords(minutes)} au total.`, isStrong: true },
      ...signed(facts),
    ],
  };
}
