import type { JSX } from 'preact';
import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { paths } from '../../paths.ts';
import { editionPaths, replyPaths } from '../../reader-paths.ts';
import { sentenceOf } from '../../web/texts.ts';
import { markRepliesRead } from '../commands/mark-replies-read.ts';
import { repliesAPage, replyList, unreadReplies, type ReplyLine } from '../queries/replies.ts';

/** `GET /gestion/envois/reponses`: what readers answered, those nobody read first. */
export async function showReplies(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const isUnread = exchange.query('vue') !== 'toutes';
  const page = pageAsked(exchange.query('page'));
  const of = exchange.query('envoi');
  const mailingId = isId(of) ? of : null;
  const [{ rows, count }, unread] = await Promise.all([
    replyList(ctx.db, { isUnread, mailingId, page }),
    unreadReplies(ctx.db),
  ]);
  const href = (view: string, at = 1): string => {
    const query = new URLSearchParams({ vue: view });
    if (mailingId) query.set('envoi', mailingId);
    if (at > 1) query.set('page', String(at));
    return `${replyPaths.list}?${query.toString()}`;
  };
  return exchange.page({
    title: 'Réponses',
    layout: 'office',
    section: paths.list,
    header: {
      lead: 'Ce que vos lectrices et lecteurs répondent à vos envois. Chaque réponse est aussi dans le fil de la personne.',
      trail: [
        { label: 'Envois', href: paths.list },
        { label: 'Réponses', href: replyPaths.list },
      ],
    },
    content: (
      <>
        <Tabs
          label="Réponses"
          tabs={[
            { label: 'À lire', count: unread.count, href: href('a-lire'), current: isUnread },
            { label: 'Toutes', href: href('toutes'), current: !isUnread },
          ]}
        />
        {mailingId && (
          <p>
            {rows[0] ? `Celles à « ${rows[0].mailingTitle} ». ` : 'Celles d’un seul envoi. '}
            <a href={replyPaths.list}>Voir celles de tous les envois</a>
          </p>
        )}
        {rows.length === 0 ? <Nothing isUnread={isUnread} /> : <Replies exchange={exchange} rows={rows} />}
        <Pagination
          page={page}
          pages={pagesFor(count, repliesAPage)}
          hrefOf={(at) => href(isUnread ? 'a-lire' : 'toutes', at)}
        />
      </>
    ),
  });
}

function Replies({
  exchange,
  rows,
}: {
  readonly exchange: Exchange;
  readonly rows: readonly ReplyLine[];
}): JSX.Element {
  const unread = rows.filter(({ readAt }) => readAt === null);
  return (
    <form class="stack" method="post" action={replyPaths.read}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <ol class="stack">
        {rows.map((reply) => (
          <li>
            <Reply reply={reply} zone={exchange.ctx.zone} />
          </li>
        ))}
      </ol>
      {unread.length > 1 && (
        <p class="actions">
          <Button kind="ghost" name="ids" value={unread.map(({ id }) => id).join(' ')}>
            Toutes celles de cette page sont lues
          </Button>
        </p>
      )}
    </form>
  );
}

function Reply({ reply, zone }: { readonly reply: ReplyLine; readonly zone: string }): JSX.Element {
  const who = reply.name || reply.address;
  return (
    <article class="panel">
      <h2>{reply.personId ? <a href={`/gestion/personnes/${reply.personId}`}>{who}</a> : who}</h2>
      <p class="facts">
        {reply.readAt === null && (
          <>
            <Chip>À lire</Chip>{' '}
          </>
        )}
        {formatDateTime(reply.receivedAt, { zone })} · à propos de{' '}
        <a href={paths.mailing(reply.mailingId)}>{reply.mailingTitle}</a>
      </p>
      <p class="typed">{reply.body}</p>
      {reply.filesLeft > 0 && (
        <p class="facts">
          {plural(reply.filesLeft, 'pièce jointe n’est pas reprise ici', 'pièces jointes ne sont pas reprises ici')} :
          elle est restée dans la boîte des réponses.
        </p>
      )}
      {reply.sender !== '' && (
        <p class="facts">
          Le message dit venir de {reply.sender}, mais il répond à l’exemplaire envoyé à {reply.address}.
        </p>
      )}
      <p class="actions">
        <ButtonLink kind="ghost" icon="mail" href={`mailto:${reply.address}`}>
          Répondre
        </ButtonLink>
        {reply.contributionId && reply.editionId && (
          <ButtonLink kind="ghost" href={editionPaths.contribution(reply.editionId, reply.contributionId)}>
            Voir sa nouvelle dans la lettre des acteurs
          </ButtonLink>
        )}
        {reply.readAt === null && (
          <Button kind="quiet" name="ids" value={reply.id}>
            C’est lu<span class="visually-hidden"> : {who}</span>
          </Button>
        )}
      </p>
    </article>
  );
}

function Nothing({ isUnread }: { readonly isUnread: boolean }): JSX.Element {
  return (
    <EmptyState
      title={isUnread ? 'Tout est lu' : 'Aucune réponse pour l’instant'}
      actions={<ButtonLink href={paths.settings}>Régler la boîte des réponses</ButtonLink>}
    >
      <p>Avec une boîte des réponses, ce qu’on répond à vos envois se range ici de soi-même.</p>
    </EmptyState>
  );
}

/** `POST /gestion/envois/reponses/lues` */
export async function receiveRead(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const ids = (form.values['ids'] ?? '').split(' ').filter(isId);
  const outcome = await execute(exchange.ctx, markRepliesRead, { ids }, form.key ? { key: form.key } : {});
  return exchange.redirect(
    replyPaths.list,
    outcome.ok ? { tone: 'success', text: 'C’est noté.' } : { tone: 'danger', text: sentenceOf(outcome) },
  );
}
