import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { renewMembership } from '../../commands/apply.ts';
import { stopOwnReminders } from '../../commands/end-membership.ts';
import { isStructure } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { renewalOf, type Renewal } from '../../queries/renewal.ts';
import { valuesOf } from '../application-values.ts';
import { errorsOf, type Typed } from '../form-answer.ts';
import { privatePage, sealed } from '../private-page.ts';
import { readApplication } from '../read-application.ts';
import { afterSent } from './apply-acts.ts';
import { applyPage } from './apply-page.tsx';
import { joinable } from './join-page.tsx';

/** `GET /renouveler/:secret`: all filled in, the price and the charter asked again. */
export async function showRenew(
  exchange: Exchange,
  deps: MembershipDependencies,
  typed: Typed | null = null,
  status = 200,
): Promise<Response> {
  const secret = exchange.param('secret');
  const open = await joinable(exchange);
  const renewal = await renewalOf(exchange.ctx.db, secret, open?.campaign.id ?? null);
  if (!renewal) return exchange.notFound();
  const { membership, pending } = renewal;
  const scales = open?.scales.filter(({ who }) => who === membership.who) ?? [];
  if (renewal.isDone)
    return over(exchange, 'C’est déjà fait, merci !', 'Cette adhésion est renouvelée : il n’y a rien à refaire.');
  if (pending)
    return over(
      exchange,
      'Votre demande est en route',
      'Il reste à la payer, ou à attendre sa validation.',
      // What the team typed from paper is read by who signed it, not by whoever holds this link.
      pending.renewsId === membership.id
        ? paths.own(deps.links.secretOf('application', exchange.hub.id, pending.id, pending.linkTurn))
        : undefined,
    );
  if (!open || scales.length === 0)
    return over(exchange, 'La prochaine campagne n’est pas encore ouverte', 'Nous vous écrirons dès qu’elle le sera.');
  return sealed(
    await applyPage(exchange, {
      ...open,
      scales,
      who: membership.who,
      typed: typed ?? { values: valuesToRenew(renewal, scales), errors: {} },
      status,
      action: paths.renew(secret),
      title: 'Renouveler votre adhésion',
      submit: 'Renouveler',
      isLocked: isStructure(membership.who),
      note: <StopPanel exchange={exchange} renewal={renewal} />,
    }),
  );
}

/** What was said last year; the price is asked again when what it stands on may have changed. */
function valuesToRenew(
  { last, known }: Renewal,
  scales: readonly { id: string; label: string }[],
): Record<string, string> {
  if (!last || last.forgottenAt) return { ...known };
  const { scaleId: _s, note: _n, donation: _d, ...kept } = valuesOf(last, { isFree: false });
  const [only] = scales;
  return { ...known, ...kept, ...(only && scales.length === 1 ? { scaleId: only.id } : {}) };
}

function StopPanel({ exchange, renewal }: { readonly exchange: Exchange; readonly renewal: Renewal }): JSX.Element {
  const { endsOn, remindersStoppedAt } = renewal.membership;
  return (
    <details class="more-fields">
      <summary>Fin de l’adhésion actuelle : {formatDate(endsOn)}. Vous ne renouvelez pas ?</summary>
      <div>
        {remindersStoppedAt ? (
          <p>C’est noté : nous ne vous relançons plus. Vous pouvez toujours renouveler ici.</p>
        ) : (
          <Form
            action={paths.stopReminders(exchange.param('secret'))}
            label="Ne plus être relancé·e"
            hidden={{ [formKeyField]: exchange.ctx.newId() }}
          >
            <TextField name="reason" label="Si vous voulez nous dire pourquoi" />
            <SubmitBar kind="ghost" label="Ne plus me relancer" />
          </Form>
        )}
      </div>
    </details>
  );
}

async function over(exchange: Exchange, title: string, text: string, href?: string): Promise<Response> {
  return privatePage(exchange, {
    title,
    section: paths.join,
    content: (
      <>
        <PageHeader title={title} />
        <EmptyState title="Votre adhésion" actions={href && <ButtonLink href={href}>Suivre ma demande</ButtonLink>}>
          <p>{text}</p>
        </EmptyState>
      </>
    ),
  });
}

/** `POST /renouveler/:secret`. */
export async function receiveRenew(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  if (form.values[robotTrapField]) return exchange.redirect(paths.join);
  const input = { ...readApplication(form), secret: exchange.param('secret') };
  const outcome = await execute(exchange.ctx, renewMembership(deps), input, { key: form.key });
  if (outcome.ok) return sealed(afterSent(exchange, deps, outcome.value, form.values['paymentWay'] ?? ''));
  if (outcome.reason === 'not_found') return exchange.notFound();
  return showRenew(exchange, deps, { values: form.values, errors: errorsOf(outcome) }, 422);
}

/** `POST /renouveler/:secret/ne-plus-relancer`. */
export async function receiveStop(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const secret = exchange.param('secret');
  const outcome = await execute(
    exchange.ctx,
    stopOwnReminders,
    { secret, reason: form.values['reason'] ?? '' },
    { key: form.key },
  );
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return sealed(
    exchange.redirect(
      paths.renew(secret),
      outcome.ok
        ? { tone: 'success', text: 'C’est noté : nous ne vous relancerons plus.' }
        : { tone: 'warning', text: 'Cela n’a pas pu être noté. Réessayez.' },
    ),
  );
}
