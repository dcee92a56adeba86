import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { execute } from '#platform/command/execute.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { resetMenu, saveMenu } from '../../../commands/save-menu.ts';
import { commonLines, withNewLines, type MenuLine } from '../../../domain/menu.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { menuVersion, readMenu } from '../../../queries/menu.ts';
import { refusalText } from '../../texts.ts';
import { menuChoices } from './menu-choices.ts';
import { MenuLines } from './menu-lines.tsx';
import { actedLines, typedLines } from './typed-menu.ts';

/** `/gestion/menu`: the entries of each page, in order, renamed, hidden, added. */
export async function showMenu(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const [stored, version] = await Promise.all([readMenu(exchange.ctx.db), menuVersion(exchange.ctx.db)]);
  const common = commonLines(deps.commonMenu());
  const lines = stored ? withNewLines(stored.lines, common) : common;
  return menuPage(exchange, deps, { lines, version, isOwn: stored !== null });
}

/** What the form asks: saves, or draws it again with a line moved, added or removed. */
export async function receiveMenu(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const form = await exchange.form();
  const version = Number(form.values['version']);
  const act = form.values['act'] ?? 'save';
  const lines = typedLines(form);
  if (act !== 'save') {
    const choices = await menuChoices(exchange.ctx, deps);
    const acted = actedLines(lines, act, addedEntry(form, choices));
    return menuPage(exchange, deps, { ...acted, version, isOwn: true, isUnsaved: true });
  }
  const outcome = await execute(
    exchange.ctx,
    saveMenu,
    { version, lines: withLeftOut(lines, commonLines(deps.commonMenu())) },
    { key: form.key },
  );
  if (outcome.ok) return exchange.redirect(officePaths.menu, { tone: 'success', text: 'Le menu du site est à jour.' });
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  const isLate = outcome.reason === 'edited_meanwhile';
  return menuPage(exchange, deps, { lines, version, isOwn: true, errors, isLate, isUnsaved: true });
}

/** Puts the common menu back. */
export async function receiveMenuReset(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    resetMenu,
    { version: Number(form.values['version']) },
    { key: form.key },
  );
  return exchange.redirect(
    officePaths.menu,
    outcome.ok
      ? { tone: 'success', text: 'Le menu est revenu comme au début.' }
      : { tone: 'warning', text: refusalText(outcome.reason) },
  );
}

interface MenuState {
  lines: readonly MenuLine[];
  version: number;
  isOwn: boolean;
  errors?: Readonly<Record<string, string>>;
  at?: number;
  isLate?: boolean;
  /** Changed in the page, not yet on the site. */
  isUnsaved?: boolean;
}

async function menuPage(exchange: Exchange, deps: PublishingDependencies, state: MenuState): Promise<Response> {
  const { lines, version, isOwn, errors = {}, at = null, isLate, isUnsaved } = state;
  const choices = await menuChoices(exchange.ctx, deps);
  const summary = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return exchange.page({
    title: 'Menu du site',
    layout: 'office',
    section: officePaths.menu,
    status: summary.length > 0 ? 422 : 200,
    publicHref: '/',
    header: { lead: 'Ce que chaque page montre en haut et en bas. Une entrée cachée peut revenir à tout moment.' },
    content: (
      <>
        <Form
          action={officePaths.menu}
          label="Menu du site"
          errors={summary}
          hidden={{ [formKeyField]: exchange.formKey, version: String(version) }}
          class="menu-form"
        >
          {/* The Enter key in a field saves, whatever the buttons of the lines. */}
          <button type="submit" name="act" value="save" hidden />
          {isLate && (
            <Notice state="warning" title="Quelqu’un a modifié le menu pendant ce temps">
              <p>
                Ce que vous avez écrit est encore là. <a href={officePaths.menu}>Voir le menu enregistré</a>, puis
                reprenez vos changements.
              </p>
            </Notice>
          )}
          {isUnsaved && summary.length === 0 && (
            <Notice>Rien n’a encore changé sur le site : enregistrez quand tout vous convient.</Notice>
          )}
          <Fieldset legend="En haut de page" large>
            <MenuLines lines={lines} place="header" errors={errors} at={at} />
          </Fieldset>
          <Fieldset legend="En bas de page" large>
            <MenuLines lines={lines} place="footer" errors={errors} at={at} />
          </Fieldset>
          <Fieldset legend="Ajouter une entrée" large>
            <Select name="new_page" label="Une page du site" choices={choices} placeholder="Un lien vers ailleurs" />
            <TextField
              name="new_href"
              label="Ou une adresse"
              type="url"
              hint="https://… pour un autre site. Vide : un titre qui en regroupe d’autres."
            />
            <TextField name="new_label" label="Nom dans le menu" maxlength={40} hint="Vide : le nom de la page." />
            <Select
              name="new_place"
              label="Où"
              choices={[
                { value: 'header', label: 'En haut de page' },
                { value: 'footer', label: 'En bas de page' },
              ]}
              value="header"
            />
            <Button kind="ghost" icon="plus" name="act" value="add">
              Ajouter
            </Button>
          </Fieldset>
          <SubmitBar label="Enregistrer le menu" />
        </Form>
        {isOwn && (
          <Panel title="Revenir au menu commun">
            <p>Les entrées reprennent l’ordre et les noms du début, et suivront les nouveautés du site.</p>
            <Form
              action={`${officePaths.menu}/remettre`}
              hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(version) }}
            >
              <Button kind="ghost" icon="undo">
                Remettre le menu du début
              </Button>
            </Form>
          </Panel>
        )}
      </>
    ),
  });
}

/** The entry to add: the page chosen under its own name, or the address typed. */
function addedEntry({ values }: SentForm, groups: Awaited<ReturnType<typeof menuChoices>>) {
  const chosen = groups.flatMap(({ choices }) => choices).find(({ value }) => value === values['new_page']);
  const typed = values['new_href']?.trim() ?? '';
  const named = values['new_label']?.trim();
  return {
    href: chosen?.value ?? typed,
    label: (named || chosen?.label || typed.replace(/^https?:\/\/(www\.)?/, '') || 'Nouvelle entrée').slice(0, 40),
    place: values['new_place'] === 'footer' ? ('footer' as const) : ('header' as const),
  };
}

/** What the common menu holds and this one no longer does is kept hidden: it was left out on purpose. */
function withLeftOut(lines: readonly MenuLine[], common: readonly MenuLine[]): MenuLine[] {
  const known = new Set(lines.map(({ place, href, isUnder }) => `${place} ${href} ${isUnder}`));
  const isGone = ({ place, href, isUnder }: MenuLine): boolean => !known.has(`${place} ${href} ${isUnder}`);
  return [...lines, ...common.filter(isGone).map((line) => ({ ...line, isHidden: true }))];
}
