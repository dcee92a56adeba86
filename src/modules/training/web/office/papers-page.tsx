import { Readable } from 'node:stream';
import { formatBytes, formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { sendPdf } from '#platform/pdf/index.ts';
import { fileHref } from '#platform/stored-files/index.ts';
import { writeZip } from '#platform/zip/write-zip.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { auditEntries } from '../../documents/audit-archive.ts';
import { drawPaper } from '../../documents/draw-paper.ts';
import { paperOf } from '../../documents/paper-of.ts';
import { checklistOf, makeAllPapers } from '../../documents/session-papers.ts';
import { documentFacts, isDocumentKind } from '../../domain/document-kinds.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { keptPapers, latestOf } from '../../queries/kept-papers.ts';
import { paperIdentity } from '../../queries/paper-identity.ts';
import { heldSession } from './held-session.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id/documents`: what there is, what is missing, all of it in one archive. */
export async function showPapers(exchange: Exchange): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const { session, course, enrolled, zone } = facts;
  const papers = await keptPapers(exchange.ctx.db, session.id);
  const latest = latestOf(papers);
  const names = new Map(enrolled.map(({ id, name }) => [id, name]));
  return exchange.page({
    title: 'Documents de la session',
    layout: 'office',
    section: officePaths.home,
    header: {
      lead: 'Établis d’après ce qui est saisi, gardés version par version, réunis pour le financeur.',
      trail: trail(
        { label: course.title, href: officePaths.session(session.id) },
        { label: 'Documents', href: officePaths.papers(session.id) },
      ),
      actions: latest.length > 0 && (
        <ButtonLink icon="download" href={officePaths.archive(session.id)} download>
          Dossier complet (ZIP)
        </ButtonLink>
      ),
    },
    content: (
      <Columns
        main={
          <DataTable
            id="documents"
            caption="Documents établis"
            quietCaption
            rows={latest}
            rowId={(row) => row.id}
            rowName={(row) => documentFacts[row.kind].label}
            columns={[
              {
                key: 'document',
                label: 'Document',
                heads: true,
                cell: (row) => (
                  <a href={fileHref({ id: row.fileId, name: row.name })}>
                    {documentFacts[row.kind].label} <span class="facts">(PDF, {formatBytes(row.bytes)})</span>
                  </a>
                ),
              },
              { key: 'pour', label: 'Pour', cell: (row) => (row.traineeId ? names.get(row.traineeId) : row.payer) },
              { key: 'version', label: 'Version', numeric: true, cell: (row) => row.version },
              {
                key: 'etabli',
                label: 'Établi',
                whole: true,
                cell: (row) => formatDateTime(row.madeAt, { style: 'numeric', zone }),
              },
              {
                key: 'envoye',
                label: 'Envoyé',
                whole: true,
                cell: (row) => (row.sentAt ? formatDateTime(row.sentAt, { style: 'numeric', zone }) : ''),
              },
            ]}
            empty={
              <EmptyState title="Aucun document pour l’instant">
                <p>Un clic les établit tous : programme, conventions, convocations, feuilles d’émargement.</p>
              </EmptyState>
            }
          />
        }
        side={
          <>
            <Panel title="Ce qu’un audit regarde">
              <ul class="plain stack">
                {checklistOf(facts, papers).map(({ label, isThere, detail }) => (
                  <li>
                    <Icon name={isThere ? 'check' : 'warning'} label={isThere ? 'En ordre' : 'Il manque'} /> {label}
                    {detail && <span class="facts"> {detail}</span>}
                  </li>
                ))}
              </ul>
            </Panel>
            <Panel title="Établir">
              <form method="post" action={officePaths.papers(session.id)}>
                <input type="hidden" name={formKeyField} value={exchange.formKey} />
                <Button>Établir ce qui manque ou a changé</Button>
              </form>
              <p>
                <a href={`${officePaths.papers(session.id)}/voir/programme`}>Voir le programme</a> ·{' '}
                <a href={`${officePaths.papers(session.id)}/voir/attendance_sheet`}>Feuille d’émargement à imprimer</a>
              </p>
            </Panel>
          </>
        }
      />
    ),
  });
}

/** `POST` of the same. */
export async function receivePapers(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const origin = await deps.originOf(exchange.hub.id);
  const count = await makeAllPapers(exchange.ctx, { files: deps.files, origin }, facts);
  return exchange.redirect(officePaths.papers(facts.session.id), {
    tone: 'success',
    text: `${plural(count, 'document est à jour', 'documents sont à jour')}.`,
  });
}

/** `GET /gestion/formations/sessions/:id/documents/voir/:kind`: the paper of the session as it would be made now. */
export async function previewPaper(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  const kind = exchange.param('kind');
  const paper = facts && isDocumentKind(kind) ? paperOf(facts, kind, { trainee: null, payer: '' }) : null;
  if (!paper) return exchange.notFound();
  const identity = await paperIdentity(exchange.ctx.db, exchange.hub.id, await deps.originOf(exchange.hub.id));
  return sendPdf(await drawPaper(paper, identity), paper.title);
}

/** `GET /gestion/formations/sessions/:id/dossier.zip`. */
export async function sendArchive(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const writtenAt = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDateTime();
  const pieces = writeZip(auditEntries(exchange.ctx, deps, facts), { writtenAt });
  return exchange.http.body(Readable.toWeb(Readable.from(pieces)) as never, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="dossier-${facts.course.slug}-${facts.session.slug}.zip"`,
    'cache-control': 'private, no-store',
  });
}
