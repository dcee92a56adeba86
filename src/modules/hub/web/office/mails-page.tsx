import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar, ResultCount } from '#ui/components/filter-bar.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Button } from '#ui/components/button.tsx';
import { Select } from '#ui/fields/select.tsx';
import { retryMail } from '../../commands/retry-mail.ts';
import type { HubDependencies } from '../../ports.ts';
import { listMails, mailStatuses, type MailLine, type MailStatus } from '../../queries/mail-log.ts';
import { pageAsked, pagesFor } from '../page-number.ts';
import { paths } from '../paths.ts';
import { mailStatusNames, refusalText } from '../texts.ts';

const size = 40;

/** `/gestion/courrier`: the mails of the hub and what became of them, without their texts. */
export async function showMails(exchange: Exchange, { localOutbox }: HubDependencies): Promise<Response> {
  const { ctx } = exchange;
  const asked = exchange.query('etat');
  const status = mailStatuses.find((known) => known === asked) ?? null;
  const page = pageAsked(exchange.query('page'));
  const { mails, total, failed } = await listMails(ctx.db, status, page, size);
  const hrefOf = (number: number): string => `${paths.mails}?${status ? `etat=${status}&` : ''}page=${number}`;
  return exchange.page({
    title: 'Courrier',
    layout: 'office',
    header: { lead: <p>Les mails partis du site. Leur texte n’est pas montré : il peut contenir un lien privé.</p> },
    content: (
      <>
        {localOutbox && <KeptHere />}
        {failed > 0 && status !== 'failed' && (
          <Notice state="warning" title={`${plural(failed, 'mail')} à reprendre`}>
            <p>
              <a href={`${paths.mails}?etat=failed`}>Voir les échecs</a>
            </p>
          </Notice>
        )}
        <FilterBar action={paths.mails} label="Filtrer le courrier" submit="Filtrer" auto>
          <Select
            name="etat"
            label="État"
            placeholder="Tous"
            value={status ?? ''}
            choices={mailStatuses.map((value) => ({ value, label: mailStatusNames[value] }))}
          />
        </FilterBar>
        <ResultCount count={plural(total, 'mail')} />
        <MailTable exchange={exchange} mails={mails} />
        <Pagination page={page} pages={pagesFor(total, size)} hrefOf={hrefOf} />
      </>
    ),
  });
}

function KeptHere(): JSX.Element {
  return (
    <Notice
      title="Les mails restent ici"
      actions={
        <ButtonLink small kind="ghost" href={paths.outbox}>
          Lire le courrier gardé
        </ButtonLink>
      }
    >
      <p>Aucun serveur d’envoi n’est réglé sur cette installation (SMTP_URL). Tout est gardé, rien ne part.</p>
    </Notice>
  );
}

function MailTable({
  exchange,
  mails,
}: {
  readonly exchange: Exchange;
  readonly mails: readonly MailLine[];
}): JSX.Element {
  return (
    <DataTable<MailLine>
      id="courrier"
      caption="Courrier"
      quietCaption
      rows={mails}
      rowId={(mail) => mail.id}
      rowName={(mail) => mail.subject}
      columns={[
        { key: 'subject', label: 'Sujet', cell: (mail) => mail.subject },
        { key: 'to', label: 'À', cell: (mail) => mail.recipient },
        {
          key: 'when',
          label: 'Quand',
          cell: (mail) => (
            <span class="nowrap">{formatDateTime(mail.createdAt, { style: 'short', zone: exchange.ctx.zone })}</span>
          ),
        },
        { key: 'status', label: 'État', cell: (mail) => <MailState exchange={exchange} mail={mail} /> },
      ]}
      empty={
        <EmptyState title="Pas encore de courrier">
          <p>Les réponses, liens de connexion et relais de messages apparaîtront ici.</p>
        </EmptyState>
      }
    />
  );
}

const retriable: readonly MailStatus[] = ['failed', 'uncertain'];

function MailState({ exchange, mail }: { readonly exchange: Exchange; readonly mail: MailLine }): JSX.Element {
  if (!retriable.includes(mail.status)) return <>{mailStatusNames[mail.status]}</>;
  return (
    <>
      <p>
        <b>{mailStatusNames[mail.status]}</b>
        {mail.failure && <span class="facts"> · {mail.failure}</span>}
      </p>
      <form method="post" action={paths.retryMail(mail.id)}>
        <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
        <Button small kind="ghost" aria-label={`Renvoyer « ${mail.subject} » à ${mail.recipient}`}>
          Renvoyer
        </Button>
      </form>
    </>
  );
}

/** `POST /gestion/courrier/:id/renvoyer`. */
export async function sendMailAgain(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, retryMail, { id: exchange.param('id') }, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(paths.mails, {
      tone: 'success',
      text: 'Nouvel essai lancé : l’état sera à jour dans un instant.',
    });
  const text = outcome.reason === 'not_failed' ? 'Ce mail n’est plus en échec.' : refusalText(outcome.reason);
  return exchange.redirect(paths.mails, { tone: 'warning', text });
}
