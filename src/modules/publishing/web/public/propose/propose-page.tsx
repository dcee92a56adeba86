import type { JSX } from 'preact';
import {
  noPhoto,
  PhotoField,
  photosWanted,
  recentPhotos,
  type PhotoChoice,
  type RecentPhoto,
} from '#modules/photos/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { listPath, proposePath } from '../../../paths.ts';
import { mayPublish, mayRunSite, mayWrite } from '../../../policy.ts';
import { readPublishingSettings } from '../../../queries/publishing-settings.ts';
import { photoName } from './proposed-photo.ts';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';

const path = proposePath('news');

/** What was typed and what is wrong with it, by field name. */
export interface TypedProposal {
  form: SentForm | null;
  photo: PhotoChoice;
  errors: Readonly<Record<string, string>>;
}

export const untouched: TypedProposal = { form: null, photo: noPhoto, errors: {} };

/** `GET /actualites/proposer`, and the same after a refusal. */
export async function proposePage(exchange: Exchange, typed: TypedProposal, status = 200): Promise<Response> {
  const { ctx, actor } = exchange;
  const { form, photo } = typed;
  const wanted = form ? photosWanted(form, photoName, photo) : {};
  const [{ trustedRoles }, recent] = await Promise.all([readPublishingSettings(ctx.db), recentPhotos(ctx, wanted)]);
  const publishes = mayPublish(actor, 'news', trustedRoles);
  return exchange.page({
    title: 'Proposer une actualité',
    description: `Faites connaître ce qui se passe chez vous sur le site de ${exchange.hub.name}.`,
    section: listPath('news'),
    status,
    content: (
      <>
        <PageHeader
          title="Racontez ce qui se passe"
          trail={[{ label: 'Actualités', href: listPath('news') }, { label: 'Proposer' }]}
          lead={<p>Un titre, deux phrases, une photo si vous en avez une. Trois minutes, sans compte.</p>}
        />
        <Columns
          main={<ProposalForm exchange={exchange} typed={typed} recent={recent} publishes={publishes} />}
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
}

function ProposalForm({ exchange, typed, recent, publishes }: ProposalFormProps): JSX.Element {
  const { form, photo, errors } = typed;
  const values = form?.values ?? {};
  const isKnown = mayWrite(exchange.actor);
  const keptPhoto: Record<string, string> = recent.length === 0 && photo.imageId ? { [photoName]: photo.imageId } : {};
  return (
    <Form
      action={path}
      label="Proposer une actualité"
      draft="proposer-actualite"
      withFiles
      errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
      hidden={{ [formKeyField]: exchange.formKey, ...keptPhoto }}
    >
      <TextField
        name="title"
        label="Titre"
        hint="Ce qui se passe, en une phrase : « Un café associatif ouvre à Pipriac »."
        required
        maxlength={200}
        value={values['title']}
        error={errors['title']}
      />
      <TextArea
        name="story"
        label="Que se passe-t-il ?"
        hint="Qui, quoi, où, quand. Deux phrases suffisent ; vous pouvez en dire plus."
        required
        rows={5}
        limit={5000}
        value={values['story']}
        error={errors['story']}
      />
      <Combobox
        name="structure"
        label={mayRunSite(exchange.actor) ? 'Structure qui parle (vide : le pôle)' : 'Votre structure'}
        source={`${path}/structures`}
        hint="Tapez quelques lettres. Si elle n’est pas dans l’annuaire, écrivez son nom."
        required={!mayRunSite(exchange.actor)}
        value={values['structure']}
        error={errors['structure']}
      />
      <PhotoField
        name={photoName}
        label="Une photo"
        hint={
          photo.imageId && keptPhoto[photoName]
            ? 'Votre photo est déjà reçue : inutile de la renvoyer.'
            : 'Facultative, mais on regarde d’abord les images.'
        }
        value={photo}
        recent={recent}
        errors={errors}
        words={values[`${photoName}_words`]}
      />
      <TextField
        name="link"
        label="Pour en savoir plus"
        hint="L’adresse d’une page, si elle existe."
        type="url"
        value={values['link']}
        error={errors['link']}
      />
      {isKnown ? null : (
        <FieldRow>
          <TextField
            name="name"
            label="Votre nom"
            autocomplete="name"
            required
            value={values['name']}
            error={errors['name']}
            grow
          />
          <TextField
            name="email"
            label="Votre adresse électronique"
            type="email"
            autocomplete="email"
            required
            value={values['email']}
            error={errors['email']}
            grow
          />
        </FieldRow>
      )}
      <RobotTrap />
      <SubmitBar
        label={publishes ? 'Publier' : 'Proposer'}
        cancelHref={listPath('news')}
        cancelLabel="Revenir aux actualités"
        note={isKnown ? undefined : 'Votre adresse ne sert qu’à vous répondre : elle n’est pas publiée.'}
      />
    </Form>
  );
}

function Explanation({ publishes }: { readonly publishes: boolean }): JSX.Element {
  return (
    <>
      <div class="side-cover">
        <ReliefCover id="proposer une actualité" />
      </div>
      {publishes ? (
        <Notice title="Votre actualité paraît aussitôt" />
      ) : (
        <Panel title="Et ensuite ?">
          <p>L’équipe relit, et publie. S’il manque quelque chose, elle vous renvoie votre texte avec un mot.</p>
          <p>Vous recevez un lien pour suivre votre proposition et la corriger.</p>
        </Panel>
      )}
    </>
  );
}
