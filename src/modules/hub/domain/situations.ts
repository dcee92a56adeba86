/** Who writes to the hub, as the doors of the home page and the contact form ask it. */
export const situations = {
  association: {
    label: 'Une association',
    door: 'une association',
    promise: 'employer, se former, mutualiser',
    tone: 'leaf',
  },
  projet: { label: 'En projet', door: 'en projet', promise: 'vérifier l’idée, trouver des alliés', tone: 'accent' },
  structure: {
    label: 'Une structure de l’ESS',
    door: 'une structure de l’ESS',
    promise: 'se faire connaître, coopérer',
    tone: 'lagoon',
  },
  transmission: {
    label: 'Une entreprise à transmettre',
    door: 'une entreprise à transmettre',
    promise: 'la reprise par les salariés',
    tone: 'coral',
  },
  collectivite: {
    label: 'Une collectivité',
    door: 'une collectivité',
    promise: 'révéler et soutenir l’ESS',
    tone: 'sky',
  },
  jeune: { label: 'Jeune', door: 'jeune', promise: 's’engager, créer une coopérative', tone: 'rose' },
  ecole: {
    label: 'Un établissement scolaire',
    door: 'un établissement scolaire',
    promise: 'parler d’ESS en classe',
    tone: 'deep',
  },
} as const;

export type Situation = keyof typeof situations;

export const situationNames = Object.keys(situations) as readonly Situation[];

/** Tells whether a text from outside names a situation. */
export function isSituation(text: string): text is Situation {
  return Object.hasOwn(situations, text);
}
