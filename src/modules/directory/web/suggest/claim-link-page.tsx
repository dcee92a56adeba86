import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { openClaim } from '../../commands/moderation/open-claim.ts';
import { claimLinkPath, claimPath, ownSheetPath } from '../../commands/moderation/visitor-paths.ts';
import { directoryPath } from '../../paths.ts';
import { isClaimLinkGood } from '../../queries/moderation/claim-link.ts';
import { sheetOfAddress } from './correct-page.tsx';
import { holdSheet } from './sheet-cookie.ts';

/** `GET /annuaire/<slug>/revendiquer/<secret>`: a page with a button; mail programs that visit links use nothing. */
export async function showClaimLink(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const token = exchange.param('token');
  if (!(await isClaimLinkGood(exchange.ctx.db, sheet.id, token, exchange.ctx.clock.now())))
    return linkOver(exchange, sheet.slug);
  return exchange.page({
    title: 'Ouvrir notre fiche',
    layout: 'public',
    section: directoryPath,
    indexed: false,
    content: (
      <>
        <PageHeader
          title={`Bienvenue, ${sheet.profile.name}`}
          lead={<p>Ce bouton ouvre votre fiche sur cet appareil, pendant deux heures.</p>}
        />
        <form method="post" action={claimLinkPath(sheet.slug, token)}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button icon="edit">Ouvrir notre fiche</Button>
        </form>
      </>
    ),
  });
}

/** `POST /annuaire/<slug>/revendiquer/<secret>` */
export async function useClaimLink(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const outcome = await execute(exchange.ctx, openClaim, { organizationId: sheet.id, token: exchange.param('token') });
  if (!outcome.ok) return linkOver(exchange, sheet.slug);
  holdSheet(exchange, outcome.value.secret);
  return exchange.redirect(ownSheetPath(sheet.slug));
}

/** What a used, expired or invented link shows. */
export function linkOver(exchange: Exchange, slug: string | null): Promise<Response> {
  return exchange.page({
    title: 'Ce lien a déjà servi',
    section: directoryPath,
    indexed: false,
    status: 410,
    content: (
      <>
        <PageHeader
          title="Ce lien a déjà servi, ou il est trop ancien"
          lead={<p>Rien n’a changé sur votre fiche. Demandez un nouveau lien, il arrive en une minute.</p>}
        />
        <p class="actions">
          <ButtonLink href={slug ? claimPath(slug) : directoryPath}>
            {slug ? 'Demander un nouveau lien' : 'Retrouver notre fiche dans l’annuaire'}
          </ButtonLink>
        </p>
      </>
    ),
  });
}
