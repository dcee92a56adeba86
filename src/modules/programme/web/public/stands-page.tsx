import { agendaPath, eventAt, eventPath } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';
import { withdrawStand } from '../../commands/answer-stand.ts';
import { askForStand } from '../../commands/ask-for-stand.ts';
import { linkPurposes, ownStandPath, programmePath, standsPath } from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { openProgramme, type OpenProgramme } from '../../queries/open-programme.ts';
import { readStand, readZones, type StoredStand } from '../../queries/stored-programme.ts';
import { asPrivate } from '../private-page.ts';
import { StandWishes, usualWishes, wishesOf } from '../stand-wishes.tsx';
import { errorsOf, type Typed } from '../typed.ts';

/** `GET /agenda/:slug/stands`: a structure asks for a stand. */
export async function showStandForm(exchange: Exchange): Promise<Response> {
  const open = await openHere(exchange);
  return open ? formPage(exchange, open, { values: usualWishes, errors: {} }) : exchange.notFound();
}

/** `POST /agenda/:slug/stands` */
export async function receiveStand(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const open = await openHere(exchange);
  if (!open) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { event } = open;
  if (values[robotTrapField])
    return exchange.redirect(eventPath(event.slug), { tone: 'success', text: 'Merci, c’est bien reçu !' });
  const input = { eventId: event.id, fields: wishesOf(values) };
  const outcome = await execute(exchange.ctx, askForStand(deps), input, { key });
  if (!outcome.ok) return formPage(exchange, open, { values, errors: errorsOf(outcome) }, 422);
  return exchange.redirect(ownStandPath(event.slug, outcome.value.token), {
    tone: 'success',
    text: 'Merci, votre demande est reçue ! Gardez l’adresse de cette page : elle dit où elle en est.',
  });
}

/** The programme here, when stands may be asked for. */
async function openHere({ ctx, param }: Exchange): Promise<OpenProgramme | null> {
  const open = await openProgramme(ctx, param('slug'));
  return open?.isPublic && open.programme.takesStands ? open : null;
}

async function formPage(
  exchange: Exchange,
  { event, programme }: OpenProgramme,
  typed: Typed,
  status = 200,
): Promise<Response> {
  const { title } = event.fields;
  return exchange.page({
    title: `Demander un stand · ${title}`,
    description: `Tenir un stand à ${title}.`,
    section: agendaPath,
    sheets: ['agenda'],
    canonical: standsPath(event.slug),
    status,
    content: (
      <>
        <PageHeader
          trail={[
            { label: 'Agenda', href: agendaPath },
            { label: title, href: eventPath(event.slug) },
            { label: 'Demander un stand' },
          ]}
          title="Demander un stand"
          lead={
            <p>
              {programme.standNote ||
                'Dites qui vous êtes et ce qu’il vous faut : l’équipe regarde la place et vous répond.'}
            </p>
          }
        />
        <Form
          action={standsPath(event.slug)}
          label="Demander un stand"
          draft={`stand-${event.id}`}
          errors={summaryOf(typed.errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <StandWishes typed={typed} />
          <RobotTrap />
          <SubmitBar
            label="Envoyer la demande"
            cancelHref={programmePath(event.slug)}
            cancelLabel="Revenir au programme"
            note="Un e-mail ou un téléphone suffit. Nous les oublions un an après la journée."
          />
        </Form>
      </>
    ),
  });
}

/** `GET /agenda/:slug/stands/:token`: where a request is, by its private link. */
export async function showOwnStand(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const found = await ownStand(exchange, deps);
  if (!found) return exchange.notFound();
  const { open, stand } = found;
  const { event } = open;
  const zone = (await readZones(exchange.ctx.db, event.id)).find(({ id }) => id === stand.zoneId);
  const needs = [
    `${stand.places} emplacement${stand.places > 1 ? 's' : ''}`,
    `${stand.tables} table${stand.tables > 1 ? 's' : ''}`,
    `${stand.chairs} chaise${stand.chairs > 1 ? 's' : ''}`,
    stand.needsSocket ? 'une prise' : '',
    stand.needsWall ? 'un mur' : '',
  ];
  const response = await exchange.page({
    title: 'Votre stand',
    indexed: false,
    section: agendaPath,
    sheets: ['agenda'],
    content: (
      <>
        <PageHeader title="Votre stand" facts={<a href={eventPath(event.slug)}>{event.fields.title}</a>} />
        <StateNotice stand={stand} hubName={exchange.hub.name} />
        <DescriptionList
          rows={[
            { term: 'Structure', value: stand.name },
            { term: 'Sur le stand', value: stand.activity },
            { term: 'Besoins', value: needs.filter(Boolean).join(', ') },
            { term: 'À savoir', value: stand.needsNote },
            { term: 'Où', value: [zone?.name, stand.mark].filter(Boolean).join(', ') },
          ]}
        />
        {(stand.state === 'proposed' || stand.state === 'accepted') && (
          <Panel title="Un empêchement ?">
            <p>Retirez votre stand : la place servira à quelqu’un d’autre.</p>
            <Form action={exchange.url.pathname} label="Retirer le stand" hidden={{ [formKeyField]: exchange.formKey }}>
              <Button kind="ghost">Retirer mon stand</Button>
            </Form>
          </Panel>
        )}
      </>
    ),
  });
  return asPrivate(response);
}

function StateNotice({ stand, hubName }: { readonly stand: StoredStand; readonly hubName: string }) {
  const word = stand.answer && (
    <blockquote>
      <p>{stand.answer}</p>
      <footer>{hubName}</footer>
    </blockquote>
  );
  if (stand.state === 'accepted')
    return (
      <Notice state="success" title="Votre stand est accepté">
        {word}
      </Notice>
    );
  if (stand.state === 'declined')
    return (
      <Notice state="warning" title="Pas de stand possible cette fois-ci">
        {word}
      </Notice>
    );
  if (stand.state === 'withdrawn') return <Notice title="Votre stand est retiré" />;
  return <Notice title="L’équipe regarde la place qui reste, puis vous répond" />;
}

/** `POST /agenda/:slug/stands/:token`: the structure gives up its stand. */
export async function receiveOwnStand(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const found = await ownStand(exchange, deps);
  if (!found) return exchange.notFound();
  const { key } = await exchange.form();
  const { event } = found.open;
  const outcome = await execute(exchange.ctx, withdrawStand, { eventId: event.id, id: found.stand.id }, { key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(exchange.url.pathname, {
    tone: 'success',
    text: 'Votre stand est retiré. Merci de l’avoir dit.',
  });
}

async function ownStand(exchange: Exchange, { links }: ProgrammeDependencies) {
  const id = links.read(linkPurposes.stand, exchange.hub.id, exchange.param('token'));
  const open = id === null ? null : await openForOwner(exchange);
  const stand = id === null ? null : await readStand(exchange.ctx.db, id);
  return open && stand?.eventId === open.event.id ? { open, stand } : null;
}

/** Whoever holds a private link still reads it when the programme is taken down. */
async function openForOwner(exchange: Exchange): Promise<Pick<OpenProgramme, 'event'> | null> {
  const event = await eventAt(exchange.ctx.db, exchange.param('slug'));
  return event && !event.trashedAt ? { event } : null;
}
