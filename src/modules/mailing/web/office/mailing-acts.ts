import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { csvContentType, csvStream, type ExportColumn } from '#platform/spreadsheet-export/index.ts';
import {
  cancelMailing,
  pauseMailing,
  removeDraft,
  resumeMailing,
  sendDraft,
  setArchived,
} from '../../commands/change-state.ts';
import { deliveryNames, skipNames } from '../../domain/delivery-states.ts';
import { basisNames } from '../../domain/why-names.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { copyLines, type CopyLine } from '../../queries/mailing-report.ts';
import { readMailing } from '../../queries/read-mailing.ts';
import { sentenceOf, type MailingRefusal } from '../texts.ts';

type Run = (exchange: Exchange, id: string, key: string | undefined) => Promise<Outcome<unknown, MailingRefusal>>;

/** A button of the page of a mailing: does its act, and comes back. */
const act =
  (run: Run, done: string, backTo: (id: string) => string = paths.mailing) =>
  async (exchange: Exchange): Promise<Response> => {
    const id = exchange.param('id');
    if (!isId(id)) return exchange.notFound();
    const { key } = await exchange.form();
    const outcome = await run(exchange, id, key);
    if (outcome.ok) return exchange.redirect(backTo(id), { tone: 'success', text: done });
    if (outcome.reason === 'not_found') return exchange.notFound();
    return exchange.redirect(paths.mailing(id), { tone: 'danger', text: sentenceOf(outcome) });
  };

export const receiveSend = (deps: MailingDependencies) =>
  act(({ ctx }, id, key) => execute(ctx, sendDraft(deps), { id }, key ? { key } : {}), 'C’est parti.');
export const receivePause = act(({ ctx }, id) => execute(ctx, pauseMailing, { id }), 'L’envoi est en pause.');
export const receiveResume = act(({ ctx }, id) => execute(ctx, resumeMailing, { id }), 'L’envoi reprend.');
export const receiveCancel = act(({ ctx }, id) => execute(ctx, cancelMailing, { id }), 'L’envoi est arrêté.');
export const receiveRemove = act(
  ({ ctx }, id) => execute(ctx, removeDraft, { id }),
  'Le brouillon est supprimé.',
  () => `${paths.list}?vue=a-venir`,
);
export const receiveArchive = act(async ({ ctx }, id) => {
  const mailing = await readMailing(ctx.db, id);
  return execute(ctx, setArchived, { id, isArchived: !mailing?.isArchived });
}, 'C’est fait.');

/** `GET /gestion/envois/:id/exemplaires.csv`: every copy and what became of it. */
export async function sendCopies(exchange: Exchange): Promise<Response> {
  const id = exchange.param('id');
  const mailing = isId(id) ? await readMailing(exchange.ctx.db, id) : null;
  if (!mailing) return exchange.notFound();
  return exchange.http.body(csvStream(columns, eachCopy(exchange, id)) as never, 200, {
    'content-type': csvContentType,
    'content-disposition': 'attachment; filename="exemplaires.csv"',
    'cache-control': 'private, no-store',
  });
}

async function* eachCopy({ ctx }: Exchange, id: string): AsyncGenerator<CopyLine> {
  let after = '';
  for (;;) {
    const lines = await copyLines(ctx.db, id, { limit: 2_000, after });
    yield* lines;
    const last = lines.at(-1);
    if (!last) return;
    after = last.address;
  }
}

const columns: ExportColumn<CopyLine>[] = [
  { header: 'Adresse', value: (line) => line.address },
  { header: 'Nom', value: (line) => line.name },
  { header: 'À quel titre', value: (line) => basisNames[line.basis] },
  { header: 'État', value: (line) => deliveryNames[line.state] },
  { header: 'Pourquoi', value: (line) => (line.reason ? (skipNames[line.reason] ?? line.reason) : '') },
  { header: 'Désabonné·e depuis', value: (line) => (line.unsubscribed ? 'oui' : '') },
];
