import type { JSX } from 'preact';
import { formatDateTime, capitalised } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Label } from '#ui/components/label.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { Form } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { PhotoOrRelief } from '#ui/relief/relief-cover-view.tsx';
import { hueOf } from '../../../cards/publication-cards.ts';
import { isHubsOwn } from '../../../domain/speaker.ts';
import { officePaths, publicationPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { senderOf, type ProposalSender } from '../../../queries/proposals.ts';
import { readPublication, type StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { itemSetting, type ItemSetting } from '../../public/item/item-setting.ts';
import { kindNames, statusNames } from '../../texts.ts';

/** What was typed in the word to the author, and what is wrong with it. */
export interface TypedWord {
  word: string;
  errors: Readonly<Record<string, string>>;
}

/** `GET /gestion/a-valider/:id`: a proposal as it will look, and what to do with it. */
export async function showReview(
  exchange: Exchange,
  deps: PublishingDependencies,
  typed: TypedWord = { word: '', errors: {} },
): Promise<Response> {
  const id = exchange.param('id');
  const proposal = isId(id) ? await readPublication(exchange.ctx.db, id) : null;
  if (!proposal || proposal.trashedAt) return exchange.notFound();
  const [sender, setting] = await Promise.all([senderOf(exchange.ctx.db, id), itemSetting(exchange, deps, proposal)]);
  const isWaiting = proposal.status === 'proposed';
  const hasErrors = Object.keys(typed.errors).length > 0;
  return exchange.page({
    title: `Relire : ${proposal.fields.title}`,
    layout: 'office',
    section: officePaths.list,
    status: hasErrors ? 422 : 200,
    header: {
      title: 'Relire avant de publier',
      facts: `${capitalised(kindNames[proposal.kind].one)} · ${statusNames[proposal.status]}`,
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: 'Relire', href: officePaths.review(id) },
      ],
      ...(isWaiting ? { actions: <Accept proposal={proposal} formKey={exchange.formKey} /> } : {}),
    },
    content: (
      <Columns
        main={
          <>
            {typed.errors[''] && <Notice state="danger" title={typed.errors['']} />}
            <AsShown proposal={proposal} setting={setting} />
          </>
        }
        side={
          <>
            <Origin sender={sender} proposal={proposal} setting={setting} zone={exchange.ctx.zone} />
            {isWaiting ? (
              <SendBack proposal={proposal} typed={typed} exchange={exchange} hasSender={sender !== null} />
            ) : (
              <Handled proposal={proposal} />
            )}
          </>
        }
      />
    ),
  });
}

function Accept({
  proposal,
  formKey,
}: {
  readonly proposal: StoredPublication;
  readonly formKey: string;
}): JSX.Element {
  return (
    <>
      <ButtonLink kind="ghost" icon="edit" href={officePaths.edit(proposal.id)}>
        Modifier
      </ButtonLink>
      <Form
        action={officePaths.review(proposal.id)}
        label="Publier"
        hidden={{ [formKeyField]: formKey, version: String(proposal.version), act: 'publish' }}
      >
        <Button icon="check">Publier</Button>
      </Form>
    </>
  );
}

interface AsShownProps {
  readonly proposal: StoredPublication;
  readonly setting: ItemSetting;
}

/** The proposal in the look of the site. */
function AsShown({ proposal: { id, kind, fields }, setting }: AsShownProps): JSX.Element {
  const { picture, land, organization, hubName } = setting;
  const { speaker = '' } = fields.content as { speaker?: string };
  const own = isHubsOwn(fields);
  return (
    <article class="review-frame">
      <PhotoOrRelief
        id={id}
        hue={hueOf(kind, id)}
        motif={land.motif}
        width={900}
        height={320}
        photo={picture ? photoOf(picture, '(min-width: 60em) 48rem, 92vw') : undefined}
      />
      <div class="review-text">
        <Label own={own}>{own ? `${hubName}, en son nom` : organization?.name || speaker}</Label>
        <h2>
          <span class="large-title">{fields.title}</span>
        </h2>
        {fields.brief && <p class="lead">{fields.brief}</p>}
        <CleanText html={fields.body} />
        <Link content={fields.content} />
      </div>
    </article>
  );
}

function Link({ content }: { readonly content: unknown }): JSX.Element | null {
  const { link } = content as { link?: string };
  if (!link) return null;
  return (
    <p>
      En lire plus :{' '}
      <a href={link} rel="noopener nofollow ugc">
        {link}
      </a>
    </p>
  );
}

interface OriginProps {
  readonly sender: ProposalSender | null;
  readonly proposal: StoredPublication;
  readonly setting: ItemSetting;
  readonly zone: string;
}

/** Who sends it, and what deserves a second look. */
function Origin({ sender, proposal, setting, zone }: OriginProps): JSX.Element {
  const { fields } = proposal;
  const { speaker } = fields.content as { speaker?: string };
  return (
    <Panel title="D’où ça vient">
      <DescriptionList
        rows={[
          { term: 'Proposé par', value: sender?.name ?? 'une personne qui a demandé à être oubliée' },
          { term: 'Adresse', value: sender?.email && <a href={`mailto:${sender.email}`}>{sender.email}</a> },
          { term: 'Le', value: formatDateTime(sender?.sentAt ?? proposal.createdAt, { zone }) },
          {
            term: 'Structure',
            value: setting.organization ? (
              <a href={setting.organization.path}>{setting.organization.name}</a>
            ) : (
              speaker || 'le pôle lui-même'
            ),
            note: !setting.organization && speaker ? 'Elle n’est pas dans l’annuaire sous ce nom.' : undefined,
          },
        ]}
      />
      {fields.imageId && !setting.picture && (
        <Notice state="warning" title="La photo reste cachée">
          <p>Quelqu’un dessus n’a pas encore donné son accord : la page paraîtra avec son paysage.</p>
        </Notice>
      )}
    </Panel>
  );
}

interface SendBackProps {
  readonly proposal: StoredPublication;
  readonly typed: TypedWord;
  readonly exchange: Exchange;
  readonly hasSender: boolean;
}

function SendBack({ proposal, typed, exchange, hasSender }: SendBackProps): JSX.Element {
  return (
    <Panel title="Renvoyer avec un mot">
      <Form
        action={officePaths.review(proposal.id)}
        label="Renvoyer avec un mot"
        errors={typed.errors['word'] ? [{ field: 'word', message: typed.errors['word'] }] : []}
        hidden={{ [formKeyField]: exchange.formKey, version: String(proposal.version), act: 'return' }}
      >
        <TextArea
          name="word"
          label="Ce qui manque"
          hint={
            hasSender
              ? 'La personne le reçoit par mail, avec un lien pour corriger.'
              : 'Plus personne n’est à prévenir : le mot reste avec la publication.'
          }
          rows={4}
          limit={1000}
          required
          value={typed.word}
          error={typed.errors['word']}
        />
        <Button kind="ghost" icon="undo">
          Renvoyer
        </Button>
      </Form>
    </Panel>
  );
}

function Handled({ proposal }: { readonly proposal: StoredPublication }): JSX.Element {
  const { status, kind, slug, id, moderationNote } = proposal;
  return (
    <Notice
      title="Ce n’est plus à relire"
      actions={
        status === 'published' ? (
          <ButtonLink href={publicationPath(kind, slug)}>Voir la page</ButtonLink>
        ) : (
          <ButtonLink href={officePaths.edit(id)}>Ouvrir</ButtonLink>
        )
      }
    >
      <p>État : {statusNames[status].toLowerCase()}.</p>
      {moderationNote && <p>Votre mot : « {moderationNote} »</p>}
    </Notice>
  );
}
