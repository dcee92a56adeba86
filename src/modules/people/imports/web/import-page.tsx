import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { execute } from '#platform/command/execute.ts';
import { formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { ImportAtWork, ImportFailed, ImportProgress, type ImportWork } from '#ui/imports/import-at-work.tsx';
import { importSteps } from '#ui/imports/import-steps.ts';
import { decidePeopleRows, runPeopleImport, undoPeopleImport } from '../commands/compare-and-decide.ts';
import { atWork } from '../domain/import-status.ts';
import { importPaths } from '../paths.ts';
import type { PeopleImport } from '../queries/import-sheet.ts';
import { importOfAddress, importTrail } from './import-of-address.ts';
import { mappingPage } from './mapping-page.tsx';
import { LinesTable, shownLines } from './rows-table.tsx';
import { importRefusal, statusNames } from './texts.ts';

/** `GET /gestion/personnes/importer/<id>`: the step where the import is. */
export async function showImport(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  if (sheet.status === 'mapping') return mappingPage(exchange, sheet);
  const page = { layout: 'office' as const, section: '/gestion/personnes' };
  if (atWork.has(sheet.status) || sheet.status === 'failed')
    return exchange.page({
      ...page,
      title: statusNames[sheet.status],
      header: { trail: importTrail, lead: sheet.source },
      content:
        sheet.status === 'failed' ? (
          <ImportFailed failure={sheet.failure} againHref={importPaths.start} />
        ) : (
          <ImportAtWork work={workOf(sheet)} foundIn="Importer des personnes" />
        ),
    });
  const shown = await shownLines(exchange, sheet);
  const isReady = sheet.status === 'ready';
  return exchange.page({
    ...page,
    title: isReady ? 'Vérifier avant d’importer' : statusNames[sheet.status],
    header: {
      trail: importTrail,
      lead: isReady
        ? `« ${sheet.source} » : voici ce qui va se passer. Rien n’est encore écrit.`
        : `« ${sheet.source} »`,
      actions: isReady ? (
        <Act exchange={exchange} sheet={sheet} act="lancer" label="Importer" />
      ) : sheet.status === 'done' ? (
        <Act exchange={exchange} sheet={sheet} act="annuler" label="Annuler cet import" isQuiet />
      ) : undefined,
    },
    content: (
      <>
        <ProgressSteps steps={importSteps} current={isReady ? 2 : 4} />
        {isReady && shown && shown.counts.look_alike > 0 && (
          <Notice
            state="warning"
            title={plural(
              shown.counts.look_alike,
              'ligne ressemble à quelqu’un de connu',
              'lignes ressemblent à des personnes connues',
            )}
          >
            <p>
              Une adresse partagée sous un autre nom crée une fiche ; un même nom complète la fiche connue quand rien ne
              le contredit. Corrigez ci-dessous ce qui est faux.
            </p>
          </Notice>
        )}
        {!isReady && <Result sheet={sheet} />}
        {shown && <LinesTable exchange={exchange} sheet={sheet} shown={shown} />}
        {isReady && (
          <p class="actions">
            <ButtonLink kind="ghost" href={importPaths.act(sheet.id, 'revoir')}>
              Revoir les colonnes
            </ButtonLink>
          </p>
        )}
      </>
    ),
  });
}

function Act(props: {
  readonly exchange: Exchange;
  readonly sheet: PeopleImport;
  readonly act: string;
  readonly label: string;
  readonly isQuiet?: boolean;
}): JSX.Element {
  return (
    <form method="post" action={importPaths.act(props.sheet.id, props.act)}>
      <input type="hidden" name={formKeyField} value={props.exchange.formKey} />
      <Button icon={props.isQuiet ? 'undo' : 'upload'} {...(props.isQuiet ? { kind: 'quiet' as const } : {})}>
        {props.label}
      </Button>
    </form>
  );
}

function Result({ sheet: { status, counts } }: { readonly sheet: PeopleImport }): JSX.Element {
  const figure = (key: string, label: string) => ({ value: formatNumber(counts[key] ?? 0), label });
  return (
    <KeyFigures
      figures={
        status === 'undone'
          ? [
              figure('removed', 'fiches retirées'),
              figure('restored', 'remises comme avant'),
              figure('left', 'laissées : quelqu’un y a touché'),
            ]
          : [
              figure('added', 'personnes ajoutées'),
              figure('changed', 'fiches complétées'),
              figure('unchanged', 'sans changement'),
              figure('rejected', 'lignes écartées'),
            ]
      }
    />
  );
}

/** How far the work in hand has come. */
const workOf = ({ id, status, progress, total }: PeopleImport): ImportWork => ({
  href: importPaths.import(id),
  label: statusNames[status],
  isWorking: atWork.has(status),
  progress,
  total: status === 'reading' ? 0 : total,
});

/** `GET /gestion/personnes/importer/<id>/avancement`: the piece of page that the island asks for. */
export async function sendProgress(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return exchange.http.html(renderToString(<ImportProgress {...workOf(sheet)} />));
}

const act =
  (command: typeof runPeopleImport | typeof undoPeopleImport) =>
  async (exchange: Exchange): Promise<Response> => {
    const sheet = await importOfAddress(exchange);
    if (!sheet) return exchange.notFound();
    const { key } = await exchange.form();
    const outcome = await execute(exchange.ctx, command, { importId: sheet.id }, { key });
    return exchange.redirect(
      importPaths.import(sheet.id),
      outcome.ok ? undefined : { tone: 'warning', text: importRefusal(outcome.reason) },
    );
  };

/** `POST /gestion/personnes/importer/<id>/lancer` */
export const receiveLaunch = act(runPeopleImport);

/** `POST /gestion/personnes/importer/<id>/annuler` */
export const receiveUndo = act(undoPeopleImport);

/** `POST /gestion/personnes/importer/<id>/decisions`: for the lines ticked. */
export async function receiveDecisions(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const positions = form.all('ids').map(Number);
  const back = `${importPaths.import(sheet.id)}?lignes=ressemblances`;
  if (positions.length === 0) return exchange.redirect(back, { tone: 'warning', text: 'Cochez au moins une ligne.' });
  const outcome = await execute(
    exchange.ctx,
    decidePeopleRows,
    { importId: sheet.id, decision: form.values['action'], positions },
    { key: form.key },
  );
  return exchange.redirect(
    back,
    outcome.ok
      ? { tone: 'success', text: `${plural(outcome.value.count, 'ligne tranchée', 'lignes tranchées')}.` }
      : { tone: 'warning', text: importRefusal(outcome.reason) },
  );
}
