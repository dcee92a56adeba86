import type { Table } from '#platform/tabular/index.ts';
import { foldForSearch } from '#platform/french/index.ts';
import type { PersonMapping, PersonTarget } from './person-targets.ts';

// By the words of the header, folded; the first that fits wins. Names of Galette and HelloAsso among them.
const signs: readonly (readonly [RegExp, PersonTarget | null])[] = [
  [
    /pays|naissance|civilite|titre adh|sexe|genre|login|pseudo|langue|pref lang|fingerprint|^bool |slug|promo|^url/,
    null,
  ],
  [/(payeur|payer|acheteur).*(mail|courriel)|(mail|courriel).*(payeur|payer|acheteur)/, 'payerEmail'],
  [/prenom.*(payeur|acheteur)|payer.*first ?name/, 'payerGivenName'],
  [/nom.*(payeur|acheteur)|payer.*last ?name/, 'payerFamilyName'],
  [/(date|depuis|le).*(accord|consent|optin|opt in|rgpd)|(accord|consent|rgpd).*date/, 'consentDate'],
  [
    /(source|origine|preuve|\bou\b).*(accord|consent|optin|rgpd)|(accord|consent|rgpd).*(source|origine|preuve)/,
    'consentSource',
  ],
  [/accord|consent|optin|opt in|newsletter|lettre d info|infolettre|rgpd|accepte/, 'consent'],
  [/(fin|expir|echeance|jusqu).*(adhesion|cotisation|adh)|date ?echeance|^date fin/, 'membershipUntil'],
  [/date.*(adhesion|cotisation|crea adh|commande|paiement)|adhesion.*date|^date$|membre depuis/, 'membershipDate'],
  [/commande|paiement|\brecu\b|attestation|numero|^n |reference|billet|carte/, null],
  [/montant|cotisation|somme|total (regle|paye)/, 'membershipAmount'],
  [/formule|tarif|type d ?adhesion|college|categorie.*adh|campagne/, 'membershipLabel'],
  [
    /(nom|name).*(complet|affiche|full|entier)|full ?name|prenoms? (et )?noms?|noms? (et )?prenoms?|^contact$|^personne$|^adherent e?$/,
    'fullName',
  ],
  [/prenom|first ?name|given ?name/, 'givenName'],
  [/raison sociale|structure|societe|organis|association|entreprise|employeur|company|organization|^org$/, 'structure'],
  [/fonction|poste\b|role|qualite|profession|prof adh|metier|job|^title$/, 'function'],
  [/mail|courriel/, 'email'],
  [/\btel|phone|portable|mobile|gsm/, 'phone'],
  [/code ?postal|^cp|postcode|zip/, 'postcode'],
  [/ville|commune|localite|city|town/, 'city'],
  [/adresse|\brue\b|\bvoie\b|street|address/, 'street'],
  [/statut|status/, 'status'],
  [/etiquette|tag|mot.?cle|groupe|categorie|categories|theme/, 'tags'],
  [/\bnotes?\b|remarque|commentaire|observation|\binfos?\b/, 'note'],
  [/\bnom\b|last ?name|family ?name|^nom adh$|surname/, 'familyName'],
];

/** Columns that are never read nor kept, whatever they are called for: secrets and numbers nobody here needs. */
export function isForbiddenColumn(column: string): boolean {
  return /mot.?s? de passe|\bmdp|password|passwd|\biban\b|\bbic\b|\brib\b|securite sociale|\bnir\b|carte bancaire|\bcb\b/.test(
    headerOf(column),
  );
}

const headerOf = (column: string): string =>
  foldForSearch(column)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Which of these may be several columns. */
const several: ReadonlySet<PersonTarget> = new Set(['email', 'phone', 'tags', 'note', 'street']);

/** What the columns seem to mean, by their names; then by what they hold for addresses. */
export function proposePeopleMapping(table: Pick<Table, 'columns' | 'rows'>): PersonMapping {
  const taken = new Set<PersonTarget>();
  const columns = table.columns.flatMap((column): PersonMapping['columns'][number][] => {
    if (isForbiddenColumn(column)) return [];
    const header = headerOf(column);
    const sign = signs.find(([words]) => words.test(header));
    const target = sign ? sign[1] : holdsAddresses(column, table) ? 'email' : null;
    if (!target || (taken.has(target) && !several.has(target))) return [];
    taken.add(target);
    return [{ column, target }];
  });
  // « Nom » alone, without « Prénom » beside it, holds both.
  const alone = taken.has('familyName') && !taken.has('givenName') && !taken.has('fullName');
  return {
    columns: columns.map((one) => (alone && one.target === 'familyName' ? { ...one, target: 'fullName' } : one)),
  };
}

function holdsAddresses(column: string, { rows }: Pick<Table, 'rows'>): boolean {
  const values = rows
    .slice(0, 200)
    .map(({ cells }) => cells[column])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '');
  const addresses = values.filter((value) => /^\S+@\S+\.\S{2,}$/.test(String(value)));
  return values.length >= 3 && addresses.length >= values.length * 0.8;
}
