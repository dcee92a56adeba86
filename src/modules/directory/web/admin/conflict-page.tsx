import type { JSX } from 'preact';
import { isDeepStrictEqual } from 'node:util';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import type { EditedMeanwhile } from '../../commands/edit-organization.ts';
import { officePath, officeSheetPath } from '../../paths.ts';
import type { OrganizationProfile, ProfileField } from '../../profile/organization-profile.ts';
import { readThemeTree } from '../../queries/index/theme-tree.ts';
import type { OrganizationSheet } from '../../queries/organization-sheet.ts';
import { fieldNames } from '../texts.ts';
import { fieldInWords } from './field-in-words.ts';
import type { SheetValues } from './sheet-values.ts';

const choiceName = (field: string): string => `garder.${field}`;

interface Conflict {
  readonly sheet: OrganizationSheet;
  readonly values: SheetValues;
  readonly mine: Partial<OrganizationProfile>;
  /** The version this editor started from. */
  readonly base: number;
  readonly meanwhile: EditedMeanwhile;
}

/** The fields for which the editor kept the other one's content. */
export function keptTheirs(form: SentForm): ReadonlySet<string> {
  const kept = Object.entries(form.values).filter(([name, value]) => name.startsWith('garder.') && value === 'autre');
  return new Set(kept.map(([name]) => name.slice('garder.'.length)));
}

/** Two people edited the same sheet: both versions of each field, to choose from. Nothing typed is lost. */
export async function conflictPage(
  exchange: Exchange,
  { sheet, values, mine, base, meanwhile }: Conflict,
): Promise<Response> {
  const labels = new Map((await readThemeTree(exchange.ctx.db)).map((theme) => [theme.id, theme.label]));
  const words = (field: ProfileField, profile: Partial<OrganizationProfile>): string =>
    fieldInWords(field, profile, labels) || '(vide)';
  const fields = meanwhile.fields.filter(
    (field) => field in mine && !isDeepStrictEqual(mine[field], meanwhile.theirs[field]),
  );
  return exchange.page({
    title: 'Deux versions de la même fiche',
    layout: 'office',
    status: 409,
    section: officePath,
    header: {
      trail: [
        { label: 'Réseau', href: officePath },
        { label: sheet.profile.name, href: officeSheetPath(sheet.id) },
      ],
    },
    content: (
      <Form
        action={officeSheetPath(sheet.id)}
        hidden={{
          ...withoutChoices(values.text),
          [formKeyField]: exchange.formKey,
          version: String(meanwhile.version),
          base: String(base),
        }}
      >
        <Notice state="warning" title="Quelqu’un a modifié cette fiche pendant que vous écriviez">
          <p>Pour chaque information, choisissez la version à garder. Le reste de la fiche n’est pas touché.</p>
        </Notice>
        {values.themes.map((theme) => (
          <input type="hidden" name="themes" value={theme} />
        ))}
        {fields.map((field) => (
          <FieldChoice field={field} mine={words(field, mine)} theirs={words(field, meanwhile.theirs)} />
        ))}
        <SubmitBar
          label="Enregistrer ces choix"
          cancelHref={officeSheetPath(sheet.id)}
          cancelLabel="Abandonner mes changements"
        />
      </Form>
    ),
  });
}

function FieldChoice({
  field,
  mine,
  theirs,
}: {
  readonly field: ProfileField;
  readonly mine: string;
  readonly theirs: string;
}): JSX.Element {
  return (
    <RadioGroup
      name={choiceName(field)}
      label={fieldNames[field]}
      value="mienne"
      choices={[
        { value: 'mienne', label: 'Votre version', hint: mine },
        { value: 'autre', label: 'La version enregistrée entre-temps', hint: theirs },
      ]}
    />
  );
}

function withoutChoices(text: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(text).filter(([name]) => !name.startsWith('garder.') && name !== 'themes'));
}
