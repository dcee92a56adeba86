import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { closePreview, openPreview, previewDays } from '../../../commands/life/preview-links.ts';
import { officePaths, previewPath } from '../../../paths.ts';
import { previewOpenUntil } from '../../../queries/office/preview-links.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { refusalText } from '../../texts.ts';
import { editedPublication } from '../editor/editor-page.tsx';

/** `GET /gestion/contenus/:id/apercu`: the link to send, before publishing, to those whose opinion counts. */
export async function showPreviewLink(exchange: Exchange): Promise<Response> {
  const stored = await editedPublication(exchange);
  return stored ? previewLinkPage(exchange, stored) : exchange.notFound();
}

/** `POST /gestion/contenus/:id/apercu`: makes the link, or closes it. It is shown once: only its print is kept. */
export async function receivePreviewLink(exchange: Exchange): Promise<Response> {
  const stored = await editedPublication(exchange);
  if (!stored) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { id } = stored;
  const path = officePaths.act(id, 'apercu');
  if (values['act'] === 'fermer') {
    const closed = await execute(exchange.ctx, closePreview, { id }, { key });
    return exchange.redirect(
      path,
      closed.ok
        ? { tone: 'success', text: 'Le lien d’aperçu ne répond plus.' }
        : { tone: 'danger', text: refusalText(closed.reason) },
    );
  }
  // Without the form's key: a link made twice replaces the first, and its secret is kept nowhere.
  const opened = await execute(exchange.ctx, openPreview, { id });
  if (!opened.ok) return exchange.redirect(path, { tone: 'danger', text: refusalText(opened.reason) });
  return previewLinkPage(exchange, stored, exchange.hub.origin + previewPath(opened.value.secret));
}

async function previewLinkPage(exchange: Exchange, stored: StoredPublication, link?: string): Promise<Response> {
  const until = await previewOpenUntil(exchange.ctx.db, stored.id, exchange.ctx.clock.now());
  return exchange.page({
    title: 'Montrer avant de publier',
    layout: 'office',
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: stored.fields.title, href: officePaths.edit(stored.id) },
      ],
      lead: `Un lien secret montre la page comme elle sera, sans compte, pendant ${previewDays} jours.`,
    },
    content: (
      <form class="form" method="post" action={officePaths.act(stored.id, 'apercu')}>
        <input type="hidden" name={formKeyField} value={exchange.formKey} />
        {link && (
          <Notice state="success" title="Voici le lien : copiez-le, il ne sera plus montré">
            <p class="long-link">
              <a href={link}>{link}</a>
            </p>
            <CopyButton text={link} label="Copier le lien" />
          </Notice>
        )}
        {until && !link && (
          <Notice>
            <p>
              Un lien d’aperçu répond jusqu’au {formatDate(until, { zone: exchange.hub.zone })}. En faire un nouveau
              ferme celui-ci.
            </p>
          </Notice>
        )}
        <p class="actions">
          <Button icon="link" name="act" value="ouvrir" kind={link ? 'ghost' : 'primary'}>
            {until ? 'Faire un nouveau lien' : 'Faire le lien'}
          </Button>
          {until && (
            <Button kind="quiet" name="act" value="fermer">
              Fermer le lien
            </Button>
          )}
        </p>
      </form>
    ),
  });
}
