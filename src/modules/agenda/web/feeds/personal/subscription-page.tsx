import { execute } from '#platform/command/execute.ts';
import { feedFormatNames, feedFormats } from '#platform/feeds/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { alarmChoices, openCalendar } from '../../../commands/calendars/own-calendars.ts';
import { eventTypeFacts, eventTypes, isEventType } from '../../../domain/event-types.ts';
import { agendaCalendarPath, agendaPath, subscriptionPath } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { calendarsOfPerson } from '../../../queries/feeds/own-calendars.ts';
import { everyDate, typeSlugs, writeAgendaQuery } from '../../public/agenda-query.ts';
import { refusalText } from '../../texts.ts';
import { CalendarAddress, HowToSubscribe } from './how-to-subscribe.tsx';
import { ownCalendarPath } from './own-paths.ts';

const alarmNames: Readonly<Record<(typeof alarmChoices)[number], string>> = {
  15: 'Un quart d’heure avant',
  60: 'Une heure avant',
  180: 'Trois heures avant',
  1440: 'La veille',
  2880: 'Deux jours avant',
};

/** `GET /agenda/abonnement`: how to have the agenda in one's own calendar. */
export function showSubscription(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  return draw(exchange, deps, {}, '');
}

/** `POST /agenda/abonnement`: a calendar of one's own, at an address nobody guesses. */
export async function receiveSubscription(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const { values, key } = await exchange.form();
  const type = values['type'] ?? '';
  const whose = values['de'] === 'pole' || values['de'] === 'partenaires' ? values['de'] : null;
  const minutes = alarmChoices.find((choice) => String(choice) === values['rappel']) ?? null;
  const wanted = {
    question: writeAgendaQuery({ ...everyDate, type: isEventType(type) ? type : null, whose }),
    hasAgenda: !exchange.actor || values['agenda'] === 'oui',
    hasRegistrations: values['inscriptions'] === 'oui',
    alarmMinutes: minutes,
  };
  const opened = await execute(exchange.ctx, openCalendar, wanted, key ? { key } : {});
  if (!opened.ok) return draw(exchange, deps, values, refusalText(opened.reason), 422);
  return exchange.redirect(ownCalendarPath(deps, exchange.ctx.hubId, opened.value.id));
}

async function draw(
  exchange: Exchange,
  deps: AgendaDependencies,
  values: Readonly<Record<string, string>>,
  problem: string,
  status = 200,
): Promise<Response> {
  const { actor, ctx, hub } = exchange;
  const own = actor ? await calendarsOfPerson(ctx.db, actor.personId) : [];
  return exchange.page({
    title: 'L’agenda dans votre calendrier',
    description: `Suivez l’agenda de ${hub.name} dans votre téléphone ou votre ordinateur.`,
    section: agendaPath,
    sheets: ['agenda'],
    status,
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Agenda', href: agendaPath }, { label: 'Dans votre calendrier' }]}
          title="L’agenda dans votre calendrier"
          lead={
            <p>
              Suivez tous les rendez-vous, ou une partie, dans le calendrier de votre téléphone ou de votre ordinateur.
            </p>
          }
        />
        <Columns
          main={
            <>
              <Panel title="Tout l’agenda">
                <CalendarAddress url={hub.origin + agendaCalendarPath} />
              </Panel>
              <Panel title="Un calendrier à vous">
                <p>
                  Choisissez ce qui vous intéresse, avec un rappel si vous voulez. L’adresse obtenue est à vous seul :
                  vous pourrez la fermer.
                </p>
                <Form
                  action={subscriptionPath}
                  hidden={{ [formKeyField]: exchange.formKey }}
                  errors={problem ? [{ message: problem }] : []}
                >
                  {actor && (
                    <Checkbox
                      name="inscriptions"
                      label="Les rendez-vous où je suis inscrit·e"
                      checked={problem === '' || values['inscriptions'] === 'oui'}
                    />
                  )}
                  {actor && (
                    <Checkbox
                      name="agenda"
                      label="Les rendez-vous de l’agenda"
                      checked={problem === '' || values['agenda'] === 'oui'}
                    />
                  )}
                  <Select
                    name="type"
                    label="Type"
                    value={values['type']}
                    placeholder="Tous"
                    choices={eventTypes.map((type) => ({ value: type, label: eventTypeFacts[type].label }))}
                  />
                  <Select
                    name="de"
                    label="Organisés par"
                    value={values['de']}
                    placeholder="Tout le monde"
                    choices={[
                      { value: 'pole', label: 'Le pôle' },
                      { value: 'partenaires', label: 'Ses partenaires' },
                    ]}
                  />
                  <Select
                    name="rappel"
                    label="Rappel"
                    value={values['rappel']}
                    placeholder="Aucun"
                    choices={alarmChoices.map((minutes) => ({ value: String(minutes), label: alarmNames[minutes] }))}
                  />
                  <SubmitBar label="Obtenir mon adresse" />
                </Form>
                {own.length > 0 && (
                  <>
                    <h3>Vos calendriers</h3>
                    <ul>
                      {own.map((calendar, index) => (
                        <li>
                          <a href={ownCalendarPath(deps, ctx.hubId, calendar.id)}>
                            {calendar.name || `Calendrier n° ${own.length - index}`}
                          </a>
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </Panel>
            </>
          }
          side={
            <>
              <HowToSubscribe />
              <Panel title="Une partie de l’agenda">
                <p>Chaque type de rendez-vous a son calendrier.</p>
                <ul class="row">
                  {eventTypes.map((type) => (
                    <li>
                      <a class="chip" href={`${agendaPath}/type/${typeSlugs[type]}.ics`}>
                        {eventTypeFacts[type].label}
                      </a>
                    </li>
                  ))}
                </ul>
              </Panel>
              <Panel title="Autres formes">
                <p>Pour un lecteur de flux, ou pour reprendre l’agenda sur un autre site.</p>
                <ul class="row">
                  {feedFormats.map((format) => (
                    <li>
                      <a class="chip" href={`${agendaPath}.${format}`}>
                        {`Flux ${feedFormatNames[format]}`}
                      </a>
                    </li>
                  ))}
                  <li>
                    <a class="chip" href={`${agendaPath}.csv`}>
                      Tableau (CSV)
                    </a>
                  </li>
                  <li>
                    <a class="chip" href={`${agendaPath}/openagenda.json`}>
                      OpenAgenda
                    </a>
                  </li>
                  <li>
                    <a class="chip" href="/api/agenda.json">
                      Données (JSON)
                    </a>
                  </li>
                </ul>
              </Panel>
            </>
          }
        />
      </>
    ),
  });
}
