/** How long each kind of data is kept, on what ground, and who sees to it. */
export interface RetentionPeriod {
  readonly what: string;
  readonly period: string;
  readonly ground: string;
  /** What sees to it in this site. */
  readonly applied: string;
}

/** The usual references of the CNIL and the law, as this site applies them. */
export const retentionPeriods: readonly RetentionPeriod[] = [
  {
    what: 'Personnes connues du pôle, anciens membres, abonné·es aux lettres',
    period: '3 ans après le dernier contact',
    ground: 'Référentiel CNIL de la gestion commerciale et des associations',
    applied: 'Liste ci-dessus, un mois d’avance, puis oubli chaque nuit',
  },
  {
    what: 'Adhérent·es',
    period: 'Le temps de l’adhésion, puis 3 ans après le dernier contact',
    ground: 'Contrat d’adhésion, puis intérêt légitime',
    applied: 'Jamais oublié·es tant que l’adhésion court',
  },
  {
    what: 'Opposition à recevoir des mails',
    period: '3 ans, puis une empreinte seule',
    ground: 'Preuve du respect de l’opposition',
    applied: 'Gardée à part, sans le nom ; l’adresse est oubliée chaque nuit',
  },
  {
    what: 'Comptabilité, factures, paiements',
    period: '10 ans',
    ground: 'Code de commerce, article L123-22',
    applied: 'Gardés même après l’oubli de la personne',
  },
  {
    what: 'Doubles des reçus fiscaux',
    period: '6 ans',
    ground: 'Livre des procédures fiscales, article L102 B',
    applied: 'Gardés même après l’oubli de la personne',
  },
  {
    what: 'Formations : feuilles d’émargement, certificats, conventions',
    period: '6 ans, 10 ans pour les fonds européens',
    ground: 'Contrôle de la formation professionnelle',
    applied: 'Gardés avec la session',
  },
  {
    what: 'Demandes de conseil',
    period: '3 ans après le dernier message',
    ground: 'Intérêt légitime',
    applied: 'Chaque nuit',
  },
  {
    what: 'Listes importées',
    period: '30 jours',
    ground: 'Le temps de vérifier et de revenir en arrière',
    applied: 'Le fichier part dès qu’il est lu, ses lignes chaque nuit',
  },
  {
    what: 'Connexions et liens d’entrée',
    period: '90 jours au plus',
    ground: 'Recommandation de la CNIL sur la journalisation',
    applied: 'Chaque nuit',
  },
  {
    what: 'Journal des actes de l’équipe',
    period: 'La vie du site',
    ground: 'Preuve de ce qui a été fait, que personne ne récrit',
    applied: 'Le nom de la personne en part avec elle',
  },
  { what: 'Mails envoyés', period: '1 an', ground: 'Preuve de l’envoi', applied: 'Chaque nuit' },
  {
    what: 'Procès-verbaux, statuts, registres',
    period: 'La vie de l’association et 5 ans',
    ground: 'Prescription civile',
    applied: 'Par l’équipe',
  },
];

/** How long a person is known after she was last heard of. */
export const knownFor = { years: 3 } as const;

/** Between the day she appears on the list and the day she is forgotten, at least. */
export const noticeDays = 30;

/** The list looks this far ahead. */
export const foreseenDays = 90;

/** The day the period ends. */
export function dueOn(lastContact: Temporal.PlainDate): Temporal.PlainDate {
  return lastContact.add(knownFor);
}

/** The day she is forgotten: when the period ended, and never before a month on the list. */
export function forgottenOn(lastContact: Temporal.PlainDate, listedOn: Temporal.PlainDate): Temporal.PlainDate {
  const [due, told] = [dueOn(lastContact), listedOn.add({ days: noticeDays })];
  return Temporal.PlainDate.compare(due, told) > 0 ? due : told;
}

/** Whether the list of those about to be forgotten shows her. */
export function isForeseen(lastContact: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(dueOn(lastContact), today.add({ days: foreseenDays })) <= 0;
}
