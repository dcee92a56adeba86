import type { AgreementMeans, AgreementOutcome, AgreementState, PeopleOnPhoto } from '../domain/agreement.ts';
import type { PersonOnPhoto } from '../queries/photo-sheet.ts';
import { formatDate } from '#platform/french/index.ts';

/** The agreement of a photo in a list. */
export const outcomeNames: Readonly<Record<AgreementOutcome, string>> = {
  unsaid: 'à préciser',
  nobody: 'personne de reconnaissable',
  given: 'accord donné',
  waiting: 'accord attendu',
  refused: 'accord refusé ou retiré',
};

export const peopleChoices: readonly { value: PeopleOnPhoto; label: string; hint: string }[] = [
  { value: 'unsaid', label: 'À préciser', hint: 'Personne n’a encore regardé.' },
  {
    value: 'nobody_recognisable',
    label: 'Personne de reconnaissable',
    hint: 'Un paysage, un objet, des gens de dos ou au loin.',
  },
  {
    value: 'people',
    label: 'On y reconnaît des personnes',
    hint: 'La photo reste cachée tant que toutes n’ont pas donné leur accord.',
  },
];

export const meansNames: Readonly<Record<Exclude<AgreementMeans, ''>, string>> = {
  link: 'par le lien du mail',
  paper: 'sur papier signé',
  spoken: 'de vive voix',
  event: 'lors d’un événement',
};

export const visibilityChoices = [
  { value: 'public', label: 'Tout le monde' },
  { value: 'members', label: 'Les adhérents' },
  { value: 'staff', label: 'L’équipe seulement' },
] as const;

const refusals: Readonly<Record<string, string>> = {
  not_found: 'Cette photo n’est plus là.',
  changed_since:
    'Quelqu’un d’autre vient de modifier cette photo. Voici vos réponses : relisez, puis enregistrez de nouveau.',
  people_named: 'Des personnes sont nommées sur cette photo : retirez d’abord celles qui l’ont été par erreur.',
  has_refused: 'Cette personne a refusé ou retiré son accord : sa réponse reste, c’est elle qui garde la photo cachée.',
  answered_already: 'Cette personne a déjà répondu.',
  no_address: 'Nous n’avons pas l’adresse électronique de cette personne.',
  asked_today: 'Un mail lui a déjà été envoyé depuis hier. Laissez-lui le temps de répondre.',
  not_possible: 'Cette réponse ne peut pas suivre la précédente.',
  known: 'Cette photo est déjà dans la photothèque.',
  forbidden: 'Vous ne pouvez pas faire cela.',
  key_reused: 'Ce formulaire a déjà été envoyé avec d’autres réponses. Rechargez la page.',
};

/** Why an act was not done. */
export function refusalText(reason: string): string {
  return refusals[reason] ?? 'Cela n’a pas pu être fait. Vérifiez ce que vous avez saisi.';
}

/** « Accord donné le 3 mai 2026, sur papier signé, noté par Camille » */
export function answerText(person: PersonOnPhoto, zone: string): string {
  const day = (at: string | null): string => (at ? ` le ${formatDate(Temporal.Instant.from(at), { zone })}` : '');
  const how = [
    person.means ? meansNames[person.means] : '',
    person.answeredBy && person.answeredBy !== person.name ? `par ${person.answeredBy}` : '',
    person.notedByName && person.means !== 'link' && person.state !== 'asked' ? `noté par ${person.notedByName}` : '',
  ]
    .filter(Boolean)
    .join(', ');
  const said: Record<AgreementState, string> = {
    asked: person.mailedAt ? `Demandé par mail${day(person.mailedAt)}` : `À demander depuis${day(person.askedAt)}`,
    given: `Accord donné${day(person.answeredAt)}`,
    refused: `Accord refusé${day(person.answeredAt)}`,
    withdrawn: `Accord retiré${day(person.withdrawnAt)}`,
  };
  return person.state === 'asked' ? said.asked : [said[person.state], how].filter(Boolean).join(', ');
}

/** How a list calls a photo. */
export function photoTitle(photo: { alternative: string; occasion: string; fileName: string }): string {
  return photo.alternative || photo.occasion || photo.fileName || 'Photo sans description';
}

export const isOneOf = <Value extends string>(list: readonly Value[], value: string): value is Value =>
  (list as readonly string[]).includes(value);
