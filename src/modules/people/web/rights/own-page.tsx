import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { heldData, knownPerson, SectionList, type KnownPerson } from '#modules/identity/index.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { rightsLink } from '../../queries/rights-link.ts';
import { ActButton } from '../relations/act-button.tsx';
import type { Typed } from '../relations/relation-form.ts';

/** `GET /mes-donnees/:secret`: a button first, for programs follow the links of mails; then all that is held. */
export const showOwnRights =
  (deps: PeopleDependencies) =>
  (exchange: Exchange): Promise<Response> =>
    ownPage(deps, exchange, null, {});

/** The page with what was refused of a correction. */
export async function ownPage(
  deps: PeopleDependencies,
  exchange: Exchange,
  typed: Typed | null,
  errors: Typed,
): Promise<Response> {
  const secret = exchange.param('secret');
  const link = await rightsLink(exchange.ctx, secret);
  const person = link && (await knownPerson(exchange.ctx.db, link.personId));
  if (!link || !person) return exchange.notFound();
  if (!link.isOpened) return privatePage(exchange, closedPage(exchange, secret));
  const sections = await heldData(exchange.ctx, deps.personalData, link.personId);
  const zone = exchange.hub.zone;
  return privatePage(exchange, {
    title: 'Mes données',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    content: (
      <>
        <PageHeader
          title={`Ce que nous savons de ${person.name}`}
          lead={<p>Tout ce que ce site garde à votre sujet. Ce lien dure trois jours.</p>}
          actions={
            <>
              <ButtonLink kind="ghost" icon="download" href={`${paths.ownRights(secret)}/donnees.html`} download>
                Version à lire
              </ButtonLink>
              <ButtonLink kind="ghost" icon="download" href={`${paths.ownRights(secret)}/donnees.json`} download>
                Fichier JSON
              </ButtonLink>
            </>
          }
        />
        <div class="panels">
          <Correction exchange={exchange} person={person} typed={typed} errors={errors} />
          <SectionList sections={sections} zone={zone} />
          <Agreements exchange={exchange} person={person} />
          <Erasure exchange={exchange} person={person} />
        </div>
      </>
    ),
  });
}

const closedPage = (exchange: Exchange, secret: string): PageView => ({
  title: 'Mes données',
  content: (
    <>
      <PageHeader title="Ce que nous savons de vous" lead={<p>Ce lien est à vous seul·e.</p>} />
      <Form action={`${paths.ownRights(secret)}/ouvrir`} hidden={{ [formKeyField]: exchange.ctx.newId() }}>
        <SubmitBar label="Voir mes données" />
      </Form>
    </>
  ),
});

function Correction({
  exchange,
  person,
  typed,
  errors,
}: {
  readonly exchange: Exchange;
  readonly person: KnownPerson;
  readonly typed: Typed | null;
  readonly errors: Typed;
}): JSX.Element {
  const value = (name: 'givenName' | 'familyName' | 'phone' | 'postal') => typed?.[name] ?? person[name];
  return (
    <Panel title="Corriger" id="corriger">
      <Form
        action={`${paths.ownRights(exchange.param('secret'))}/corriger`}
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
        errors={summaryOf(errors)}
        label="Corriger mes coordonnées"
      >
        <FieldRow>
          <TextField
            name="givenName"
            label="Prénom"
            autocomplete="given-name"
            value={value('givenName')}
            error={errors['givenName']}
            grow
          />
          <TextField
            name="familyName"
            label="Nom"
            autocomplete="family-name"
            value={value('familyName')}
            error={errors['familyName']}
            grow
          />
        </FieldRow>
        <TextField
          name="phone"
          type="tel"
          label="Téléphone"
          autocomplete="tel"
          hint="Vidé, il est effacé."
          value={value('phone')}
          error={errors['phone']}
        />
        <TextField
          name="postal"
          label="Adresse postale"
          autocomplete="address-line1"
          value={value('postal')}
          error={errors['postal']}
        />
        <SubmitBar label="Enregistrer" />
      </Form>
      <p class="facts">
        Autre chose est faux ? <a href="/contact">Dites-le nous</a> : nous corrigeons sous un mois.
      </p>
    </Panel>
  );
}

interface OwnProps {
  readonly exchange: Exchange;
  readonly person: KnownPerson;
}

function Agreements({ exchange, person }: OwnProps): JSX.Element | null {
  if (person.consents.length === 0) return null;
  const zone = exchange.hub.zone;
  return (
    <Panel title="Mes accords" id="accords">
      <ul class="plain-list">
        {person.consents.map((consent) => (
          <li>
            <p>
              « {consent.wording} »
              <br />
              <span class="facts">
                Donné le {formatDate(consent.givenAt, { zone })} ({consent.source})
                {consent.withdrawnAt && `, retiré le ${formatDate(consent.withdrawnAt, { zone })}`}
              </span>
            </p>
            {!consent.withdrawnAt && (
              <ActButton
                action={`${paths.ownRights(exchange.param('secret'))}/accords`}
                label="Retirer cet accord"
                kind="ghost"
                formKey={exchange.ctx.newId()}
                hidden={{ consentId: consent.id }}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Erasure({ exchange, person }: OwnProps): JSX.Element {
  return (
    <Panel title="Tout effacer" id="effacement">
      {person.erasureAskedAt ? (
        <Notice>
          Demande reçue le {formatDate(person.erasureAskedAt, { zone: exchange.hub.zone })}. L’équipe vous répond au
          plus tard un mois après.
        </Notice>
      ) : (
        <Form
          action={`${paths.ownRights(exchange.param('secret'))}/effacer`}
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
        >
          <p>
            L’équipe effacera vos données, sauf celles que la loi oblige à garder (comptabilité, émargements…), et vous
            dira lesquelles.
          </p>
          <SubmitBar label="Demander l’effacement" kind="danger" />
        </Form>
      )}
    </Panel>
  );
}

/** A page behind a secret address: never indexed, never kept, its address told to no other site. */
async function privatePage(exchange: Exchange, view: PageView): Promise<Response> {
  const response = await exchange.page({ ...view, indexed: false });
  return sealed(response);
}

export function sealed(response: Response): Response {
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
