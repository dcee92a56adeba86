import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select, type Choice } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { categories, type Category } from '#ui/theme/categories.ts';
import { addTheme } from '../../commands/add-theme.ts';
import { deleteTheme } from '../../commands/delete-theme.ts';
import { editTheme } from '../../commands/edit-theme.ts';
import { ensureThemes } from '../../commands/ensure-themes.ts';
import { mergeThemes } from '../../commands/merge-themes.ts';
import { shiftTheme } from '../../commands/shift-theme.ts';
import { directoryPath, officePath } from '../../paths.ts';
import { readThemeTree, type IndexedTheme } from '../../queries/index/theme-tree.ts';
import { themeById, themeUse, type EditedTheme } from '../../queries/office/theme-use.ts';
import { refusalText } from '../texts.ts';
import { summaryOf, type FieldErrors } from './sheet-values.ts';

const themesPath = `${officePath}/domaines`;

const hueNames: Readonly<Record<Category, string>> = {
  leaf: 'Feuille',
  sky: 'Ciel',
  coral: 'Corail',
  rose: 'Rose',
  sun: 'Soleil',
  plum: 'Prune',
  lagoon: 'Lagon',
  clay: 'Terre',
};

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
}
const untouched: Typed = { values: {}, errors: {} };

/** `GET /gestion/annuaire/domaines` */
export function showThemes(exchange: Exchange): Promise<Response> {
  return themesPage(exchange, untouched);
}

/** `POST /gestion/annuaire/domaines`: adds one, or installs the common list. */
export async function receiveTheme(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  if (values['act'] === 'commune') {
    const outcome = await execute(exchange.ctx, ensureThemes, {}, { key });
    return exchange.redirect(
      themesPath,
      outcome.ok
        ? { tone: 'success', text: 'La liste commune est installée : renommez et retirez ce qu’il faut.' }
        : { tone: 'danger', text: refusalText(outcome.reason) },
    );
  }
  const outcome = await execute(
    exchange.ctx,
    addTheme,
    { label: values['label'] ?? '', parentId: values['parentId'] || null, hue: values['hue'] || null },
    { key },
  );
  return outcome.ok
    ? exchange.redirect(themesPath, { tone: 'success', text: 'Le domaine est ajouté.' })
    : themesPage(exchange, { values, errors: errorsOf(outcome) }, 422);
}

/** `GET /gestion/annuaire/domaines/:theme` */
export async function showTheme(exchange: Exchange): Promise<Response> {
  const theme = await askedTheme(exchange);
  return theme ? themePage(exchange, theme, untouched) : exchange.notFound();
}

/** `POST /gestion/annuaire/domaines/:theme`: renames, moves, merges or deletes it. */
export async function receiveThemeAct(exchange: Exchange): Promise<Response> {
  const theme = await askedTheme(exchange);
  if (!theme) return exchange.notFound();
  const { values, key } = await exchange.form();
  const { id } = theme;
  const acts: Readonly<Record<string, () => Promise<Outcome<unknown>>>> = {
    up: () => execute(exchange.ctx, shiftTheme, { id, towards: 'up' }, { key }),
    down: () => execute(exchange.ctx, shiftTheme, { id, towards: 'down' }, { key }),
    merge: () => execute(exchange.ctx, mergeThemes, { id, intoId: values['intoId'] ?? '' }, { key }),
    delete: () => execute(exchange.ctx, deleteTheme, { id }, { key }),
    edit: () =>
      execute(
        exchange.ctx,
        editTheme,
        { id, label: values['label'] ?? '', parentId: values['parentId'] || null, hue: values['hue'] || null },
        { key },
      ),
  };
  const outcome = await (acts[values['act'] ?? 'edit'] ?? acts['edit'])?.();
  if (!outcome) return exchange.notFound();
  return outcome.ok
    ? exchange.redirect(themesPath, { tone: 'success', text: 'C’est fait.' })
    : themePage(exchange, theme, { values, errors: errorsOf(outcome) }, 422);
}

async function askedTheme(exchange: Exchange): Promise<EditedTheme | null> {
  const id = exchange.param('theme');
  return isId(id) ? themeById(exchange.ctx.db, id) : null;
}

function errorsOf(outcome: { reason: string; fields: FieldErrors }): FieldErrors {
  return outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
}

