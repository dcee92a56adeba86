import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import {
  AgreementsPanel,
  ErasurePanel,
  heldData,
  knownPerson,
  SectionList,
  type KnownPerson,
} from '#modules/identity/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { paths } from '../../paths.ts';
import type { PeopleDependencies } from '../../ports.ts';
import { waitingAddress } from '../../queries/own-address.ts';
import { rightsLink } from '../../queries/rights-link.ts';
import type { Typed } from '../relations/relation-form.ts';
import { AddressPanel } from './address-panel.tsx';

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
  const waiting = await waitingAddress(exchange.ctx, link.personId);
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
          <AddressPanel exchange={exchange} person={person} waiting={waiting} typed={typed} errors={errors} />
          <SectionList sections={sections} zone={zone} />
          <AgreementsPanel
            consents={person.consents}
            zone={zone}
            newKey={() => exchange.ctx.newId()}
            withdrawal={(consentId) => ({ action: `${paths.ownRights(secret)}/accords`, hidden: { consentId } })}
          />
          <ErasurePanel
            askedAt={person.erasureAskedAt}
            zone={zone}
            action={`${paths.ownRights(secret)}/effacer`}
            formKey={exchange.ctx.newId()}
          />
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
        errors={'email' in errors ? [] : summaryOf(errors)}
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

/** A page behind a secret address: never indexed, never kept, its address told to no other site. */
export async function privatePage(exchange: Exchange, view: PageView): Promise<Response> {
  const response = await exchange.page({ ...view, indexed: false });
  return sealed(response);
}

export function sealed(response: Response): Response {
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('x-robots-tag', 'noindex, nofollow, noarchive');
  return response;
}
