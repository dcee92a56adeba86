import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { comparableHost, isLoopback } from '../../domain/host-name.ts';
import type { HubDependencies } from '../../ports.ts';
import { listMails, readKeptMail, type MailLine } from '../../queries/mail-log.ts';
import { pageAsked, pagesFor } from '../page-number.ts';
import { paths } from '../paths.ts';

const size = 40;

/**
 * Whether the mails kept for want of SMTP may be read here: they hold sign-in links, so only from the machine itself,
 * by its own name, without a proxy in between.
 */
export function mayReadOutbox({ http }: Exchange, { localOutbox }: Pick<HubDependencies, 'localOutbox'>): boolean {
  if (!localOutbox || http.req.header('x-forwarded-for') || http.req.header('forwarded')) return false;
  const socket = http.env?.incoming?.socket.remoteAddress ?? '';
  const host = comparableHost(http.req.header('host'));
  return /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(socket) && host !== null && isLoopback(host);
}

/** `/courrier-local`: the mails that would have left. */
export async function showOutbox(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  if (!mayReadOutbox(exchange, dependencies)) return exchange.notFound();
  const page = pageAsked(exchange.query('page'));
  const { mails, total } = await listMails(exchange.ctx.db, null, page, size);
  return exchange.page({
    title: 'Courrier gardé',
    indexed: false,
    content: (
      <>
        <PageHeader
          title="Courrier gardé ici"
          lead={
            <p>
              Aucun serveur d’envoi n’est réglé : les mails s’arrêtent à cette page, lisible depuis cet ordinateur
              seulement.
            </p>
          }
        />
        <DataTable<MailLine>
          id="courrier"
          caption="Courrier gardé"
          quietCaption
          rows={mails}
          rowId={(mail) => mail.id}
          rowName={(mail) => mail.subject}
          columns={[
            { key: 'subject', label: 'Sujet', cell: (mail) => <a href={paths.keptMail(mail.id)}>{mail.subject}</a> },
            { key: 'to', label: 'À', cell: (mail) => mail.recipient },
            {
              key: 'when',
              label: 'Quand',
              cell: (mail) => formatDateTime(mail.createdAt, { style: 'short', zone: exchange.ctx.zone }),
            },
          ]}
          empty={
            <EmptyState title="La boîte est vide">
              <p>Demandez un lien de connexion, ou écrivez au pôle : le mail arrivera ici.</p>
            </EmptyState>
          }
        />
        <Pagination page={page} pages={pagesFor(total, size)} hrefOf={(number) => `${paths.outbox}?page=${number}`} />
      </>
    ),
  });
}

/** `/courrier-local/:id`: one mail, its text escaped, its link drawn as a button of ours. */
export async function showKeptMail(exchange: Exchange, dependencies: HubDependencies): Promise<Response> {
  const id = exchange.param('id');
  const mail = mayReadOutbox(exchange, dependencies) && isId(id) ? await readKeptMail(exchange.ctx.db, id) : null;
  if (!mail) return exchange.notFound();
  const { paragraphs, action, quote, after = [] } = mail.body;
  return exchange.page({
    title: mail.subject,
    indexed: false,
    content: (
      <>
        <PageHeader
          title={mail.subject}
          facts={`À ${mail.recipient}`}
          trail={[{ label: 'Courrier gardé', href: paths.outbox }, { label: mail.subject }]}
        />
        <Panel>
          {paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          {quote && (
            <blockquote>
              {quote.text.split('\n').map((line) => (
                <p>{line}</p>
              ))}
              <p class="facts">{quote.by}</p>
            </blockquote>
          )}
          {action && /^https?:\/\//.test(action.href) && (
            <>
              <p class="actions">
                <ButtonLink href={action.href}>{action.label}</ButtonLink>
              </p>
              <p class="facts">{action.href}</p>
            </>
          )}
          {after.map((text) => (
            <p class="facts">{text}</p>
          ))}
        </Panel>
      </>
    ),
  });
}
