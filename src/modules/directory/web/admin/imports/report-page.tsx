import type { JSX } from 'preact';
import { currentSettings, openingStepPath } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatNumber, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { undoImport } from '../../../commands/imports/undo-import.ts';
import { directoryPath, officePath } from '../../../paths.ts';
import type { ImportCounts, ImportSheet } from '../../../queries/imports/import-sheet.ts';
import { importOfAddress } from './import-of-address.ts';
import { importPath, importsPath } from './import-paths.ts';
import { RowsTable, shownRows } from './rows-table.tsx';
import { importRefusal } from './texts.ts';

/** Step 4, once it is over: what was done, what was left, and the way back. */
export async function reportPage(exchange: Exchange, sheet: ImportSheet): Promise<Response> {
  const isUndone = sheet.status === 'undone';
  const isOpen = (await currentSettings(exchange.ctx)).setupCompletedAt !== null;
  return exchange.page({
    title: isUndone ? 'Import annulé' : 'C’est importé !',
    layout: 'office',
    section: officePath,
    publicHref: directoryPath,
    header: {
      trail: [
        { label: 'Le réseau', href: officePath },
        { label: 'Importer', href: importsPath },
      ],
      lead: `« ${sheet.source} », ${plural(sheet.total, 'ligne')}.`,
      actions: (
        <>
          {isOpen ? (
            <ButtonLink icon="map" href={directoryPath}>
              Voir l’annuaire
            </ButtonLink>
          ) : (
            <ButtonLink icon="arrow-right" href={openingStepPath}>
              Continuer : ouvrir le site
            </ButtonLink>
          )}
          <ButtonLink kind="ghost" icon="download" href={`${importPath(sheet.id)}/rapport.csv`} download>
            Le rapport (CSV)
          </ButtonLink>
          {!isUndone && <UndoForm exchange={exchange} sheet={sheet} />}
        </>
      ),
    },
    content: (
      <>
        {isUndone ? <Undone counts={sheet.counts} /> : <Done counts={sheet.counts} />}
        {sheet.warnings.map((warning) => (
          <Notice>
            <p>{warning}</p>
          </Notice>
        ))}
        <RowsTable exchange={exchange} sheet={sheet} shown={await shownRows(exchange, sheet)} />
      </>
    ),
  });
}

function Done({
  counts: { added = 0, updated = 0, merged = 0, unchanged = 0, rejected = 0, failed = 0 },
}: {
  readonly counts: ImportCounts;
}): JSX.Element {
  return (
    <KeyFigures
      figures={[
        { value: formatNumber(added), label: 'structures ajoutées' },
        { value: formatNumber(updated), label: 'mises à jour' },
        { value: formatNumber(merged), label: 'réunies à une fiche connue' },
        { value: formatNumber(unchanged), label: 'sans changement' },
        { value: formatNumber(rejected + failed), label: 'lignes écartées' },
      ]}
    />
  );
}

function Undone({ counts: { removed = 0, restored = 0, left = 0 } }: { readonly counts: ImportCounts }): JSX.Element {
  return (
    <Notice state="success" title="Tout est revenu comme avant">
      <p>
        {plural(removed, 'fiche mise à la corbeille', 'fiches mises à la corbeille')},{' '}
        {plural(restored, 'ramenée à son état d’avant', 'ramenées à leur état d’avant')}.
      </p>
      {left > 0 && (
        <p>
          {plural(left, 'fiche modifiée depuis a été laissée', 'fiches modifiées depuis ont été laissées')} telles
          quelles : quelqu’un y a travaillé.
        </p>
      )}
    </Notice>
  );
}

function UndoForm({
  exchange,
  sheet: { id },
}: {
  readonly exchange: Exchange;
  readonly sheet: ImportSheet;
}): JSX.Element {
  return (
    <form method="post" action={`${importPath(id)}/annuler`}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      <Button kind="quiet" icon="undo">
        Annuler cet import
      </Button>
    </form>
  );
}

/** `POST /gestion/annuaire/importer/<id>/annuler` */
export async function receiveUndo(exchange: Exchange): Promise<Response> {
  const sheet = await importOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, undoImport, { importId: sheet.id }, { key });
  return exchange.redirect(
    importPath(sheet.id),
    outcome.ok ? undefined : { tone: 'warning', text: importRefusal(outcome.reason) },
  );
}
