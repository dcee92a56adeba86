import { createHash } from 'node:crypto';
import { chargesOf, invoiceFile, invoicesOf, type InvoiceView } from '#modules/payments/index.ts';
import type { Context } from '#platform/context/context.ts';
import { csvStream } from '#platform/spreadsheet-export/index.ts';
import { readStoredFiles } from '#platform/stored-files/index.ts';
import type { ZipEntry } from '#platform/zip/write-zip.ts';
import { chargeModule } from '../commands/ask-payment.ts';
import { documentFacts, type DocumentKind } from '../domain/document-kinds.ts';
import { keptPapers, latestOf } from '../queries/kept-papers.ts';
import type { TrainingDependencies } from '../ports.ts';
import { traineesOf } from '../queries/trainees.ts';
import type { PaperFacts } from './paper-facts.ts';

/** Folders of the archive, in the order an audit reads them. */
const folders: Readonly<Record<DocumentKind, string>> = {
  programme: '1-programme',
  agreement: '2-conventions',
  contract: '2-conventions',
  notice: '3-convocations',
  attendance_sheet: '4-emargement',
  completion_certificate: '5-certificats',
  end_certificate: '5-certificats',
  attendance_certificate: '5-certificats',
  survey_report: '6-evaluations',
};

interface IndexLine {
  path: string;
  label: string;
  who: string;
  madeAt: string;
  sha256: string;
}

/** All that an audit asks of a session, one file at a time, and a sheet that lists them with their hashes. */
export async function* auditEntries(
  ctx: Context,
  { files, originOf }: Pick<TrainingDependencies, 'files' | 'originOf'>,
  facts: PaperFacts,
): AsyncGenerator<ZipEntry> {
  const index: IndexLine[] = [];
  const names = new Map(facts.enrolled.map(({ id, name }) => [id, name]));
  for (const paper of latestOf(await keptPapers(ctx.db, facts.session.id))) {
    const path = `${folders[paper.kind]}/${paper.name}`;
    index.push({
      path,
      label: documentFacts[paper.kind].label,
      who: (paper.traineeId ? names.get(paper.traineeId) : paper.payer) ?? '',
      madeAt: paper.madeAt.toString({ smallestUnit: 'second' }),
      sha256: paper.sha256,
    });
    yield { name: path, content: await files.getBytes(paper.key) };
  }
  const scans = await readStoredFiles(
    ctx.db,
    facts.halfDays.flatMap(({ scanFileId }) => scanFileId ?? []),
  );
  for (const halfDay of facts.halfDays) {
    const scan = scans.find(({ id }) => id === halfDay.scanFileId);
    if (!scan) continue;
    const content = await files.getBytes(scan.key);
    const path = `4-emargement/signee-${halfDay.heldOn.toString()}-${halfDay.startsAt.replace(':', 'h')}.${scan.type}`;
    const sha256 = createHash('sha256').update(content).digest('hex');
    index.push({ path, label: 'Feuille d’émargement signée', who: '', madeAt: '', sha256 });
    yield { name: path, content };
  }
  for (const { id, number, kind, buyerName, issuedOn } of await invoicesOfSession(ctx, facts)) {
    const file = await invoiceFile(ctx, { originOf, ports: { files } }, id);
    if (!file) continue;
    const path = `7-factures/${number}.pdf`;
    index.push({
      path,
      label: invoiceLabels[kind],
      who: buyerName,
      madeAt: issuedOn.toString(),
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    });
    yield { name: path, content: file.bytes };
  }
  yield { name: '0-sommaire.csv', content: await bytesOf(index) };
}

const invoiceLabels = { invoice: 'Facture', credit_note: 'Avoir', receipt: 'Reçu' } as const;

/** What was invoiced for those trained, of whoever left too, in the order of the charges. */
async function invoicesOfSession({ db }: Context, { session }: PaperFacts): Promise<InvoiceView[]> {
  const trainees = await traineesOf(db, session.id);
  const charges = await chargesOf(
    db,
    chargeModule,
    trainees.map(({ id }) => id),
  );
  return invoicesOf(
    db,
    [...charges.values()].flat().map(({ id }) => id),
  );
}

async function bytesOf(index: readonly IndexLine[]): Promise<Uint8Array> {
  const sheet = csvStream<IndexLine>(
    [
      { header: 'Fichier', value: ({ path }) => path },
      { header: 'Document', value: ({ label }) => label },
      { header: 'Pour', value: ({ who }) => who },
      { header: 'Établi le', value: ({ madeAt }) => madeAt },
      { header: 'Empreinte SHA-256', value: ({ sha256 }) => sha256 },
    ],
    index,
  );
  return new Uint8Array(await new Response(sheet).arrayBuffer());
}
