import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { amendEventProposal, withdrawEventProposal } from '../../commands/moderation/amend-event-proposal.ts';
import { followedEventPath, linkPurposes } from '../../moderation-paths.ts';
import { agendaPath, eventPath, proposeEventPath } from '../../paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import { followedEvent, type FollowedEvent } from '../../queries/moderation/followed-event.ts';
import { refusalText } from '../texts.ts';
import { perimeterSentence } from './perimeter-sentence.ts';
import { ProposalFields } from './proposal-fields.tsx';
import { namedErrors, proposalErrors, proposedFields, proposedPlace } from './read-proposal.ts';
import { valuesOf } from './typed-proposal.ts';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** `GET /agenda/proposition/:secret`: where a proposal stands, and its form to change until it is published. */
export async function showFollowed(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const followed = await followedHere(exchange, deps);
  return followed ? followPage(exchange, deps, followed) : exchange.notFound();
}

/** `POST /agenda/proposition/:secret` */
export async function receiveFollowed(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const followed = await followedHere(exchange, deps);
  if (!followed) return exchange.notFound();
  const { ctx } = exchange;
  const { values, key } = await exchange.form();
  const { id } = followed.event;
  if (values['act'] === 'withdraw') {
    const outcome = await execute(ctx, withdrawEventProposal, { id }, { key });
    if (outcome.ok) {
      const text = 'Votre proposition est retirée, et vos coordonnées oubliées.';
      return exchange.redirect(agendaPath, { tone: 'success', text });
    }
    return followPage(exchange, deps, followed);
  }
  const missing = proposalErrors(values);
  if (Object.keys(missing).length > 0) return followPage(exchange, deps, followed, { values, errors: missing });
  const outcome = await execute(
    ctx,
    amendEventProposal,
    {
      id,
      version: Number(values['version']) || 1,
      fields: await proposedFields(ctx, deps, values),
      place: proposedPlace(values),
      reason: values['reason'] ?? '',
    },
    { key },
  );
  if (outcome.ok)
    return exchange.redirect(exchange.url.pathname, { tone: 'success', text: 'Merci, c’est renvoyé à l’équipe.' });
  const named = namedErrors(outcome.fields);
  const errors = Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) };
  return followPage(exchange, deps, followed, { values, errors });
}

async function followedHere(exchange: Exchange, { links }: AgendaDependencies): Promise<FollowedEvent | null> {
  const id = links.read(linkPurposes.proposal, exchange.hub.id, exchange.param('secret'));
  return id === null ? null : followedEvent(exchange.ctx.db, id);
}

async function followPage(
  exchange: Exchange,
  deps: AgendaDependencies,
  followed: FollowedEvent,
  typed?: Typed,
): Promise<Response> {
  const { event, sender, place } = followed;
  const isOpen = !event.trashedAt && (event.status === 'proposed' || event.status === 'returned');
  const ids = event.fields.organizers.flatMap(({ organizationId }) => organizationId ?? []);
  const values = typed?.values ?? {
    ...valuesOf(event.fields, place, await deps.organizations.named(exchange.ctx, ids)),
    reason: sender.reason,
  };
  const response = await exchange.page({
    title: 'Votre rendez-vous proposé',
    indexed: false,
    section: agendaPath,
    sheets: ['agenda'],
    status: typed ? 422 : 200,
    content: (
      <div class="review">
        <PageHeader title="Votre proposition" lead={<p>« {event.fields.title} »</p>} />
        <State followed={followed} hubName={exchange.hub.name} />
        {isOpen && (
          <Amend
            exchange={exchange}
            version={event.version}
            values={values}
            errors={typed?.errors ?? {}}
            note={perimeterSentence(await readAgendaSettings(exchange.ctx.db))}
          />
        )}
      </div>
    ),
  });
  // The address is a secret: it stays with whoever received it. Our own form still says where it comes from, which
  // browsers without `Sec-Fetch-Site` need.
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

function State({
  followed: { event, sender },
  hubName,
}: {
  readonly followed: FollowedEvent;
  readonly hubName: string;
}): JSX.Element {
  const word = (
    <blockquote>
      <p>{event.moderationNote}</p>
    </blockquote>
  );
  if (event.trashedAt)
    return (
      <Notice
        title="Ce rendez-vous ne paraîtra pas"
        actions={<ButtonLink href={proposeEventPath}>En proposer un autre</ButtonLink>}
      >
        {event.moderationNote && word}
        <p>Un mot de {hubName}. Une question ? Écrivez-nous : nous en parlons volontiers.</p>
      </Notice>
    );
  if (event.status === 'published')
    return (
      <Notice
        state="success"
        title="C’est dans l’agenda"
        actions={<ButtonLink href={eventPath(event.slug)}>Voir la page</ButtonLink>}
      >
        <p>Faites passer l’adresse : c’est ainsi que les gens viennent.</p>
      </Notice>
    );
  if (event.status === 'returned')
    return (
      <Notice state="warning" title="Il manque peu de chose">
        {word}
        <p>Un mot de {hubName}. Corrigez ci-dessous, puis renvoyez.</p>
      </Notice>
    );
  return (
    <Notice title="L’équipe la relit">
      <p>
        {sender.email || sender.personId
          ? 'Vous recevrez un mail dès qu’elle paraît, ou s’il manque quelque chose.'
          : 'Nous vous appellerons dès qu’elle paraît, ou s’il manque quelque chose.'}
      </p>
    </Notice>
  );
}

interface AmendProps extends Typed {
  readonly exchange: Exchange;
  readonly version: number;
  readonly note: string;
}

function Amend({ exchange, version, values, errors, note }: AmendProps): JSX.Element {
  const action = followedEventPath(exchange.param('secret'));
  return (
    <>
      <Form
        action={action}
        label="Corriger la proposition"
        errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
        hidden={{ [formKeyField]: exchange.formKey, version: String(version) }}
      >
        <ProposalFields
          values={values}
          errors={errors}
          perimeterNote={note}
          today={exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate()}
        />
        <SubmitBar label="Renvoyer à l’équipe" />
      </Form>
      <Panel title="Vous changez d’avis ?">
        <p>Votre proposition part à la corbeille, et vos coordonnées sont oubliées.</p>
        <Form action={action} label="Retirer la proposition" hidden={{ act: 'withdraw' }}>
          <Button kind="ghost" icon="trash">
            Retirer ma proposition
          </Button>
        </Form>
      </Panel>
    </>
  );
}
