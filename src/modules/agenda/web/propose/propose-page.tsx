import type { JSX } from 'preact';
import { PhotoField, photosWanted, recentPhotos, type RecentPhoto } from '#modules/photos/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { agendaPath, proposeEventPath } from '../../paths.ts';
import { mayPublishEvents, mayWriteEvents } from '../../policy.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { readAgendaSettings } from '../../queries/agenda-settings.ts';
import type { LikelySame } from '../../queries/moderation/likely-same.ts';
import { eventToRepeat } from '../../queries/moderation/event-to-repeat.ts';
import { perimeterSentence } from './perimeter-sentence.ts';
import { ProposalFields } from './proposal-fields.tsx';
import { photoName } from './proposed-photo.ts';
import { SenderFields } from './sender-fields.tsx';
import { untouched, valuesOf, type TypedProposal } from './typed-proposal.ts';

/** `GET /agenda/proposer`: empty, or filled from a public event to do again (`?comme=`). */
export async function showProposalForm(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const again = await eventToRepeat(exchange.ctx.db, exchange.query('comme'));
  if (!again) return proposePage(exchange, untouched);
  const ids = again.fields.organizers.flatMap(({ organizationId }) => organizationId ?? []);
  const organizations = await deps.organizations.named(exchange.ctx, ids);
  // Another day, and nothing of what was between its sender and the team.
  const values = { ...valuesOf(again.fields, again.place, organizations), startsOn: '', endsOn: '', onlineLink: '' };
  return proposePage(exchange, { ...untouched, values: { ...values, comme: again.id } });
}

/** The form, as it was typed. */
export async function proposePage(
  exchange: Exchange,
  typed: TypedProposal,
  { status = 200, likely = [] }: { status?: number; likely?: readonly LikelySame[] } = {},
): Promise<Response> {
  const { ctx, actor } = exchange;
  const { form, photo } = typed;
  const wanted = form ? photosWanted(form, photoName, photo) : {};
  const [settings, recent] = await Promise.all([readAgendaSettings(ctx.db), recentPhotos(ctx, wanted)]);
  const publishes = mayPublishEvents(actor, settings.trustedRoles);
  const note = perimeterSentence(settings);
  return exchange.page({
    title: 'Proposer un rendez-vous',
    description: `Faites connaître votre rendez-vous dans l’agenda de ${exchange.hub.name}.`,
    section: agendaPath,
    sheets: ['agenda'],
    status,
    content: (
      <>
        <PageHeader
          title="Annoncez votre rendez-vous"
          trail={[{ label: 'Agenda', href: agendaPath }, { label: 'Proposer' }]}
          lead={<p>Un titre, un jour, un lieu. Trois minutes, sans compte.</p>}
        />
        <Columns
          main={<ProposalForm {...{ exchange, typed, recent, publishes, likely, note }} />}
          side={<Explanation publishes={publishes} />}
        />
      </>
    ),
  });
}

interface ProposalFormProps {
  readonly exchange: Exchange;
  readonly typed: TypedProposal;
  readonly recent: readonly RecentPhoto[];
  readonly publishes: boolean;
  readonly likely: readonly LikelySame[];
  readonly note: string;
}

function ProposalForm({ exchange, typed, recent, publishes, likely, note }: ProposalFormProps): JSX.Element {
  const { values, photo, errors } = typed;
  const isKnown = mayWriteEvents(exchange.actor);
  const keptPhoto: Record<string, string> = recent.length === 0 && photo.imageId ? { [photoName]: photo.imageId } : {};
  const repeated: Record<string, string> = values['comme'] ? { comme: values['comme'] } : {};
  return (
    <Form
      action={proposeEventPath}
      label="Proposer un rendez-vous"
      draft="proposer-rendez-vous"
      withFiles
      errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
      hidden={{ [formKeyField]: exchange.formKey, ...keptPhoto, ...repeated }}
    >
      {likely.length > 0 && <MaybeThere likely={likely} />}
      <ProposalFields
        values={values}
        errors={errors}
        perimeterNote={note}
        today={exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate()}
      />
      <PhotoField
        name={photoName}
        label="Une photo"
        hint={
          keptPhoto[photoName]
            ? 'Votre photo est déjà reçue : inutile de la renvoyer.'
            : 'Facultative, mais on regarde d’abord les images.'
        }
        value={photo}
        recent={recent}
        errors={errors}
        words={values[`${photoName}_words`]}
      />
      {!isKnown && <SenderFields values={values} errors={errors} defaultName={exchange.actor?.name ?? ''} />}
      <RobotTrap />
      <SubmitBar
        label={publishes ? 'Publier' : 'Proposer'}
        cancelHref={agendaPath}
        cancelLabel="Revenir à l’agenda"
        note={publishes ? undefined : 'L’équipe relit avant de publier.'}
      />
    </Form>
  );
}

/** What looks the same that day: told once, then the sender decides. */
function MaybeThere({ likely }: { readonly likely: readonly LikelySame[] }): JSX.Element {
  return (
    <Notice state="warning" title="Ce rendez-vous y est peut-être déjà">
      <ul>
        {likely.map(({ title, path }) => (
          <li>
            <a href={path}>{title}</a>
          </li>
        ))}
      </ul>
      <Checkbox name="another" label="C’est bien un autre rendez-vous : envoyez-le" />
    </Notice>
  );
}

function Explanation({ publishes }: { readonly publishes: boolean }): JSX.Element {
  return (
    <>
      <div class="side-cover">
        <ReliefCover id="proposer un rendez-vous" />
      </div>
      {publishes ? (
        <Notice title="Votre rendez-vous paraît aussitôt" />
      ) : (
        <Panel title="Et ensuite ?">
          <p>L’équipe relit, et publie. S’il manque quelque chose, elle vous renvoie votre texte avec un mot.</p>
          <p>Vous recevez un lien pour suivre votre proposition et la corriger.</p>
        </Panel>
      )}
    </>
  );
}
