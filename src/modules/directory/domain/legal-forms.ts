import { textOf } from '#platform/tabular/text-of.ts';
import { comparableText } from './comparable-text.ts';

/** Families of the social economy as visitors filter them; `insertion` is a licence that any legal form may hold. */
export const legalFormFamilies = [
  'association',
  'foundation',
  'mutual',
  'scop',
  'scic',
  'cooperative',
  'social_enterprise',
  'insertion',
  'public_body',
  'company',
  'sole_trader',
  'union',
  'other',
] as const;
export type LegalFormFamily = (typeof legalFormFamilies)[number];

export type LegalForm = { readonly family: LegalFormFamily; readonly code: string | null };

const labels: Readonly<Record<LegalFormFamily, string>> = {
  association: 'Association',
  foundation: 'Fondation',
  mutual: 'Mutuelle',
  scop: 'Scop',
  scic: 'Scic',
  cooperative: 'Autre coopérative',
  social_enterprise: 'Entreprise de l’ESS',
  insertion: 'Structure d’insertion',
  public_body: 'Organisme public',
  company: 'Société commerciale',
  sole_trader: 'Entreprise individuelle',
  union: 'Syndicat ou comité',
  other: 'Autre forme',
};

export const legalFormLabel = (family: LegalFormFamily): string => labels[family];

/** Codes INSEE « nature juridique » that name a form of the social economy, with their labels. */
export const socialEconomyCodes: ReadonlyMap<string, { family: LegalFormFamily; label: string }> = new Map([
  ['9210', { family: 'association', label: 'Association non déclarée' }],
  ['9220', { family: 'association', label: 'Association déclarée' }],
  ['9221', { family: 'association', label: 'Association déclarée d’insertion par l’économique' }],
  ['9222', { family: 'association', label: 'Association intermédiaire' }],
  ['9223', { family: 'association', label: 'Groupement d’employeurs' }],
  ['9224', { family: 'association', label: 'Association d’avocats à responsabilité professionnelle individuelle' }],
  ['9230', { family: 'association', label: 'Association déclarée, reconnue d’utilité publique' }],
  ['9240', { family: 'association', label: 'Congrégation' }],
  ['9260', { family: 'association', label: 'Association de droit local (Bas-Rhin, Haut-Rhin et Moselle)' }],
  ['9300', { family: 'foundation', label: 'Fondation' }],
  ['8210', { family: 'mutual', label: 'Mutuelle' }],
  ['8250', { family: 'mutual', label: 'Assurance mutuelle agricole' }],
  ['6411', { family: 'mutual', label: 'Société d’assurance à forme mutuelle' }],
  ['5458', { family: 'scop', label: 'SARL coopérative ouvrière de production (Scop)' }],
  ['5558', { family: 'scop', label: 'SA coopérative ouvrière de production à conseil d’administration (Scop)' }],
  ['5658', { family: 'scop', label: 'SA coopérative ouvrière de production à directoire (Scop)' }],
  ['6316', { family: 'cooperative', label: 'Coopérative d’utilisation de matériel agricole en commun (Cuma)' }],
  ['6317', { family: 'cooperative', label: 'Société coopérative agricole' }],
  ['6318', { family: 'cooperative', label: 'Union de sociétés coopératives agricoles' }],
  ['5460', { family: 'cooperative', label: 'Autre SARL coopérative' }],
  ['5560', { family: 'cooperative', label: 'Autre SA coopérative à conseil d’administration' }],
  ['5660', { family: 'cooperative', label: 'Autre SA coopérative à directoire' }],
]);

const cooperativeCodes = new Set(
  (
    '5191 5192 5193 5194 5195 5196 5203 5307 5309 5432 5443 5451 5453 5454 5455 5459 5543 5547 5551 5552 5553 5554 5555 ' +
    '5559 5643 5647 5651 5652 5653 5654 5655 5659 6532 6540 6541 6542 6543 6544 6551 6554 6558 6560 6595 6596'
  ).split(' '),
);