async function themesPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const [themes, use] = await Promise.all([readThemeTree(exchange.ctx.db), themeUse(exchange.ctx.db)]);
  return exchange.page({
    title: 'Domaines d’activité',
    layout: 'office',
    status,
    section: officePath,
    header: {
      trail: [{ label: 'Réseau', href: officePath }],
      lead: 'Les mots dans lesquels on cherche. Une douzaine de familles suffit ; trois niveaux au plus.',
    },
    content: (
      <>
        <DataTable<IndexedTheme>
          id="domaines"
          caption={plural(themes.length, 'domaine')}
          rows={themes}
          rowId={({ id }) => id}
          rowName={({ label }) => label}
          columns={[
            {
              key: 'label',
              label: 'Domaine',
              cell: ({ id, label, depth }) => (
                <>
                  {'\u2003'.repeat(depth)}
                  <a href={`${themesPath}/${id}`}>{label}</a>
                </>
              ),
            },
            { key: 'hue', label: 'Couleur', cell: ({ hue }) => <Chip category={hue}>{hueNames[hue]}</Chip> },
            {
              key: 'use',
              label: 'Structures',
              numeric: true,
              cell: ({ id, slug }) => <a href={`${directoryPath}?theme=${slug}`}>{use.get(id) ?? 0}</a>,
            },
            {
              key: 'move',
              label: 'Ordre',
              cell: ({ id, label }) => <Shift exchange={exchange} id={id} label={label} />,
            },
          ]}
          empty={<NoTheme exchange={exchange} />}
        />
        <Panel title="Ajouter un domaine">
          <ThemeForm exchange={exchange} action={themesPath} typed={typed} themes={themes} submit="Ajouter" />
        </Panel>
      </>
    ),
  });
}

function NoTheme({ exchange }: { readonly exchange: Exchange }): JSX.Element {
  return (
    <EmptyState
      title="Aucun domaine pour l’instant"
      actions={
        <form method="post" action={themesPath}>
          <input type="hidden" name={formKeyField} value={exchange.formKey} />
          <Button name="act" value="commune">
            Partir de la liste commune
          </Button>
        </form>
      }
    >
      <p>Douze familles et leurs sous-domaines, à renommer et à élaguer comme vous voulez.</p>
    </EmptyState>
  );
}

function Shift({
  exchange,
  id,
  label,
}: {
  readonly exchange: Exchange;
  readonly id: string;
  readonly label: string;
}): JSX.Element {
  return (
    <form class="actions" method="post" action={`${themesPath}/${id}`}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      <Button kind="quiet" small name="act" value="up" aria-label={`Monter ${label}`}>
        ↑
      </Button>
      <Button kind="quiet" small name="act" value="down" aria-label={`Descendre ${label}`}>
        ↓
      </Button>
    </form>
  );
}

async function themePage(exchange: Exchange, theme: EditedTheme, typed: Typed, status = 200): Promise<Response> {
  const [themes, use] = await Promise.all([readThemeTree(exchange.ctx.db), themeUse(exchange.ctx.db)]);
  const others = themes.filter(({ id }) => id !== theme.id);
  const path = `${themesPath}/${theme.id}`;
  const values = { label: theme.label, parentId: theme.parent_id ?? '', hue: theme.hue ?? '', ...typed.values };
  return exchange.page({
    title: theme.label,
    layout: 'office',
    status,
    section: officePath,
    header: {
      trail: [
        { label: 'Réseau', href: officePath },
        { label: 'Domaines', href: themesPath },
      ],
      facts: plural(use.get(theme.id) ?? 0, 'structure'),
    },
    content: (
      <>
        <ThemeForm
          exchange={exchange}
          action={path}
          typed={{ values, errors: typed.errors }}
          themes={others}
          submit="Enregistrer"
        />
        <Panel title="Fusionner avec un autre">
          <Form
            action={path}
            hidden={{ [formKeyField]: exchange.ctx.newId(), act: 'merge' }}
            label="Fusionner ce domaine"
          >
            <Select
              name="intoId"
              label="Ses structures passent à"
              hint="Ce domaine disparaît ensuite."
              required
              choices={choices(others)}
            />
            <SubmitBar label="Fusionner" kind="ghost" />
          </Form>
        </Panel>
        <form class="actions" method="post" action={path}>
          <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
          <Button kind="danger" small icon="trash" name="act" value="delete">
            Supprimer ce domaine
          </Button>
          <ButtonLink kind="quiet" small href={themesPath}>
            Retour aux domaines
          </ButtonLink>
        </form>
      </>
    ),
  });
}

interface ThemeFormProps {
  readonly exchange: Exchange;
  readonly action: string;
  readonly typed: Typed;
  readonly themes: readonly IndexedTheme[];
  readonly submit: string;
}

function ThemeForm({ exchange, action, typed: { values, errors }, themes, submit }: ThemeFormProps): JSX.Element {
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Form action={action} errors={summaryOf(errors)} hidden={{ [formKeyField]: exchange.formKey }} label={submit}>
      <TextField {...field('label')} label="Nom" required />
      <Select
        {...field('parentId')}
        label="Rangé sous"
        placeholder="Aucun : c’est une famille"
        choices={choices(themes.filter(({ depth }) => depth < 2))}
      />
      <Select
        {...field('hue')}
        label="Couleur"
        placeholder="Celle de sa famille"
        choices={categories.map((value) => ({ value, label: hueNames[value] }))}
      />
      <SubmitBar label={submit} />
    </Form>
  );
}

function choices(themes: readonly IndexedTheme[]): Choice[] {
  return themes.map(({ id, label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }));
}
