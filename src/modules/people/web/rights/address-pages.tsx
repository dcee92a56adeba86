import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { proveOwnAddress, settleSharedAddress, undoOwnAddress } from '../../commands/own-address.ts';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { isAddressLinkOpen } from '../../queries/own-address.ts';
import { privatePage } from './own-page.tsx';

/** What letters about an address need of the site. */
export const siteOf = async (deps: PeopleDependencies, { ctx }: Exchange) => ({
  origin: await deps.originOf(ctx.hubId),
  hubName: await deps.hubName(ctx.hubId),
});

const words = {
  new: {
    title: 'Votre nouvelle adresse',
    said: 'Nos messages arriveront désormais dans cette boîte.',
    button: 'Confirmer cette adresse',
    path: paths.newAddress,
  },
  left: {
    title: 'Ce n’était pas vous ?',
    said: 'L’ancienne adresse reprend sa place, et les liens envoyés à l’autre ne s’ouvrent plus.',
    button: 'Remettre mon adresse',
    path: paths.addressLeft,
  },
} as const;

/** The page a mailed link opens: a button, for programs follow the links of mails. */
export const showAddressLink =
  (end: keyof typeof words) =>
  async (exchange: Exchange): Promise<Response> => {
    const secret = exchange.param('secret');
    if (!(await isAddressLinkOpen(exchange.ctx, secret, end))) return overPage(exchange);
    const { title, said, button, path } = words[end];
    return privatePage(exchange, {
      title,
      layout: 'bare',
      content: (
        <>
          <p>{said}</p>
          <Form action={path(secret)} hidden={{ [formKeyField]: exchange.ctx.newId() }}>
            <SubmitBar label={button} />
          </Form>
        </>
      ),
    });
  };

const overPage = (exchange: Exchange): Promise<Response> =>
  privatePage(exchange, {
    title: 'Ce lien ne sert plus',
    layout: 'bare',
    status: 410,
    content: (
      <>
        <p>Il a déjà servi, ou il a été envoyé il y a trop longtemps.</p>
        <ButtonLink href={paths.rights}>Voir mes données</ButtonLink>
      </>
    ),
  });

const donePage = (exchange: Exchange, title: string, said: string): Promise<Response> =>
  privatePage(exchange, {
    title,
    layout: 'bare',
    content: (
      <>
        <p>{said}</p>
        <ButtonLink kind="ghost" href="/">
          Aller sur le site
        </ButtonLink>
      </>
    ),
  });

/** `POST /nouvelle-adresse/:secret` */
export const receiveProof =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const { key } = await exchange.form();
    const proof = { token: exchange.param('secret'), ...(await siteOf(deps, exchange)) };
    const outcome = await execute(exchange.ctx, proveOwnAddress, proof, { key });
    if (!outcome.ok) return overPage(exchange);
    return outcome.value.isShared
      ? donePage(exchange, 'Adresse confirmée', 'Merci. L’équipe termine le changement dans les prochains jours.')
      : donePage(exchange, 'C’est fait', 'Nous vous écrirons désormais ici. Vos abonnements vous ont suivi·e.');
  };

/** `POST /adresse-quittee/:secret` */
export async function receiveUndo(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, undoOwnAddress, { token: exchange.param('secret') }, { key });
  if (!outcome.ok) return overPage(exchange);
  return donePage(
    exchange,
    'Votre adresse est remise',
    'Nous vous écrivons de nouveau ici. Quelqu’un avait ouvert un lien destiné à vous seul·e : prévenez l’équipe si cela se répète.',
  );
}

/** `POST /gestion/personnes/adresses/:id`: the team’s word on an address that several people bear. */
export const receiveDecision =
  (deps: PeopleDependencies) =>
  async (exchange: Exchange): Promise<Response> => {
    const { values, key } = await exchange.form();
    const decided = {
      changeId: exchange.param('id'),
      decision: values['decision'],
      ...(await siteOf(deps, exchange)),
    };
    const outcome = await execute(exchange.ctx, settleSharedAddress, decided, { key });
    if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
    if (!outcome.ok)
      return exchange.redirect(paths.twins, { tone: 'warning', text: 'Dites d’abord ce que devient cette adresse.' });
    return exchange.redirect(paths.twins, {
      tone: 'success',
      text: values['decision'] === 'give' ? 'L’adresse est aussi la sienne.' : 'L’adresse reste à l’autre fiche.',
    });
  };
