import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Exchange } from '#platform/http/exchange.ts';
import { formatNumber } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Progress, ProgressPoll } from '#ui/components/progress.tsx';
import type { ImportSheet, ImportStatus } from '../../../queries/imports/import-sheet.ts';
import { importOfAddress } from './import-of-address.ts';
import { importPath } from './import-paths.ts';
import { statusNames } from './texts.ts';

const working: ReadonlySet<ImportStatus> = new Set(['reading', 'comparing', 'running', 'undoing']);

/** How far the work in hand has come; refreshed by itself, or by the link without script. */
export function ProgressPanel({ sheet }: { readonly sheet: ImportSheet }): JSX.Element {
  return (
    <>
      <ProgressPoll href={`${importPath(sheet.id)}/avancement`}>
        <ProgressState sheet={sheet} />
      </ProgressPoll>
      <p class="actions">
        <ButtonLink kind="ghost" href={importPath(sheet.id)}>
          Actualiser
        </ButtonLink>
      </p>
      <p class="muted">
        Vous pouvez quitter cette page : le travail continue, et vous le retrouverez dans « Importer une liste ».
      </p>
    </>
  );
}

function ProgressState({ sheet: { id, status, progress, total } }: { readonly sheet: ImportSheet }): JSX.Element {
  const known = status !== 'reading' && total > 0;
  return (
    <div data-done={working.has(status) ? undefined : importPath(id)}>
      <Progress
        id="avancement"
        label={statusNames[status]}
        {...(known
          ? { value: progress, max: total, text: `${formatNumber(progress)} sur ${formatNumber(total)}` }
          : {})}
      />
    </div>
  );
}

/** `GET /gestion/annuaire/importer/<id>/avancement`: the piece of page that the island asks for. */
export async function sendProgress(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return exchange.http.html(renderToString(<ProgressState sheet={sheet} />));
}
