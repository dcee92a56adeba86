import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { closeCalendar } from '../../../commands/calendars/own-calendars.ts';
import { agendaPath, subscriptionPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { CalendarAddress, HowToSubscribe } from './how-to-subscribe.tsx';
import { calendarAsked, ownCalendarPath } from './own-paths.ts';

/** `GET /agenda/mon-agenda/<secret>`: the address of one's calendar, what to do with it, and how to close it. */
export async function showOwnCalendar(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const calendar = await calendarAsked(exchange, deps);
  if (!calendar) return exchange.notFound();
  const path = ownCalendarPath(deps, exchange.ctx.hubId, calendar.id);
  return exchange.page({
    title: 'Votre calendrier',
    indexed: false,
    section: agendaPath,
    sheets: ['agenda'],
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Agenda', href: agendaPath },
            { label: 'Dans votre calendrier', href: subscriptionPath },
            { label: 'Le vôtre' },
          ]}
          title="Votre calendrier"
          lead={<p>Voici son adresse. Gardez-la pour vous : qui la connaît voit ce qu’elle contient.</p>}
        />
        <Columns
          main={
            <>
              <Panel title="Son adresse">
                <CalendarAddress url={`${exchange.hub.origin}${path}.ics`} />
              </Panel>
              <Panel title="Ne plus s’en servir">
                <p>Une fois fermée, cette adresse ne répond plus. Vous pourrez en demander une autre.</p>
                <form method="post" action={path}>
                  <input type="hidden" name={formKeyField} value={exchange.formKey} />
                  <Button kind="ghost">Fermer ce calendrier</Button>
                </form>
              </Panel>
            </>
          }
          side={<HowToSubscribe />}
        />
      </>
    ),
  });
}

/** `POST /agenda/mon-agenda/<secret>` */
export async function closeOwnCalendar(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const calendar = await calendarAsked(exchange, deps);
  if (!calendar) return exchange.notFound();
  const { key } = await exchange.form();
  await execute(exchange.ctx, closeCalendar, { id: calendar.id, holdsAddress: true }, key ? { key } : {});
  return exchange.redirect(subscriptionPath, {
    tone: 'success',
    text: 'Ce calendrier est fermé : son adresse ne répond plus.',
  });
}
