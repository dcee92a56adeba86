import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { unsubscribe } from '../../commands/unsubscribe.ts';
import { masked } from '../../domain/masked.ts';
import { paths, unsubscribePurpose } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { copyOfLink } from '../../queries/copy-of-link.ts';
import { choicesPath } from '../../subscriptions/reader-link.ts';
import { sealed } from './sealed.ts';

/** `GET /desabonnement/:secret`: shows what it would do, and does nothing: mail filters open links too. */
export async function showUnsubscribe(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const id = deps.links.read(unsubscribePurpose, exchange.hub.id, exchange.param('secret'));
  const copy = id === null ? null : await copyOfLink(exchange.ctx.db, id);
  if (!copy) return sealed(await exchange.notFound());
  const chooseHref = copy.subscriberId ? choicesPath(deps.links, exchange.hub.id, copy.subscriberId) : null;
  return page(
    exchange,
    copy.isStopped ? (
      <Done address={copy.address} />
    ) : (
      <>
        <p>
          Vos messages arrivent à <strong>{masked(copy.address)}</strong>. Après votre clic, plus aucune lettre ni
          annonce ne partira vers cette adresse. Vos inscriptions et vos reçus, eux, continueront d’arriver.
        </p>
        <Form action={paths.unsubscribe(exchange.param('secret'))} label="Désabonnement">
          <SubmitBar label="Ne plus rien recevoir">
            {chooseHref && (
              <ButtonLink kind="ghost" href={chooseHref}>
                Recevoir moins, ou choisir les sujets
              </ButtonLink>
            )}
          </SubmitBar>
        </Form>
      </>
    ),
  );
}

/**
 * `POST /desabonnement/:secret`: stops everything. Sent by our page, or by a mail program with the exact body of
 * RFC 8058, without cookie nor session; answers without leading elsewhere.
 */
export async function receiveUnsubscribe(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const id = deps.links.read(unsubscribePurpose, exchange.hub.id, exchange.param('secret'));
  const copy = id === null ? null : await copyOfLink(exchange.ctx.db, id);
  // Sent again and again, by a program or by whoever was forwarded the letter: it is done, and nothing more is written.
  if (copy?.isStopped) return page(exchange, <Done address={copy.address} />);
  const outcome = id === null ? null : await execute({ ...exchange.ctx, actor: null }, unsubscribe, { deliveryId: id });
  if (!outcome?.ok) return sealed(await exchange.notFound());
  return page(exchange, <Done address={outcome.value.address} />);
}

async function page(exchange: Exchange, content: JSX.Element): Promise<Response> {
  return sealed(
    await exchange.page({
      title: 'Ne plus recevoir nos messages',
      indexed: false,
      content: (
        <>
          <PageHeader title="Ne plus recevoir nos messages" />
          <div class="page-body prose">{content}</div>
        </>
      ),
    }),
  );
}

function Done({ address }: { readonly address: string }): JSX.Element {
  return (
    <Notice state="success" title="C’est fait">
      <p>Plus aucun envoi ne partira vers {masked(address)}.</p>
      <p>
        <a href="/abonnement">Se réabonner</a>, si c’était une erreur.
      </p>
    </Notice>
  );
}
