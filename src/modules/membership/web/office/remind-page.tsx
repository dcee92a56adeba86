import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Section } from '#ui/components/section.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { noteReminder, remindMembers } from '../../commands/remind-members.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { openCampaign } from '../../queries/campaigns.ts';
import { mayBeReminded, mustBeCalled, toRenew, type ToRenew } from '../../queries/to-renew.ts';
import { sentenceOf } from '../form-answer.ts';

/** `GET /gestion/adhesions/relances`: who will be asked, by what; who will not, and why. */
export async function showRemind(exchange: Exchange): Promise<Response> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const campaign = await openCampaign(ctx.db, today);
  const list = await toRenew(ctx.db, { now: ctx.clock.now(), zone: ctx.zone, campaign });
  const asked = list.filter(mayBeReminded);
  const called = list.filter(mustBeCalled);
  const others = list.filter((one) => !mayBeReminded(one) && !mustBeCalled(one));
  return exchange.page({
    title: 'Relances',
    layout: 'office',
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: <p>Une seule personne par structure, et jamais qui a payé, répondu ou demandé qu’on n’insiste pas.</p>,
    },
    content: (
      <>
        {!campaign && (
          <Notice
            state="warning"
            title="Aucune campagne n’est ouverte"
            actions={<ButtonLink href={paths.campaigns}>Voir les campagnes</ButtonLink>}
          >
            Les relances mènent au renouvellement : ouvrez d’abord une campagne.
          </Notice>
        )}
        {campaign && asked.length > 0 && (
          <Form action={paths.remindAll} label="Relancer" hidden={{ [formKeyField]: exchange.formKey, tous: 'oui' }}>
            <SubmitBar
              label={asked.length === 1 ? 'Relancer cette personne' : `Relancer les ${asked.length}`}
              note={`Pour « ${campaign.name} ». Chaque mail porte un lien personnel qui renouvelle en deux minutes.`}
            />
          </Form>
        )}
        <Section title={plural(asked.length, 'mail à envoyer', 'mails à envoyer')}>
          <DataTable
            id="mails"
            caption="À qui l’on écrit"
            quietCaption
            columns={columns}
            rows={asked}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            empty={<EmptyState level={3} title="Personne à relancer par mail" />}
          />
        </Section>
        {called.length > 0 && (
          <Section title={plural(called.length, 'personne à appeler', 'personnes à appeler')}>
            <p>Sans e-mail : un appel, ou le bulletin imprimé.</p>
            <DataTable
              id="appels"
              caption="Qui l’on appelle"
              quietCaption
              columns={[
                ...columns.slice(0, 2),
                { key: 'done', label: 'C’est fait', cell: (row) => <Called exchange={exchange} id={row.id} /> },
              ]}
              rows={called}
              rowId={(row) => row.id}
              rowName={(row) => row.name}
              empty={null}
            />
          </Section>
        )}
        {others.length > 0 && (
          <Section title="Pas relancés">
            <DataTable
              id="autres"
              caption="Qui n’est pas relancé, et pourquoi"
              quietCaption
              columns={[...columns.slice(0, 2), { key: 'why', label: 'Pourquoi', cell: whyNot }]}
              rows={others}
              rowId={(row) => row.id}
              rowName={(row) => row.name}
              empty={null}
            />
          </Section>
        )}
      </>
    ),
  });
}

const columns: readonly Column<ToRenew>[] = [
  {
    key: 'name',
    label: 'Adhérent·e',
    heads: true,
    cell: (row) => (
      <>
        <a href={paths.membership(row.id)}>{row.name}</a>
        <p class="facts">
          {row.isOver ? 'terminée le' : 'se termine le'} {formatDate(row.endsOn)}
        </p>
      </>
    ),
  },
  {
    key: 'target',
    label: 'À qui',
    cell: (row) => (row.target ? [row.target.name, row.target.role].filter(Boolean).join(', ') : 'personne de connu'),
  },
  {
    key: 'before',
    label: 'Déjà relancé·e',
    cell: (row) =>
      row.lastRemindedAt ? `${row.reminders} fois, le ${formatDate(row.lastRemindedAt, { style: 'short' })}` : 'jamais',
  },
];

function whyNot(row: ToRenew): string {
  if (row.isStopped) return 'ne veut plus être relancé·e';
  if (row.hasAnswered) return 'a répondu';
  return row.lastRemindedAt ? `relancé·e le ${formatDate(row.lastRemindedAt, { style: 'short' })}` : '';
}

function Called({ exchange, id }: { readonly exchange: Exchange; readonly id: string }): JSX.Element {
  return (
    <form method="post" action={paths.membershipAct(id, 'appele')}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <Button kind="ghost" small name="channel" value="phone">
        Appelé·e
      </Button>
    </form>
  );
}

/** `POST /gestion/adhesions/relances`: all of them, or those ticked in a list. */
export async function receiveRemind(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const ids = form.values['tous'] === 'oui' ? null : form.all('ids');
  const outcome = await execute(exchange.ctx, remindMembers(deps), { ids }, { key: form.key });
  if (!outcome.ok) return exchange.redirect(paths.remindAll, { tone: 'warning', text: sentenceOf(outcome) });
  const { count, toCall } = outcome.value;
  return exchange.redirect(paths.remindAll, {
    tone: count > 0 ? 'success' : 'info',
    text: `${plural(count, 'mail part', 'mails partent')}${toCall > 0 ? `, ${plural(toCall, 'personne')} à appeler` : ''}.`,
  });
}

/** `POST /gestion/adhesions/adherents/:id/appele`. */
export async function receiveCalled(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const input = { id: exchange.param('id'), channel: form.values['channel'] ?? 'phone' };
  const outcome = await execute(exchange.ctx, noteReminder, input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    paths.remindAll,
    outcome.ok ? { tone: 'success', text: 'C’est noté.' } : { tone: 'warning', text: sentenceOf(outcome) },
  );
}
