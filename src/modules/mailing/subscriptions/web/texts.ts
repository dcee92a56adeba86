import { subjectNames } from '../../domain/subject-names.ts';
import { mailSubjects } from '../../domain/mail-subjects.ts';
import { rhythms, type Rhythm } from '../../domain/rhythms.ts';

const rhythmChoices: Readonly<Record<Rhythm, { label: string; hint: string }>> = {
  at_once: { label: 'Au fil de l’eau', hint: 'Chaque information importante, trois messages par semaine au plus.' },
  weekly: { label: 'Une fois par semaine', hint: 'Un récapitulatif de ce que vous avez choisi.' },
  monthly: { label: 'Une fois par mois', hint: 'Un récapitulatif, au début du mois.' },
};

export const rhythmOptions = rhythms.map((value) => ({ value, ...rhythmChoices[value] }));
export const subjectOptions = mailSubjects.map((value) => ({ value, label: subjectNames[value] }));

const refusals: Readonly<Record<string, string>> = {
  not_found: 'Cet abonnement n’existe plus.',
  expired: 'Ce lien n’est plus valable : demandez-en un autre.',
  not_subscribed: 'Cette adresse n’est pas abonnée.',
  already_subscribed: 'Cette adresse est déjà abonnée.',
  suppressed: 'Cette adresse ne reçoit plus rien.',
  changed_meanwhile: 'Cet abonnement a changé entre-temps : relisez-le avant d’enregistrer.',
  forbidden: 'Vous ne pouvez pas faire cela.',
  key_reused: 'Ce formulaire a déjà servi : rouvrez la page.',
};

/** What a refusal says when no field is to blame. */
export const refusalText = (reason: string): string => refusals[reason] ?? 'Cela n’a pas pu être fait.';