/** The family of a code « nature juridique » (SIRENE), `9220.0` included; null when it is no such code. */
export function legalFormFromCode(value: unknown): LegalForm | null {
  const code = /^(\d{4})(?:\.0+)?$/.exec(textOf(value).trim())?.[1];
  if (code === undefined) return null;
  const known = socialEconomyCodes.get(code);
  if (known) return { family: known.family, code };
  if (cooperativeCodes.has(code)) return { family: 'cooperative', code };
  if (code === '1000' || code.startsWith('1')) return { family: 'sole_trader', code };
  if (/^[47]/.test(code)) return { family: 'public_body', code };
  if (code.startsWith('5')) return { family: 'company', code };
  if (/^8[345]/.test(code)) return { family: 'union', code };
  return { family: 'other', code };
}

// Read in order: the first that matches decides, so the precise ones come first.
const wordings: readonly (readonly [RegExp, LegalFormFamily, string?])[] = [
  [/\bscic\b|cooperative d interet collectif/, 'scic'],
  [/\bscop\b|\bscoop\b|cooperative (?:ouvriere|et participative|de production)/, 'scop'],
  [/\bcuma\b|utilisation de materiel agricole/, 'cooperative', '6316'],
  [/\bcae\b|cooperative d activite/, 'scop'],
  [/\bcoop|\bgaec\b/, 'cooperative'],
  [/fondation|fonds de dotation|\bfrup\b/, 'foundation'],
  [/mutuel|\bmutualis/, 'mutual'],
  [/association intermediaire/, 'association', '9222'],
  [/groupement d employeurs|\bgeiq\b/, 'association', '9223'],
  [
    /^(?:aci|ei|ai|etti|eiti|siae|iae)(?:\b|$)|\bsiae\b|(?:atelier|chantier)s? (?:et (?:atelier|chantier)s? )?d insertion|entreprises? (?:de travail temporaire )?d insertion|insertion par l activite/,
    'insertion',
  ],
  [/^(?:ea|esat|eatt|regie de quartiers?)$|entreprise adaptee|\besat\b|regie de (?:quartier|territoire)/, 'insertion'],
  [/(?:alsace|moselle|droit local)/, 'association', '9260'],
  [/reconnue d utilite publique|\barup\b/, 'association', '9230'],
  [/\basso|loi (?:de )?1901|^1901$|\bcollectif\b|amicale|\bamap\b|\bcongregation/, 'association'],
  [
    /\besus\b|societe a mission|entreprise (?:de l )?(?:ess|economie sociale|solidaire)|utilite sociale/,
    'social_enterprise',
  ],
  [/syndicat (?:mixte|intercommunal)/, 'public_body'],
  [
    /mairie|commune|collectivit|communaute d|metropole|departement|\bregion\b|\bccas\b|\bcias\b|\betat\b|etablissement public|\bepic?\b|\bgip\b|public|\bmuni\b|france services|bibliotheque|mediatheque|prefecture|universit|\bepci\b/,
    'public_body',
  ],
  [/syndicat|comite d entreprise|\bcse\b/, 'union'],
  [
    /auto ?entrepr|micro ?entrepr|entreprise individuelle|entrepreneur individuel|\beirl\b|independant|artisan|profession liberale/,
    'sole_trader',
  ],
  [/\bsarl\b|\bsasu?\b|\bsa\b|\beurl\b|\bsnc\b|\bsci\b|\bsca\b|\bscea?\b|\bearl\b|societe|entreprise/, 'company'],
];

/** The family meant by free text or by a code: « asso loi 1901 », « SCIC SA », « ACI », « 9220.0 ». */
export function parseLegalForm(value: unknown): LegalForm | null {
  const coded = legalFormFromCode(value);
  if (coded) return coded;
  const text = comparableText(textOf(value).slice(0, 300));
  if (text === '') return null;
  for (const [wording, family, code] of wordings) if (wording.test(text)) return { family, code: code ?? null };
  return null;
}
