import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import type { Outcome } from '#platform/outcome/outcome.ts';
import { defaultSynonyms } from '#platform/search/default-synonyms.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { addSynonyms } from '../commands/add-synonyms.ts';
import { editSynonyms } from '../commands/edit-synonyms.ts';
import { removeSynonyms, restoreSynonyms } from '../commands/remove-synonyms.ts';
import { paths } from '../paths.ts';
import { synonymGroup, synonymGroups, type SynonymGroup } from '../queries/synonym-groups.ts';
import { SearchTabs } from './search-tabs.tsx';
import { refusalText } from './texts.ts';

const label = 'Mots qui veulent dire la même chose';
const hint = 'Séparés par des virgules : « bistrot, café associatif, buvette ».';

interface Typed {
  words: string;
  error?: string | undefined;
}

/** `GET /gestion/recherche/synonymes` */
export function showSynonyms(exchange: Exchange): Promise<Response> {
  const asked = exchange.query('mot').slice(0, 100);
  return synonymsPage(exchange, { words: asked ? `${asked}, ` : '' });
}

/** `POST /gestion/recherche/synonymes`: adds a group. */
export async function receiveGroup(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const words = values['words'] ?? '';
  const outcome = await execute(exchange.ctx, addSynonyms, { words }, { key });
  return outcome.ok
    ? exchange.redirect(paths.synonyms, { tone: 'success', text: 'C’est noté : la recherche en tient déjà compte.' })
    : synonymsPage(exchange, { words, error: errorOf(outcome) }, 422);
}

/** `GET /gestion/recherche/synonymes/:id` */
export async function showGroup(exchange: Exchange): Promise<Response> {
  const group = await askedGroup(exchange);
  return group ? groupPage(exchange, group, { words: group.words.join(', ') }) : exchange.notFound();
}

/** `POST /gestion/recherche/synonymes/:id`: changes or removes it. */
export async function receiveGroupAct(exchange: Exchange): Promise<Response> {
  const group = await askedGroup(exchange);
  if (!group) return exchange.notFound();
  const { id } = group;
  const { values, key } = await exchange.form();
  if (values['act'] === 'retirer') {
    const outcome = await execute(exchange.ctx, removeSynonyms, { id }, { key });
    return exchange.redirect(
      paths.synonyms,
      outcome.ok
        ? {
            tone: 'success',
            text: `Retiré : ${group.words.join(', ')}.`,
            undo: { action: paths.restoreSynonyms(id), label: 'Annuler' },
          }
        : { tone: 'danger', text: refusalText(outcome.reason) },
    );
  }
  const words = values['words'] ?? '';
  const outcome = await execute(exchange.ctx, editSynonyms, { id, version: values['version'], words }, { key });
  if (outcome.ok) return exchange.redirect(paths.synonyms, { tone: 'success', text: 'C’est changé.' });
  if (outcome.reason === 'changed')
    return groupPage(exchange, group, { words }, { status: 409, notice: refusalText('changed') });
  return groupPage(exchange, group, { words, error: errorOf(outcome) }, { status: 422 });
}

/** `POST /gestion/recherche/synonymes/:id/remettre`: undoes a removal. */
export async function receiveRestored(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, restoreSynonyms, { id: exchange.param('id') }, { key });
  return exchange.redirect(
    paths.synonyms,
    outcome.ok
      ? { tone: 'success', text: 'Le groupe est de retour.' }
      : { tone: 'danger', text: outcome.fields['words'] ?? refusalText(outcome.reason) },
  );
}

async function synonymsPage(exchange: Exchange, typed: Typed, status = 200): Promise<Response> {
  const groups = await synonymGroups(exchange.ctx.db);
  return exchange.page({
    title: 'Synonymes',
    status,
    layout: 'office',
    section: paths.missed,
    header: {
      lead: <p>Quand un visiteur cherche l’un de ces mots, il trouve aussi les autres.</p>,
    },
    content: (
      <>
        <SearchTabs current="synonyms" />
        <Form
          action={paths.synonyms}
          hidden={{ [formKeyField]: exchange.formKey }}
          errors={summaryOf(typed)}
          label="Ajouter un groupe"
        >
          <TextField name="words" label={label} hint={hint} value={typed.words} error={typed.error} maxlength={1000} />
          <SubmitBar label="Ajouter ce groupe" />
        </Form>
        <DataTable<SynonymGroup>
          id="synonymes"
          caption="Les groupes du pôle"
          columns={[
            {
              key: 'words',
              label: 'Mots',
              cell: ({ id, words }) => <a href={paths.synonymGroup(id)}>{words.join(', ')}</a>,
            },
          ]}
          rows={groups}
          rowId={(group) => group.id}
          rowName={(group) => group.words.join(', ')}
          empty={
            <EmptyState title="Aucun groupe à vous pour l’instant">
              <p>Le surnom d’un lieu, un sigle du coin, l’ancien nom d’une structure : deux mots suffisent.</p>
            </EmptyState>
          }
        />
        <Panel title="Déjà connus de tous les pôles">
          <ul class="facts">
            {defaultSynonyms.map((group) => (
              <li>{group.join(', ')}</li>
            ))}
          </ul>
        </Panel>
      </>
    ),
  });
}

function groupPage(
  exchange: Exchange,
  group: SynonymGroup,
  typed: Typed,
  more: { status?: number; notice?: string } = {},
): Promise<Response> {
  const action = paths.synonymGroup(group.id);
  return exchange.page({
    title: 'Changer des synonymes',
    status: more.status ?? 200,
    layout: 'office',
    section: paths.missed,
    header: { trail: [{ label: 'Synonymes', href: paths.synonyms }] },
    content: (
      <>
        {more.notice && (
          <Notice state="warning" title={more.notice}>
            <p>{group.words.join(', ')}</p>
          </Notice>
        )}
        <Form
          action={action}
          hidden={{ [formKeyField]: exchange.formKey, version: String(group.version) }}
          errors={summaryOf(typed)}
          label="Changer ce groupe"
        >
          <TextField name="words" label={label} hint={hint} value={typed.words} error={typed.error} maxlength={1000} />
          <SubmitBar label="Enregistrer" cancelHref={paths.synonyms}>
            <Button kind="danger" name="act" value="retirer">
              Retirer ce groupe
            </Button>
          </SubmitBar>
        </Form>
      </>
    ),
  });
}

function summaryOf({ error }: Typed): { field: string; message: string }[] {
  return error ? [{ field: 'words', message: error }] : [];
}

function errorOf(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : (outcome.fields['words'] ?? refusalText(outcome.reason));
}

function askedGroup(exchange: Exchange): Promise<SynonymGroup | null> {
  const id = exchange.param('id');
  return isId(id) ? synonymGroup(exchange.ctx.db, id) : Promise.resolve(null);
}
