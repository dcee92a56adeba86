import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { changeOwnApplication, withdrawOwnApplication } from '../../commands/own-application.ts';
import { isOpen } from '../../domain/application-states.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { scalesOf } from '../../queries/campaigns.ts';
import { ownApplication } from '../../queries/own-application.ts';
import { valuesOf } from '../application-values.ts';
import { errorsOf, sentenceOf, type Typed } from '../form-answer.ts';
import { sealed } from '../private-page.ts';
import { readApplication } from '../read-application.ts';
import { applyPage } from './apply-page.tsx';

/** `GET /adhesion/:secret/modifier`: the same form, filled with what was sent. */
export async function showChange(exchange: Exchange, typed: Typed | null = null, status = 200): Promise<Response> {
  const secret = exchange.param('secret');
  const own = await ownApplication(exchange.ctx.db, secret);
  if (!own) return exchange.notFound();
  const { application, campaign, scale, charge } = own;
  if (!isOpen(application.state) || (charge?.received ?? 0) > 0) return sealed(exchange.redirect(paths.own(secret)));
  const scales = (await scalesOf(exchange.ctx.db, campaign.id)).filter(({ who }) => who === application.who);
  return sealed(
    await applyPage(exchange, {
      campaign,
      scales,
      ways: [],
      who: application.who,
      typed: typed ?? { values: valuesOf(application, { isFree: scale.kind === 'free' }), errors: {} },
      status,
      action: paths.ownChange(secret),
      title: 'Changer mes réponses',
      submit: 'Enregistrer',
      isNew: false,
    }),
  );
}

/** `POST /adhesion/:secret/modifier`. */
export async function receiveChange(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const input = { ...readApplication(form), secret };
  const outcome = await execute(exchange.ctx, changeOwnApplication(deps), input, { key: form.key });
  if (outcome.ok) return sealed(exchange.redirect(paths.own(secret), { tone: 'success', text: 'C’est changé.' }));
  if (outcome.reason === 'not_found') return exchange.notFound();
  return showChange(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}

/** `POST /adhesion/:secret/retirer`. */
export async function receiveWithdraw(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const outcome = await execute(exchange.ctx, withdrawOwnApplication(deps), { secret }, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return sealed(
    exchange.redirect(
      paths.own(secret),
      outcome.ok
        ? { tone: 'success', text: 'Votre demande est retirée.' }
        : { tone: 'warning', text: sentenceOf(outcome) },
    ),
  );
}
