import type { JSX } from 'preact';
import { piecesForMembers } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { knownAddresses, type KnownAddress } from '../../commands/moderation/known-addresses.ts';
import { requestClaim } from '../../commands/moderation/request-claim.ts';
import { claimPath, correctPath } from '../../commands/moderation/visitor-paths.ts';
import type { StoredOrganization } from '../../commands/saving/stored-organization.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { sheetOfAddress } from './correct-page.tsx';
import { underRules } from '../../profile/under-rules.ts';
import { errorLines, untouched, type Typed } from './form-values.ts';
import { visitorRefusal } from './texts.ts';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';

/** `GET /annuaire/<slug>/revendiquer` */
export async function showClaim(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  return sheet ? claimPage(exchange, sheet, untouched) : exchange.notFound();
}

/** `POST /annuaire/<slug>/revendiquer` */
export async function receiveClaim(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { values, key } = await exchange.form();
  if (values[robotTrapField]) return claimSent(exchange, sheet, false);
  const rank = /^\d{1,2}$/.test(values['adresse'] ?? '') ? Number(values['adresse']) : 0;
  const outcome = await execute(
    exchange.ctx,
    requestClaim,
    {
      organizationId: sheet.id,
      addressRank: rank,
      author: {
        name: values['author.name'] ?? '',
        email: values['author.email'] ?? '',
        phone: values['author.phone'] ?? '',
      },
      message: values['message'] ?? '',
      origin: exchange.hub.origin,
      hubName: exchange.hub.name,
    },
    { key },
  );
  if (outcome.ok) return claimSent(exchange, sheet, outcome.value.sent);
  const errors = Object.keys(outcome.fields).length > 0 ? outcome.fields : { '': visitorRefusal(outcome.reason) };
  return claimPage(exchange, sheet, { values, errors }, 422);
}

async function claimPage(
  exchange: Exchange,
  { slug, profile }: StoredOrganization,
  typed: Typed,
  status = 200,
): Promise<Response> {
  const addresses = knownAddresses(underRules(profile, await piecesForMembers(exchange.ctx.db)));
  return exchange.page({
    title: `Tenir à jour la fiche « ${profile.name} »`,
    section: directoryPath,
    indexed: false,
    status,
    content: (
      <>
        <PageHeader
          title="Votre fiche, entre vos mains"
          trail={[
            { label: 'Annuaire', href: directoryPath },
            { label: profile.name, href: organizationPath(slug) },
            { label: 'Tenir à jour' },
          ]}
          lead={<p>Pas de compte ni de mot de passe : un lien envoyé à l’adresse de la structure ouvre sa fiche.</p>}
        />
        <Form
          action={claimPath(slug)}
          label="Recevoir le lien"
          errors={errorLines(typed.errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          {addresses.length > 0 ? (
            <AddressChoice addresses={addresses} chosen={typed.values['adresse'] ?? '0'} />
          ) : (
            <NoAddress {...typed} />
          )}
          <RobotTrap />
          <SubmitBar
            label={addresses.length > 0 ? 'Recevoir le lien' : 'Demander à l’équipe'}
            cancelHref={organizationPath(slug)}
            cancelLabel="Revenir à la fiche"
            note={
              addresses.length > 0 && (
                <>
                  Cette adresse n’est plus la bonne ? <a href={correctPath(slug)}>Dites-le-nous</a>, l’équipe vérifiera.
                </>
              )
            }
          />
        </Form>
      </>
    ),
  });
}

function AddressChoice({
  addresses,
  chosen,
}: {
  readonly addresses: readonly KnownAddress[];
  readonly chosen: string;
}): JSX.Element {
  return (
    <RadioGroup
      name="adresse"
      label="Envoyer le lien à"
      value={chosen}
      choices={addresses.map(({ shown }, rank) => ({ value: String(rank), label: shown }))}
    />
  );
}

function NoAddress({ values, errors }: Typed): JSX.Element {
  return (
    <>
      <Notice title="Nous ne connaissons pas l’adresse de cette structure">
        <p>Dites-nous qui vous êtes : l’équipe vous rappelle ou vous écrit, puis vous envoie le lien.</p>
      </Notice>
      <TextField
        name="author.name"
        label="Votre nom et votre rôle"
        autocomplete="name"
        value={values['author.name']}
        error={errors['author.name']}
      />
      <TextField
        name="author.email"
        label="L’adresse où recevoir le lien"
        type="email"
        required
        autocomplete="email"
        value={values['author.email']}
        error={errors['author.email']}
      />
      <TextField
        name="author.phone"
        label="Un téléphone où vous joindre"
        type="tel"
        autocomplete="tel"
        value={values['author.phone']}
        error={errors['author.phone']}
      />
      <TextArea
        name="message"
        label="Un mot pour l’équipe"
        rows={3}
        value={values['message']}
        error={errors['message']}
      />
    </>
  );
}

function claimSent(exchange: Exchange, { slug, profile }: StoredOrganization, isMailed: boolean): Promise<Response> {
  return exchange.page({
    title: 'C’est parti',
    section: directoryPath,
    indexed: false,
    content: (
      <>
        <PageHeader
          title={isMailed ? 'Le lien est parti' : 'Votre demande est arrivée'}
          lead={
            <p>
              {isMailed
                ? `Ouvrez la boîte de « ${profile.name} » : le lien sert une fois, pendant deux jours. Rien dans dix minutes ? Regardez dans les indésirables.`
                : 'L’équipe la relit et vous répond.'}
            </p>
          }
        />
        <p class="actions">
          <ButtonLink href={organizationPath(slug)}>Revenir à la fiche</ButtonLink>
        </p>
      </>
    ),
  });
}
