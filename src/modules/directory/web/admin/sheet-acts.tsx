import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, Flash } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { archiveOrganizations } from '../../commands/archive-organizations.ts';
import { confirmOrganization } from '../../commands/confirm-organization.ts';
import { publishOrganizations } from '../../commands/publish-organizations.ts';
import { trashOrganizations } from '../../commands/trash-organizations.ts';
import { officePath, officeSheetPath } from '../../paths.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { refusalText } from '../texts.ts';

/** One-click acts on a whole sheet. */
export function SheetActs({
  exchange,
  sheet,
}: {
  readonly exchange: Exchange;
  readonly sheet: OrganizationSheet;
}): JSX.Element {
  return (
    <form class="actions" method="post" action={`${officeSheetPath(sheet.id)}/etat`}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <Button small kind="ghost" icon="check" name="act" value="confirmer">
        Tout est juste
      </Button>
      {sheet.status !== 'published' && (
        <Button small name="act" value="publier">
          Publier
        </Button>
      )}
      {sheet.status === 'published' && (
        <Button small kind="quiet" name="act" value="archiver">
          Archiver
        </Button>
      )}
      <Button small kind="quiet" icon="trash" name="act" value="corbeille">
        Mettre à la corbeille
      </Button>
    </form>
  );
}

/** `POST /gestion/annuaire/:id/etat` */
export async function receiveSheetAct(exchange: Exchange): Promise<Response> {
  const id = exchange.param('id');
  const { values, key } = await exchange.form();
  if (!isId(id)) return exchange.notFound();
  const { ctx } = exchange;
  const refused = (reason: string): Response =>
    exchange.redirect(officeSheetPath(id), { tone: 'danger', text: refusalText(reason) });
  const done = (flash: Flash, path = officeSheetPath(id)): Response => exchange.redirect(path, flash);
  switch (values['act']) {
    case 'confirmer': {
      const outcome = await execute(ctx, confirmOrganization, { id }, { key });
      return outcome.ok ? done({ tone: 'success', text: 'Merci : la fiche est confirmée.' }) : refused(outcome.reason);
    }
    case 'publier': {
      const outcome = await execute(ctx, publishOrganizations, { ids: [id] }, { key });
      return outcome.ok ? done({ tone: 'success', text: 'La fiche est publiée.' }) : refused(outcome.reason);
    }
    case 'archiver': {
      const outcome = await execute(ctx, archiveOrganizations, { ids: [id] }, { key });
      return outcome.ok
        ? done({ tone: 'success', text: 'La fiche est archivée : elle n’est plus publique.' })
        : refused(outcome.reason);
    }
    case 'corbeille': {
      const outcome = await execute(ctx, trashOrganizations, { ids: [id] }, { key });
      if (!outcome.ok) return refused(outcome.reason);
      return done(
        {
          tone: 'success',
          text: 'La fiche est à la corbeille.',
          undo: { action: `${officePath}/corbeille/restaurer?ids=${id}`, label: 'Annuler' },
        },
        officePath,
      );
    }
    default:
      return exchange.notFound();
  }
}
