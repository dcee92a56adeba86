import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { answerConfirmation } from '../../commands/moderation/answer-confirmation.ts';
import { shownHours } from '../../commands/moderation/proposal.ts';
import { readPublicSheet } from '../../commands/moderation/public-sheet.ts';
import { confirmationPath, ownSheetPath } from '../../commands/moderation/visitor-paths.ts';
import type { StoredOrganization } from '../../commands/saving/stored-organization.ts';
import { shownPhone } from '../../domain/contact-values.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { confirmationRequest } from '../../queries/moderation/confirmation-request.ts';
import { linkOver } from './claim-link-page.tsx';
import { holdSheet } from './sheet-cookie.ts';

/** `GET /annuaire/confirmer/<secret>`: what the sheet says, and two buttons. Looking confirms nothing. */
export async function showConfirmation(exchange: Exchange): Promise<Response> {
  const token = exchange.param('token');
  const request = await confirmationRequest(exchange.ctx.db, token, exchange.ctx.clock.now());
  const sheet = request && (await readPublicSheet(exchange.ctx.db, request.organizationId));
  if (!sheet) return linkOver(exchange, null);
  return exchange.page({
    title: 'Votre fiche est-elle toujours juste ?',
    section: directoryPath,
    indexed: false,
    content: (
      <>
        <PageHeader
          title="C’est toujours juste ?"
          lead={<p>Voici ce que l’annuaire dit de « {sheet.profile.name} ».</p>}
        />
        <SheetInBrief sheet={sheet} />
        <form method="post" action={confirmationPath(token)} class="stack">
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <p class="actions">
            <Button name="reponse" value="right" icon="check">
              Oui, tout est juste
            </Button>
            <Button name="reponse" value="correct" kind="ghost" icon="edit">
              Je corrige
            </Button>
          </p>
          <p>
            <Button name="reponse" value="stop" kind="quiet" small>
              Ne plus nous poser la question
            </Button>
          </p>
        </form>
      </>
    ),
  });
}

/** `POST /annuaire/confirmer/<secret>` */
export async function receiveConfirmation(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    answerConfirmation,
    { token: exchange.param('token'), answer: values['reponse'] },
    { key },
  );
  if (!outcome.ok) return linkOver(exchange, null);
  const { secret, slug } = outcome.value;
  if (secret) {
    holdSheet(exchange, secret);
    return exchange.redirect(ownSheetPath(slug));
  }
  const isStop = values['reponse'] === 'stop';
  return exchange.page({
    title: 'Merci',
    section: directoryPath,
    indexed: false,
    content: (
      <>
        <PageHeader
          title={isStop ? 'C’est entendu' : 'Merci, c’est confirmé !'}
          lead={
            <p>
              {isStop
                ? 'Nous ne vous poserons plus cette question. Votre fiche reste dans l’annuaire.'
                : 'Votre fiche porte la date d’aujourd’hui. À l’année prochaine.'}
            </p>
          }
        />
        <p class="actions">
          <ButtonLink href={organizationPath(slug)}>Voir notre fiche</ButtonLink>
        </p>
      </>
    ),
  });
}

function SheetInBrief({ sheet: { profile } }: { readonly sheet: StoredOrganization }): JSX.Element {
  const place = profile.locations[0];
  return (
    <Panel>
      <DescriptionList
        rows={[
          { term: 'Nom', value: profile.name },
          { term: 'Activité', value: profile.mission },
          {
            term: 'Adresse',
            value:
              place &&
              [place.street.replaceAll('\n', ', '), `${place.postcode} ${place.city}`.trim()]
                .filter(Boolean)
                .join(', '),
          },
          { term: 'Horaires', value: place && shownHours(place) },
          { term: 'Téléphone', value: profile.phone && shownPhone(profile.phone) },
          { term: 'Site', value: profile.website },
        ]}
      />
    </Panel>
  );
}
