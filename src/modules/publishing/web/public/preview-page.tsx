import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { Notice } from '#ui/components/notice.tsx';
import { officePaths } from '../../paths.ts';
import type { PublishingDependencies } from '../../ports.ts';
import { previewedPublication } from '../../queries/office/preview-links.ts';
import { viewOf } from './views.tsx';

/** `GET /apercu/:secret`: a publication as it will be, for whoever holds the link. Never kept, never found. */
export async function showPreview(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const secret = exchange.param('secret');
  const now = exchange.ctx.clock.now();
  const found = /^[\w-]{20,100}$/.test(secret) ? await previewedPublication(exchange.ctx.db, secret, now) : null;
  if (!found) return exchange.notFound();
  const { publication, expiresAt } = found;
  const view = await viewOf(publication.kind)(exchange, deps, publication);
  const { structuredData: _, feeds: __, ...shown } = view;
  const answer = await exchange.page({
    ...shown,
    indexed: false,
    edit: { href: officePaths.edit(publication.id), roles: ['employee'] },
    content: (
      <>
        <div class="preview-banner">
          <Notice state="warning" title="Aperçu : cette page n’est pas encore publique">
            <p>Ce lien répond jusqu’au {formatDate(expiresAt, { zone: exchange.hub.zone })}.</p>
          </Notice>
        </div>
        {view.content}
      </>
    ),
  });
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('referrer-policy', 'no-referrer');
  answer.headers.set('x-robots-tag', 'noindex, nofollow');
  return answer;
}
