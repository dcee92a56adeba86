import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatDateTime, formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Progress, ProgressPoll } from '#ui/components/progress.tsx';
import { deliveryNames, skipNames, type DeliveryState } from '../../domain/delivery-states.ts';
import { mayStart, stateNames } from '../../domain/mailing-states.ts';
import { basisNames } from '../../domain/why-names.ts';
import { paths } from '../../paths.ts';
import { mailingOutcomes } from '../../queries/mailing-outcomes.ts';
import { copyLines, mailingReport, type CopyLine, type MailingReport } from '../../queries/mailing-report.ts';
import { readMailing, type WrittenMailing } from '../../queries/read-mailing.ts';
import type { MailingDependencies } from '../../ports.ts';
import { PreviewFrames } from './preview-frames.tsx';
import { ReportPanel } from './report-panel.tsx';

const toLookAt: readonly DeliveryState[] = ['uncertain', 'refused', 'postponed', 'skipped'];
const linesShown = 200;

/** `GET /gestion/envois/:id`: where a mailing stands, and what became of it. */
export async function showMailing(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const id = exchange.param('id');
  const mailing = isId(id) ? await readMailing(exchange.ctx.db, id) : null;
  if (!mailing) return exchange.notFound();
  const [report, outcomes, lines] = await Promise.all([
    mailingReport(exchange.ctx.db, id),
    mailingOutcomes(exchange.ctx.db, deps.answers(), [id]),
    copyLines(exchange.ctx.db, id, { states: toLookAt, limit: linesShown }),
  ]);
  const isWritten = mayStart('change', mailing.state);
  return exchange.page({
    title: mailing.title,
    layout: 'office',
    section: paths.list,
    framesOwn: true,
    ...(mailing.slug && mailing.isArchived ? { publicHref: paths.archived(mailing.slug) } : {}),
    header: {
      lead: leadOf(mailing, report, exchange.ctx.zone),
      trail: [
        { label: 'Envois', href: paths.list },
        { label: mailing.title, href: paths.mailing(id) },
      ],
      actions: <Acts exchange={exchange} mailing={mailing} />,
    },
    content: (
      <>
        <Columns
          main={
            <>
              {mailing.state === 'sending' && <SendingPanel mailing={mailing} report={report} />}
              {!isWritten && <ReportPanel report={report} outcomes={outcomes.get(id) ?? []} id={id} />}
              {lines.length > 0 && (
                <DataTable
                  id="exemplaires"
                  caption="À regarder"
                  columns={copyColumns}
                  rows={lines}
                  rowId={(line) => line.id}
                  rowName={(line) => line.address}
                  exports={{ csv: paths.copies(id) }}
                  empty={null}
                />
              )}
            </>
          }
          side={
            <Panel title="Autrement que par mail">
              <p>Pour celles et ceux qui n’ont pas d’adresse, ou préfèrent le papier.</p>
              <p class="actions">
                <ButtonLink kind="ghost" icon="download" href={paths.letters(id)}>
                  Lettres à imprimer
                </ButtonLink>
              </p>
            </Panel>
          }
        />
        <PreviewFrames href={`${paths.preview(id)}?`} />
      </>
    ),
  });
}

function leadOf(mailing: WrittenMailing, report: MailingReport, zone: string): string {
  const state = stateNames[mailing.state];
  if (mailing.scheduledAt) return `${state} pour le ${formatDateTime(mailing.scheduledAt, { zone })}.`;
  if (!mailing.startedAt) return `${state}.`;
  return `${state}, ${plural(report.counts.sent ?? 0, 'exemplaire parti', 'exemplaires partis')} depuis le ${formatDateTime(mailing.startedAt, { zone })}.`;
}

function Acts({ exchange, mailing }: { readonly exchange: Exchange; readonly mailing: WrittenMailing }): JSX.Element {
  const { id, state } = mailing;
  const act = (action: string, label: string, kind: 'primary' | 'ghost' | 'danger') => (
    <form method="post" action={action}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <Button kind={kind}>{label}</Button>
    </form>
  );
  return (
    <>
      {mayStart('send', state) && act(paths.send(id), 'Envoyer maintenant', 'primary')}
      {mayStart('change', state) && (
        <ButtonLink kind="ghost" icon="edit" href={paths.edit(id)}>
          Modifier
        </ButtonLink>
      )}
      {mayStart('pause', state) && act(paths.pause(id), 'Mettre en pause', 'ghost')}
      {mayStart('resume', state) && act(paths.resume(id), 'Reprendre', 'primary')}
      {mayStart('cancel', state) && act(paths.cancel(id), 'Arrêter pour de bon', 'danger')}
      {mayStart('change', state) && act(paths.remove(id), 'Supprimer', 'danger')}
      {mailing.slug &&
        act(paths.archiveIt(id), mailing.isArchived ? 'Retirer de l’archive' : 'Montrer dans l’archive', 'ghost')}
    </>
  );
}

function SendingPanel({
  mailing,
  report,
}: {
  readonly mailing: WrittenMailing;
  readonly report: MailingReport;
}): JSX.Element {
  return (
    <Panel title="En cours d’envoi">
      <ProgressPoll href={paths.progress(mailing.id)}>
        <SendingState mailing={mailing} report={report} />
      </ProgressPoll>
      <p class="muted">Vous pouvez quitter cette page : l’envoi continue, même si le serveur redémarre.</p>
    </Panel>
  );
}

function SendingState({
  mailing,
  report,
}: {
  readonly mailing: Pick<WrittenMailing, 'id' | 'state'>;
  readonly report: MailingReport;
}): JSX.Element {
  return (
    <div data-done={mailing.state === 'sending' ? undefined : paths.mailing(mailing.id)}>
      <Progress
        id="avancement"
        label="Exemplaires"
        value={report.settled}
        max={Math.max(1, report.planned)}
        text={`${formatNumber(report.settled)} sur ${formatNumber(report.planned)}`}
      />
    </div>
  );
}

/** `GET /gestion/envois/:id/avancement`: the piece of page that the island asks for. */
export async function sendProgress(exchange: Exchange): Promise<Response> {
  const id = exchange.param('id');
  const mailing = isId(id) ? await readMailing(exchange.ctx.db, id) : null;
  if (!mailing) return exchange.notFound();
  const report = await mailingReport(exchange.ctx.db, id);
  return exchange.http.html(renderToString(<SendingState mailing={mailing} report={report} />));
}

const copyColumns: readonly Column<CopyLine>[] = [
  {
    key: 'address',
    label: 'Adresse',
    heads: true,
    cell: (line) => (
      <>
        {line.personId ? <a href={`/gestion/personnes/${line.personId}`}>{line.address}</a> : line.address}
        {line.name && <p class="facts">{line.name}</p>}
      </>
    ),
  },
  { key: 'state', label: 'État', whole: true, cell: (line) => deliveryNames[line.state] },
  { key: 'why', label: 'Pourquoi', cell: (line) => (line.reason ? (skipNames[line.reason] ?? line.reason) : '') },
  { key: 'basis', label: 'À quel titre', cell: (line) => basisNames[line.basis] },
];
