import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import type { HubDependencies } from '../../ports.ts';
import { summaryOf, type FieldErrors } from '../form-errors.ts';
import { currentSettings } from '../hub-look.ts';
import { paths } from '../paths.ts';
import { refusalText } from '../texts.ts';
import { settingsFrame } from './settings-frame.tsx';
import type { SettingsTab, TabView } from './tab.ts';

/** `GET` of a tab. */
export async function showTab(exchange: Exchange, tab: SettingsTab, dependencies: HubDependencies): Promise<Response> {
  return tabPage(exchange, tab, dependencies, null);
}

/** `POST` of a tab: saves, or draws again what was typed, with what somebody else saved meanwhile. */
export async function saveTab(exchange: Exchange, tab: SettingsTab, dependencies: HubDependencies): Promise<Response> {
  const form = await exchange.form();
  const outcome = await tab.save(exchange.ctx, form, dependencies);
  if (outcome.ok) return exchange.redirect(paths.settingsTab(tab.slug), { tone: 'success', text: tab.saved });
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return tabPage(exchange, tab, dependencies, {
    values: form.values,
    errors,
    edited: outcome.reason === 'edited_meanwhile',
  });
}

interface Refusal {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** Somebody else saved since the form was drawn. */
  edited: boolean;
}

async function tabPage(
  exchange: Exchange,
  tab: SettingsTab,
  dependencies: HubDependencies,
  refusal: Refusal | null,
): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const saved = tab.filled(settings, dependencies);
  const view: TabView = { settings, dependencies, values: refusal?.values ?? saved, errors: refusal?.errors ?? {} };
  const form = (
    <Form
      action={paths.settingsTab(tab.slug)}
      label={tab.label}
      errors={summaryOf(view.errors)}
      hidden={{ [formKeyField]: exchange.formKey, version: String(settings.version) }}
    >
      {refusal?.edited && <SavedMeanwhile tab={tab} saved={saved} typed={refusal.values} />}
      <tab.Fields {...view} />
      <SubmitBar label="Enregistrer" />
    </Form>
  );
  return settingsFrame(exchange, {
    slug: tab.slug,
    lead: tab.lead,
    status: refusal ? 422 : 200,
    content: tab.Aside ? <Columns main={form} side={<tab.Aside {...view} />} /> : form,
  });
}

function SavedMeanwhile({
  tab,
  saved,
  typed,
}: {
  tab: SettingsTab;
  saved: Readonly<Record<string, string>>;
  typed: Readonly<Record<string, string>>;
}): JSX.Element {
  const changed = Object.entries(tab.fieldNames).filter(([name]) => (saved[name] ?? '') !== (typed[name] ?? ''));
  return (
    <Notice state="warning" title="Ce qui est enregistré en ce moment">
      {changed.length > 0 ? (
        <DescriptionList rows={changed.map(([name, term]) => ({ term, value: saved[name] || '(vide)' }))} />
      ) : (
        <p>La même chose que vous : il n’y a rien à refaire ici.</p>
      )}
    </Notice>
  );
}
