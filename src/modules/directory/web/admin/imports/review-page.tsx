import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { decideRows } from '../../../commands/imports/decide-rows.ts';
import { runImport } from '../../../commands/imports/run-import.ts';
import { officePath } from '../../../paths.ts';
import type { ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { importOfAddress } from './import-of-address.ts';
import { importPath, importsPath } from './import-paths.ts';
import { importSteps } from '#ui/imports/import-steps.ts';
import { RowsTable, shownRows } from './rows-table.tsx';
import { importRefusal } from './texts.ts';

/** Step 3: what the import would do, row by row, before anything is written. */
export async function reviewPage(exchange: Exchange, sheet: ImportSheet): Promise<Response> {
  const { counts } = sheet;
  const shown = await shownRows(exchange, sheet);
  return exchange.page({
    title: 'Vérifier avant d’importer',
    layout: 'office',
    section: officePath,
    header: {
      trail: [
        { label: 'Le réseau', href: officePath },
        { label: 'Importer', href: importsPath },
      ],
      lead: `« ${sheet.source} » : voici ce qui va se passer. Rien n’est encore écrit.`,
      actions: <LaunchForm exchange={exchange} sheet={sheet} />,
    },
    content: (
      <>
        <ProgressSteps steps={importSteps} current={2} />
        <Foreseen counts={counts} warnings={sheet.warnings} />
        <RowsTable exchange={exchange} sheet={sheet} shown={shown} decides />
        {shown.filter === 'duplicate' && shown.count > 1 && (
          <DecideAll exchange={exchange} sheet={sheet} count={shown.count} />
        )}
        <p class="actions">
          <ButtonLink kind="ghost" href={`${importPath(sheet.id)}/revoir`}>
            Revoir les colonnes
          </ButtonLink>
        </p>
      </>
    ),
  });
}

function LaunchForm({
  exchange,
  sheet: { id, counts },
}: {
  readonly exchange: Exchange;
  readonly sheet: ImportSheet;
}): JSX.Element {
  const count = (counts.new ?? 0) + (counts.changed ?? 0) + (counts.duplicate ?? 0);
  return (
    <form method="post" action={`${importPath(id)}/lancer`}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <Button icon="upload">{count === 0 ? 'Terminer' : `Importer ${plural(count, 'ligne')}`}</Button>
    </form>
  );
}

/** One answer for all that look alike, on this page and the others. */
function DecideAll({
  exchange,
  sheet: { id },
  count,
}: {
  readonly exchange: Exchange;
  readonly sheet: ImportSheet;
  readonly count: number;
}): JSX.Element {
  return (
    <form method="post" action={`${importPath(id)}/decisions`} class="actions">
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <span>Pour les {plural(count, 'ligne qui ressemble', 'lignes qui ressemblent')} :</span>
      <Button small kind="ghost" name="action" value="merge.all">
        Tout compléter
      </Button>
      <Button small kind="ghost" name="action" value="create.all">
        Tout créer
      </Button>
      <Button small kind="ghost" name="action" value="skip.all">
        Tout passer
      </Button>
    </form>
  );
}

function Foreseen({ counts, warnings }: Pick<ImportSheet, 'counts' | 'warnings'>): JSX.Element {
  const { duplicate = 0, rejected = 0 } = counts;
  return (
    <>
      {duplicate > 0 && (
        <Notice
          state="warning"
          title={plural(
            duplicate,
            'ligne ressemble à une structure déjà connue',
            'lignes ressemblent à des structures déjà connues',
          )}
        >
          <p>
            Les ressemblances sûres complètent la fiche connue, sans rien y effacer. Les autres sont passées, sauf si
            vous décidez autrement ci-dessous.
          </p>
        </Notice>
      )}
      {rejected > 0 && (
        <Notice title={plural(rejected, 'ligne ne peut pas être reprise', 'lignes ne peuvent pas être reprises')}>
          <p>Les autres passent quand même. Le rapport dira lesquelles, et pourquoi.</p>
        </Notice>
      )}
      {warnings.map((warning) => (
        <Notice>
          <p>{warning}</p>
        </Notice>
      ))}
    </>
  );
}

/** `POST /gestion/annuaire/importer/<id>/lancer` */
export async function receiveLaunch(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, runImport, { importId: sheet.id }, { key });
  return exchange.redirect(
    importPath(sheet.id),
    outcome.ok ? undefined : { tone: 'warning', text: importRefusal(outcome.reason) },
  );
}

/** `POST /gestion/annuaire/importer/<id>/decisions`: the rows ticked, or all those that look alike. */
export async function receiveDecisions(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const [decision = '', scope] = (form.values['action'] ?? '').split('.');
  const positions = form.all('ids').map(Number);
  const back = `${importPath(sheet.id)}?lignes=ressemblances`;
  if (scope !== 'all' && positions.length === 0)
    return exchange.redirect(back, { tone: 'warning', text: 'Cochez au moins une ligne.' });
  const outcome = await execute(
    exchange.ctx,
    decideRows,
    { importId: sheet.id, decision, ...(scope === 'all' ? {} : { positions }) },
    { key: form.key },
  );
  if (!outcome.ok) return exchange.redirect(back, { tone: 'warning', text: importRefusal(outcome.reason) });
  return exchange.redirect(back, {
    tone: 'success',
    text: `${plural(outcome.value.count, 'ligne tranchée', 'lignes tranchées')}.`,
  });
}
