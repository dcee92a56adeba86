import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime, listing } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { restoreVersion } from '../../commands/restore-version.ts';
import { officePath, officeSheetPath } from '../../paths.ts';
import { changedFields } from '../../profile/changed-fields.ts';
import type { OrganizationProfile, ProfileField } from '../../profile/organization-profile.ts';
import { readThemeTree } from '../../queries/index/theme-tree.ts';
import { mergedInto, profileAt, sheetVersions, type SheetVersion } from '../../queries/office/sheet-history.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { fieldNames, refusalText } from '../texts.ts';
import { editedSheet } from './edited-sheet.ts';
import { fieldInWords } from './field-in-words.ts';

const actNames: Readonly<Record<string, string>> = {
  added: 'Ajoutée',
  edited: 'Modifiée',
  imported: 'Mise à jour par un import',
  corrected: 'Corrigée sur proposition',
  merged: 'Fusionnée avec une autre',
  restored: 'Ramenée à une version plus ancienne',
  undone: 'Import annulé',
};

const historyPath = (id: string): string => `${officeSheetPath(id)}/historique`;

/** `GET /gestion/annuaire/:id/historique`: who changed what, and when. */
export async function showHistory(exchange: Exchange): Promise<Response> {
  const sheet = await editedSheet(exchange);
  if (!sheet) return exchange.notFound();
  const [versions, merged] = await Promise.all([
    sheetVersions(exchange.ctx.db, sheet.id),
    mergedInto(exchange.ctx.db, sheet.id),
  ]);
  const when = (at: string): string =>
    formatDateTime(Temporal.Instant.from(at), { zone: exchange.hub.zone, style: 'short' });
  return historyLayout(
    exchange,
    sheet,
    'Historique',
    <>
      {merged.map(({ name, at }) => (
        <Notice>
          <p>
            La fiche « {name} » a été fusionnée dans celle-ci le {when(at)}.
          </p>
        </Notice>
      ))}
      <DataTable<SheetVersion>
        id="versions"
        caption="Versions de la fiche"
        quietCaption
        rows={versions}
        rowId={({ version }) => String(version)}
        rowName={({ version }) => `version ${version}`}
        empty={<p>Aucune version gardée.</p>}
        columns={[
          {
            key: 'version',
            label: 'Version',
            numeric: true,
            cell: ({ version }) => <a href={`${historyPath(sheet.id)}/${version}`}>{version}</a>,
          },
          { key: 'at', label: 'Quand', cell: ({ at }) => when(at) },
          { key: 'by', label: 'Qui', cell: ({ by_name: name }) => name || 'Le site' },
          { key: 'act', label: 'Quoi', cell: ({ act }) => actNames[act] ?? act },
          {
            key: 'changed',
            label: 'Informations',
            cell: ({ changed }) =>
              listing(changed.slice(0, 6).map((field) => fieldNames[field] ?? field)) + (changed.length > 6 ? '…' : ''),
          },
        ]}
      />
    </>,
  );
}

/** `GET /gestion/annuaire/:id/historique/:version`: that version beside the one of today. */
export async function showVersion(exchange: Exchange): Promise<Response> {
  const sheet = await editedSheet(exchange);
  const version = Number(exchange.param('version'));
  const [then, themes] = await Promise.all([
    sheet && Number.isInteger(version) ? profileAt(exchange.ctx.db, sheet.id, version) : null,
    readThemeTree(exchange.ctx.db),
  ]);
  if (!sheet || !then) return exchange.notFound();
  const labels = new Map(themes.map((theme) => [theme.id, theme.label]));
  const different = changedFields(then, sheet.profile);
  return historyLayout(
    exchange,
    sheet,
    `Version ${version}`,
    different.length === 0 ? (
      <p>Cette version est celle d’aujourd’hui.</p>
    ) : (
      <>
        <Differences fields={different} then={then} now={sheet.profile} labels={labels} version={version} />
        <form class="actions" method="post" action={`${historyPath(sheet.id)}/${version}`}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button icon="undo">Revenir à cette version</Button>
        </form>
      </>
    ),
  );
}

/** `POST /gestion/annuaire/:id/historique/:version` */
export async function receiveRestoreVersion(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const id = exchange.param('id');
  const outcome = await execute(
    exchange.ctx,
    restoreVersion,
    { id, version: Number(exchange.param('version')) },
    { key },
  );
  if (!outcome.ok) return exchange.redirect(officePath, { tone: 'danger', text: refusalText(outcome.reason) });
  return exchange.redirect(officeSheetPath(id), {
    tone: 'success',
    text: 'La fiche est revenue à cette version. L’autre reste dans l’historique.',
  });
}

interface DifferencesProps {
  readonly fields: readonly ProfileField[];
  readonly then: OrganizationProfile;
  readonly now: OrganizationProfile;
  readonly labels: ReadonlyMap<string, string>;
  readonly version: number;
}

function Differences({ fields, then, now, labels, version }: DifferencesProps): JSX.Element {
  return (
    <DataTable<ProfileField>
      id="differences"
      caption="Ce qui a changé depuis"
      rows={fields}
      rowId={(field) => field}
      rowName={(field) => fieldNames[field]}
      empty={null}
      columns={[
        { key: 'field', label: 'Information', cell: (field) => fieldNames[field] },
        { key: 'then', label: `Version ${version}`, cell: (field) => fieldInWords(field, then, labels) || '(vide)' },
        { key: 'now', label: 'Aujourd’hui', cell: (field) => fieldInWords(field, now, labels) || '(vide)' },
      ]}
    />
  );
}

function historyLayout(
  exchange: Exchange,
  sheet: OrganizationSheet,
  title: string,
  content: JSX.Element,
): Promise<Response> {
  return exchange.page({
    title: `${title} : ${sheet.profile.name}`,
    layout: 'office',
    section: officePath,
    header: {
      title,
      trail: [
        { label: 'Réseau', href: officePath },
        { label: sheet.profile.name, href: officeSheetPath(sheet.id) },
        ...(title === 'Historique' ? [] : [{ label: 'Historique', href: historyPath(sheet.id) }]),
      ],
    },
    content,
  });
}
