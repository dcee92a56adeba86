import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { searchMunicipalities } from '#platform/geo/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { suggestOrganization } from '../../commands/moderation/suggest-organization.ts';
import { townFromWords } from '../../commands/moderation/town-from-words.ts';
import { correctPath, suggestPath } from '../../commands/moderation/visitor-paths.ts';
import { missionLength } from '../../domain/organization-draft.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import type { LikelySame } from '../../queries/likely-same.ts';
import { similarNames } from '../../queries/moderation/similar-names.ts';
import { errorLines, untouched, type Typed } from './form-values.ts';
import { visitorRefusal } from './texts.ts';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';

/** `GET /annuaire/proposer` */
export async function showSuggest(exchange: Exchange): Promise<Response> {
  return suggestPage(exchange, untouched, []);
}

/** `POST /annuaire/proposer` */
export async function receiveSuggestion(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  if (values[robotTrapField]) return exchange.redirect(`${suggestPath}/merci`);
  const outcome = await execute(
    exchange.ctx,
    suggestOrganization,
    {
      proposed: {
        name: values['proposed.name'] ?? '',
        mission: values['proposed.mission'] ?? '',
        place: townFromWords(values['proposed.place'] ?? ''),
        phone: values['proposed.phone'] ?? '',
        email: values['proposed.email'] ?? '',
        website: values['proposed.website'] ?? '',
      },
      author: { email: values['author.email'] ?? '' },
      isAnother: values['autre'] === 'oui',
    },
    { key },
  );
  if (outcome.ok) return exchange.redirect(`${suggestPath}/merci`);
  if (outcome.reason === 'looks_alike')
    return suggestPage(exchange, { values, errors: {} }, outcome.details as LikelySame[], 422);
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': visitorRefusal(outcome.reason) };
  return suggestPage(exchange, { values, errors }, [], 422);
}

/** `GET /annuaire/proposer/structures?q=`: what is being typed may already be there. */
export async function suggestKnownNames(exchange: Exchange): Promise<Response> {
  const known = await similarNames(exchange.ctx.db, exchange.query('q'));
  return exchange.http.json(
    known.map(({ name, city }) => ({ value: name, label: `${name}${city ? ` (${city})` : ''}, déjà dans l’annuaire` })),
  );
}

/** `GET /annuaire/proposer/communes?q=` */
export function suggestTowns(exchange: Exchange): Response {
  const found = searchMunicipalities(exchange.query('q').slice(0, 80), 8);
  return exchange.http.json(found.map(({ name, postcodes }) => `${postcodes[0] ?? ''} ${name}`.trim()));
}

function suggestPage(exchange: Exchange, typed: Typed, alike: readonly LikelySame[], status = 200): Promise<Response> {
  return exchange.page({
    title: 'Proposer une structure',
    description: `Faire connaître une association, une coopérative ou une entreprise solidaire à ${exchange.hub.name}.`,
    section: directoryPath,
    status,
    content: (
      <>
        <PageHeader
          title="Qui manque dans l’annuaire ?"
          trail={[{ label: 'Annuaire', href: directoryPath }, { label: 'Proposer une structure' }]}
          lead={<p>Un nom et une commune suffisent. On relit, et la fiche paraît. Deux minutes, sans compte.</p>}
        />
        <Columns main={<SuggestForm exchange={exchange} typed={typed} alike={alike} />} side={<Explanation />} />
      </>
    ),
  });
}

function SuggestForm({
  exchange,
  typed: { values, errors },
  alike,
}: {
  readonly exchange: Exchange;
  readonly typed: Typed;
  readonly alike: readonly LikelySame[];
}): JSX.Element {
  return (
    <Form
      action={suggestPath}
      label="Proposer une structure"
      draft="proposer"
      errors={errorLines(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      {alike.length > 0 && <AlreadyThere alike={alike} />}
      <Combobox
        name="proposed.name"
        label="Nom de la structure"
        required
        source={`${suggestPath}/structures`}
        hint="Si elle apparaît pendant que vous tapez, elle est déjà dans l’annuaire."
        value={values['proposed.name']}
        error={errors['proposed.name']}
      />
      <Combobox
        name="proposed.place"
        label="Commune"
        source={`${suggestPath}/communes`}
        hint="Par exemple : 35580 Guichen"
        value={values['proposed.place']}
        error={errors['proposed.place']}
      />
      <TextArea
        name="proposed.mission"
        label="Ce qu’elle fait, en une phrase"
        rows={3}
        limit={missionLength}
        value={values['proposed.mission']}
        error={errors['proposed.mission']}
      />
      <FieldRow>
        <TextField
          name="proposed.phone"
          label="Son téléphone"
          type="tel"
          value={values['proposed.phone']}
          error={errors['proposed.phone']}
          grow
        />
        <TextField
          name="proposed.website"
          label="Son site"
          type="url"
          value={values['proposed.website']}
          error={errors['proposed.website']}
          grow
        />
      </FieldRow>
      <TextField
        name="proposed.email"
        label="Son adresse électronique"
        hint="Jamais affichée telle quelle : un formulaire fait suivre les messages."
        type="email"
        value={values['proposed.email']}
        error={errors['proposed.email']}
      />
      <TextField
        name="author.email"
        label="Votre adresse, si vous voulez une réponse"
        type="email"
        autocomplete="email"
        value={values['author.email']}
        error={errors['author.email']}
      />
      <RobotTrap />
      <SubmitBar label="Proposer" cancelHref={directoryPath} cancelLabel="Revenir à l’annuaire" />
    </Form>
  );
}

function AlreadyThere({ alike }: { readonly alike: readonly LikelySame[] }): JSX.Element {
  return (
    <Notice state="warning" title="Cette structure est peut-être déjà là">
      <ul>
        {alike.map(({ slug, name, city }) => (
          <li>
            <a href={organizationPath(slug)}>{name}</a>
            {city && `, ${city}`} · <a href={correctPath(slug)}>Corriger cette fiche</a>
          </li>
        ))}
      </ul>
      <Checkbox name="autre" label="C’est une autre structure : je la propose" />
    </Notice>
  );
}

function Explanation(): JSX.Element {
  return (
    <>
      <div class="side-cover">
        <ReliefCover id="proposer une structure" />
      </div>
      <Panel title="Et ensuite ?">
        <p>L’équipe relit votre proposition, complète si besoin, puis publie la fiche sur la carte.</p>
        <p>
          Vous travaillez dans cette structure ? Une fois la fiche en ligne, vous pourrez la tenir à jour vous-même.
        </p>
      </Panel>
    </>
  );
}
