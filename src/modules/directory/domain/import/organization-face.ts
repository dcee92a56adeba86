import type { Point } from '#platform/geo/index.ts';
import { comparablePlaceName } from '#platform/geo/index.ts';
import { comparableText } from '../comparable-text.ts';
import type { OrganizationDraft } from '../organization-draft.ts';
import { nameWords } from './similarity.ts';

/** What makes an organization recognisable; all that looking for duplicates needs to know. */
export type OrganizationFace = {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string | null;
  readonly siren?: string | null;
  readonly siret?: string | null;
  readonly rna?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly website?: string | null;
  readonly insee?: string | null;
  readonly postcode?: string | null;
  readonly city?: string | null;
  readonly street?: string | null;
  /** A real point only, never the centre of a municipality. */
  readonly point?: Point | null;
};

export const faceOfDraft = (id: string, draft: OrganizationDraft): OrganizationFace => ({
  id,
  name: draft.name,
  shortName: draft.shortName,
  siren: draft.siren,
  siret: draft.siret,
  rna: draft.rna,
  phone: draft.phone,
  email: draft.email,
  website: draft.website,
  insee: draft.address.insee,
  postcode: draft.address.postcode,
  city: draft.address.city,
  street: draft.address.lines.find((line) => /\d/.test(line)) ?? draft.address.lines[0] ?? null,
  point: draft.address.pointIsApproximate ? null : draft.address.point,
});

/** A face with everything comparable worked out once. */
export type PreparedFace = {
  readonly face: OrganizationFace;
  readonly words: readonly string[];
  readonly shortWords: readonly string[];
  readonly town: string;
  readonly department: string;
  readonly street: string;
  readonly site: string;
};

const smallStreetWords =
  /\b(?:rue|avenue|av|boulevard|bd|bld|place|pl|chemin|che|route|rte|allee|impasse|quai|cours|square|lieu dit|zone|za|zi|de|du|des|la|le|les|l|d)\b/g;

/** « 12 bis, rue de la Gare » → « 12 gare ». */
const comparableStreet = (street: string): string =>
  comparableText(street)
    .replace(/\b(?:bis|ter|quater)\b/g, '')
    .replace(smallStreetWords, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Sites that hold pages of many organizations: the path counts there. */
const sharedHosts =
  /(?:facebook|instagram|linkedin|helloasso|wixsite|wordpress|blogspot|google|twitter|x|youtube)\.[a-z]+$/;

function comparableSite(website: string | null | undefined): string {
  if (!website || !URL.canParse(website)) return '';
  const { hostname, pathname } = new URL(website);
  const host = hostname.toLowerCase().replace(/^www\./, '');
  return sharedHosts.test(host) || pathname.length > 24 ? `${host}${pathname.replace(/\/+$/, '').toLowerCase()}` : host;
}

export function prepareFace(face: OrganizationFace): PreparedFace {
  const code = face.insee ?? face.postcode ?? '';
  return {
    face,
    words: nameWords(face.name),
    shortWords: face.shortName ? nameWords(face.shortName) : [],
    town: face.city ? comparablePlaceName(face.city) : '',
    department: /^2[AB]/.test(code) ? '20' : code.slice(0, code.startsWith('97') ? 3 : 2),
    street: face.street ? comparableStreet(face.street) : '',
    site: comparableSite(face.website),
  };
}
