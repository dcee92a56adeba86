import { setImmediate as nextTurn } from 'node:timers/promises';
import { loadMunicipalities } from '#platform/geo/index.ts';
import type { Table } from '#platform/tabular/index.ts';
import { comparableText } from '../comparable-text.ts';
import type { OrganizationDraft } from '../organization-draft.ts';
import { changedFields } from './diff.ts';
import type { FieldChange } from './diff.ts';
import { draftFromRow } from './draft-from-row.ts';
import { duplicateIndex, likelyDuplicate } from './find-duplicates.ts';
import type { DuplicateIndex, Lookalike } from './find-duplicates.ts';
import type { Mapping } from './mapping.ts';
import { faceOfDraft } from './organization-face.ts';
import type { OrganizationFace } from './organization-face.ts';
import { prepareReading } from './reading.ts';
import type { RowProblem } from './row-reader.ts';

/** An organization the directory already has, as plain values. */
export type KnownOrganization = {
  readonly id: string;
  readonly face: OrganizationFace;
  /** Key it bears in the source being imported, when it came from there. */
  readonly sourceKey: string | null;
  /** Needed only for those that bear a key of this source: what a new import is compared with. */
  readonly profile: OrganizationDraft | null;
};

export type PlanOutcome =
  | {
      readonly kind: 'new';
      /** Another row of the file or an organization it looks like, worth a glance. */ readonly resembles: Lookalike | null;
    }
  | { readonly kind: 'changed'; readonly id: string; readonly fields: readonly FieldChange[] }
  | { readonly kind: 'unchanged'; readonly id: string }
  | {
      readonly kind: 'duplicate';
      readonly of:
        | { readonly kind: 'organization'; readonly id: string }
        | { readonly kind: 'row'; readonly line: number };
      readonly score: number;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'rejected'; readonly reason: string };

export type PlanRow = {
  /** Where to find the row in the file. */
  readonly line: number;
  /** Stable key of the row in its source: its identifier there, else one made of its name and place. */
  readonly key: string;
  readonly draft: OrganizationDraft | null;
  readonly problems: readonly RowProblem[];
  readonly outcome: PlanOutcome;
};

export type Plan = {
  readonly rows: readonly PlanRow[];
  readonly counts: Readonly<Record<PlanOutcome['kind'], number>>;
};

export type PlanInput = {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly known: Iterable<KnownOrganization>;
  readonly onProgress?: (done: number, total: number) => void;
};

const rowsBetweenPauses = 100;

/** A key for a row whose source gives none: the same row gives the same key next time. */
export const derivedKey = (draft: OrganizationDraft): string =>
  `~${comparableText(draft.name)}|${draft.address.insee ?? draft.address.postcode ?? comparableText(draft.address.city ?? '')}|${comparableText(draft.address.lines[0] ?? '')}|${draft.siret ?? draft.siren ?? draft.rna ?? ''}`;

/** Two rows that no reader of the file would tell apart. */
function isSameRow(a: OrganizationFace, b: OrganizationFace): boolean {
  const same = (x: string | null | undefined, y: string | null | undefined) =>
    comparableText(x ?? '') === comparableText(y ?? '');
  return (
    same(a.name, b.name) &&
    same(a.city, b.city) &&
    same(a.street, b.street) &&
    same(a.siret, b.siret) &&
    a.point?.latitude === b.point?.latitude
  );
}

type KnownPlaces = {
  byKey: ReadonlyMap<string, KnownOrganization>;
  index: DuplicateIndex;
  fromThisSource: ReadonlySet<string>;
};

function arrangeKnown(known: Iterable<KnownOrganization>): KnownPlaces {
  const byKey = new Map<string, KnownOrganization>();
  const fromThisSource = new Set<string>();
  const index = duplicateIndex();
  for (const organization of known) {
    index.add({ ...organization.face, id: organization.id });
    if (organization.sourceKey === null) continue;
    byKey.set(organization.sourceKey, organization);
    fromThisSource.add(organization.id);
  }
  return { byKey, index, fromThisSource };
}

