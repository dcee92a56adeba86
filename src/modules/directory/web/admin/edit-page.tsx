import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { recentPhotos } from '#modules/photos/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { editOrganization, type EditedMeanwhile } from '../../commands/edit-organization.ts';
import { officePath, officeSheetPath, organizationPath } from '../../paths.ts';
import { changedFields } from '../../profile/changed-fields.ts';
import type { OrganizationProfile } from '../../profile/organization-profile.ts';
import { readThemeTree } from '../../queries/index/theme-tree.ts';
import { sheetPhotos } from '../../queries/office/sheet-photos.ts';
import { profileAt } from '../../queries/office/sheet-history.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { freshness } from '../public/freshness.ts';
import { statusNames } from '../formats/table-columns.ts';
import { refusalText } from '../texts.ts';
import { conflictPage, keptTheirs } from './conflict-page.tsx';
import { editedSheet } from './edited-sheet.ts';
import { PhotosPanel } from './photos-panel.tsx';
import { SheetActs } from './sheet-acts.tsx';
import { SheetFields } from './sheet-form.tsx';
import {
  changesFrom,
  formErrors,
  sentValues,
  summaryOf,
  valuesOf,
  type FieldErrors,
  type SheetValues,
} from './sheet-values.ts';

/** `GET /gestion/annuaire/:id` */
export async function showEdit(exchange: Exchange): Promise<Response> {
  const sheet = await editedSheet(exchange);
  return sheet ? editPage(exchange, sheet, valuesOf(sheet.profile), {}, sheet.version) : exchange.notFound();
}

/** `POST /gestion/annuaire/:id` */
export async function receiveEdit(exchange: Exchange): Promise<Response> {
  const sheet = await editedSheet(exchange);
  if (!sheet) return exchange.notFound();
  const form = await exchange.form();
  const values = sentValues(form);
  const version = versionSent(form.values['version']);
  const baseVersion = versionSent(form.values['base'] ?? form.values['version']);
  const base = (await profileAt(exchange.ctx.db, sheet.id, baseVersion)) ?? sheet.profile;
  const changes = touched(changesFrom(values, base), base, keptTheirs(form));
  const outcome = await execute(exchange.ctx, editOrganization, { id: sheet.id, version, changes }, { key: form.key });
  if (outcome.ok) {
    return exchange.redirect(organizationPath(outcome.value.slug), { tone: 'success', text: 'La fiche est à jour.' });
  }
  if (outcome.reason === 'edited_meanwhile') {
    return conflictPage(exchange, {
      sheet,
      values,
      mine: changes as Partial<OrganizationProfile>,
      base: baseVersion,
      meanwhile: outcome.details as EditedMeanwhile,
    });
  }
  const errors = outcome.reason === 'invalid' ? formErrors(outcome.fields) : { '': refusalText(outcome.reason) };
  return editPage(exchange, sheet, values, errors, version, 422);
}

/** The version a form was drawn from; 0, older than all, when the form does not say. */
function versionSent(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}

/** Only what this editor changed since the version she started from: what others wrote meanwhile is not hers. */
function touched(
  changes: Record<string, unknown>,
  base: OrganizationProfile,
  theirs: ReadonlySet<string>,
): Record<string, unknown> {
  const own = new Set<string>(changedFields(base, changes as Partial<OrganizationProfile>));
  return Object.fromEntries(Object.entries(changes).filter(([field]) => own.has(field) && !theirs.has(field)));
}

async function editPage(
  exchange: Exchange,
  sheet: OrganizationSheet,
  values: SheetValues,
  errors: FieldErrors,
  version: number,
  status = 200,
): Promise<Response> {
  const [themes, photos, recent] = await Promise.all([
    readThemeTree(exchange.ctx.db),
    sheetPhotos(exchange.ctx, sheet.id),
    recentPhotos(exchange.ctx),
  ]);
  const path = officeSheetPath(sheet.id);
  return exchange.page({
    title: sheet.profile.name,
    layout: 'office',
    status,
    section: officePath,
    publicHref: organizationPath(sheet.slug),
    header: {
      trail: [{ label: 'Réseau', href: officePath }],
      facts: `${statusNames[sheet.status]} · ${freshness(sheet, exchange.ctx.clock.now(), exchange.hub.zone).text}`,
      actions: (
        <>
          <ButtonLink kind="ghost" small icon="eye" href={organizationPath(sheet.slug)}>
            Voir la fiche
          </ButtonLink>
          <ButtonLink kind="ghost" small icon="users" href={`${path}/relations`}>
            Relations
          </ButtonLink>
          <ButtonLink kind="ghost" small icon="history" href={`${path}/historique`}>
            Historique
          </ButtonLink>
        </>
      ),
    },
    content: (
      <>
        <SheetActs exchange={exchange} sheet={sheet} />
        <Form
          action={path}
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey, version: String(version), base: String(version) }}
          draft={`fiche-${sheet.id}`}
        >
          <SheetFields values={values} errors={errors} themes={themes} />
          <SubmitBar label="Enregistrer" cancelHref={organizationPath(sheet.slug)} />
        </Form>
        <PhotosPanel exchange={exchange} sheetId={sheet.id} photos={photos} recent={recent} />
      </>
    ),
  });
}
