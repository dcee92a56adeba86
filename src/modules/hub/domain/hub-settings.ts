/** A link of the hub to one of its places elsewhere. */
export interface HubLink {
  kind: string;
  url: string;
}

/** What the law asks a publisher to say (loi 2004-575 du 21 juin 2004, art. 1-1, former art. 6-III). */
export interface LegalNotice {
  publisher?: string;
  legalForm?: string;
  siren?: string;
  rna?: string;
  publicationDirector?: string;
  hostName?: string;
  hostAddress?: string;
  hostPhone?: string;
  /** Person to write to about personal data. */
  dataContact?: string;
}

/** A part of the territory of a hub. */
export interface TerritoryPart {
  kind: 'municipality' | 'epci' | 'departement';
  /** INSEE or SIREN code of the part. */
  code: string;
  label: string;
}

/** The settings of a hub, each one its own choice or the common default. */
export interface HubSettings {
  id: string;
  slug: string;
  /** The demonstration hub gives way to the first real one. */
  isDemo: boolean;
  name: string;
  promise: string;
  slogan: string;
  welcome: string;
  brandColor: string;
  accentColor: string;
  motif: string;
  logoImageId: string | null;
  inclusiveWriting: 'middle-dot' | 'double' | 'neutral';
  zone: string;
  email: string | null;
  phone: string | null;
  street: string | null;
  postcode: string | null;
  city: string | null;
  welcomeHours: string | null;
  links: readonly HubLink[];
  legal: LegalNotice;
  modules: Readonly<Record<string, boolean>>;
  staffNeedsSecondFactor: boolean;
  territory: readonly TerritoryPart[];
  setupCompletedAt: Temporal.Instant | null;
  version: number;
  /** Fields where this hub follows its own choice instead of the common default. */
  ownChoices: readonly string[];
}

/** The common 80 %. */
export const commonSettings = {
  promise: 'Le pôle relie celles et ceux qui font vivre l’économie sociale et solidaire sur notre territoire.',
  slogan: 'On sème, on relie, on fait pousser.',
  welcome: 'Ici, on entreprend ensemble.',
  brandColor: '#006650',
  accentColor: '#ffd000',
  motif: 'hedgerows',
  inclusiveWriting: 'middle-dot',
  zone: 'Europe/Paris',
  staffNeedsSecondFactor: false,
} as const;

/** Time zones of France, the only ones a hub needs. */
export const frenchZones: readonly { zone: string; label: string }[] = [
  { zone: 'Europe/Paris', label: 'France hexagonale et Corse' },
  { zone: 'America/Guadeloupe', label: 'Guadeloupe' },
  { zone: 'America/Martinique', label: 'Martinique' },
  { zone: 'America/Cayenne', label: 'Guyane' },
  { zone: 'Indian/Reunion', label: 'La Réunion' },
  { zone: 'Indian/Mayotte', label: 'Mayotte' },
  { zone: 'Pacific/Noumea', label: 'Nouvelle-Calédonie' },
  { zone: 'Pacific/Tahiti', label: 'Polynésie française' },
  { zone: 'America/Miquelon', label: 'Saint-Pierre-et-Miquelon' },
];

/** Completes what a hub chose with the common defaults. */
export function withDefaults<Row extends Record<string, unknown>>(
  row: Row,
): Row & Omit<typeof commonSettings, never> & { ownChoices: string[] } {
  const completed: Record<string, unknown> = { ...row };
  const ownChoices: string[] = [];
  for (const [field, common] of Object.entries(commonSettings)) {
    if (row[field] === null || row[field] === undefined) completed[field] = common;
    else ownChoices.push(field);
  }
  return { ...(completed as Row & typeof commonSettings), ownChoices };
}