type SeenRows = {
  lines: Map<string, number>;
  index: DuplicateIndex;
  faces: Map<string, { line: number; face: OrganizationFace }>;
};

function outcomeOf(draft: OrganizationDraft, key: string, known: KnownPlaces, seen: SeenRows): PlanOutcome {
  const sameKey = seen.lines.get(key);
  if (sameKey !== undefined) {
    return {
      kind: 'duplicate',
      of: { kind: 'row', line: sameKey },
      score: 1,
      reasons: [draft.sourceKey === null ? 'même nom et même adresse' : 'même identifiant dans le fichier'],
    };
  }
  const already = known.byKey.get(key);
  if (already) {
    const fields = already.profile ? changedFields(already.profile, draft) : [];
    return fields.length === 0 ? { kind: 'unchanged', id: already.id } : { kind: 'changed', id: already.id, fields };
  }
  const face = faceOfDraft('', draft);
  // The source itself tells its own organizations apart.
  const elsewhere = known.index.find(face).filter(({ id }) => !known.fromThisSource.has(id));
  const [twin] = elsewhere;
  if (twin)
    return { kind: 'duplicate', of: { kind: 'organization', id: twin.id }, score: twin.score, reasons: twin.reasons };

  const [lookalike] = seen.index.find(face, { least: likelyDuplicate, limit: 1 });
  const other = lookalike && seen.faces.get(lookalike.id);
  // Branches of one body share its name, number and phone: without keys, only the same address makes two rows one.
  const isTwin =
    draft.sourceKey === null && (lookalike?.score ?? 0) >= 0.95 && lookalike?.reasons.includes('même adresse');
  if (lookalike && other && (isTwin || isSameRow(face, other.face))) {
    return {
      kind: 'duplicate',
      of: { kind: 'row', line: other.line },
      score: lookalike.score,
      reasons: lookalike.reasons,
    };
  }
  return { kind: 'new', resembles: lookalike ?? null };
}

/**
 * What importing a table would do, row by row, without doing it. Done again after the import, every row is unchanged.
 * Gives the event loop its turn; the rows of the plan keep the order of the file.
 */
export async function planImport({ table, mapping, known, onProgress }: PlanInput): Promise<Plan> {
  await loadMunicipalities();
  const reading = prepareReading(table, mapping);
  const places = arrangeKnown(known);
  const seen: SeenRows = { lines: new Map(), index: duplicateIndex(), faces: new Map() };
  const counts: Record<PlanOutcome['kind'], number> = { new: 0, changed: 0, unchanged: 0, duplicate: 0, rejected: 0 };
  const rows: PlanRow[] = [];
  for (const [position, row] of table.rows.entries()) {
    const { draft, problems } = draftFromRow(row, reading);
    const key = draft === null ? `line ${row.line}` : (draft.sourceKey ?? derivedKey(draft));
    const reject = problems.find(({ severity }) => severity === 'reject');
    const outcome: PlanOutcome =
      draft === null ? { kind: 'rejected', reason: reject?.message ?? '' } : outcomeOf(draft, key, places, seen);
    if (draft !== null && outcome.kind !== 'duplicate') {
      const id = `line ${row.line}`;
      const face = faceOfDraft(id, draft);
      seen.lines.set(key, row.line);
      seen.faces.set(id, { line: row.line, face });
      seen.index.add(face);
    }
    counts[outcome.kind] += 1;
    rows.push({ line: row.line, key, draft, problems, outcome });
    if (position % rowsBetweenPauses === rowsBetweenPauses - 1) {
      onProgress?.(position + 1, table.rows.length);
      await nextTurn();
    }
  }
  onProgress?.(table.rows.length, table.rows.length);
  return { rows, counts };
}
