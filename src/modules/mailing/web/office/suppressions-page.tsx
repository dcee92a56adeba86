import { pageAsked, pagesFor, summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DataTable, type Column } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { readNotices } from '../../commands/read-notices.ts';
import { releaseAddress, withdrawAddress } from '../../commands/keep-suppressions.ts';
import { suppressionNames } from '../../domain/suppressions.ts';
import { paths } from '../../paths.ts';
import { suppressionList, suppressionsAPage, type SuppressionLine } from '../../queries/suppression-list.ts';
import { errorsOf, sentenceOf } from '../texts.ts';

interface Typed {
  form: 'retirer' | 'retours';
  values: Readonly<Record<string, string>>;
  errors: Record<string, string>;
}

/** `GET /gestion/envois/adresses-retirees`: whom nothing is sent to any more, and why. */
export async function showSuppressions(exchange: Exchange, typed: Typed | null = null): Promise<Response> {
  const { ctx } = exchange;
  const words = exchange.query('q').trim();
  const page = pageAsked(exchange.query('page'));
  const { rows, count } = await suppressionList(ctx.db, { words, page });
  const errors = (form: Typed['form']) => (typed?.form === form ? typed.errors : {});
  const value = (form: Typed['form'], name: string) => (typed?.form === form ? (typed.values[name] ?? '') : '');
  return exchange.page({
    title: 'Adresses retirées',
    layout: 'office',
    section: paths.list,
    status: typed ? 422 : 200,
    header: {
      lead: 'Elles ne reçoivent plus aucun envoi. Les messages personnels (inscriptions, reçus) partent toujours.',
      trail: [
        { label: 'Envois', href: paths.list },
        { label: 'Adresses retirées', href: paths.suppressions },
      ],
    },
    content: (
      <Columns
        main={
          <>
            <FilterBar
              action={paths.suppressions}
              label="Chercher une adresse"
              submit="Chercher"
              active={words ? [{ label: `« ${words} »`, removeHref: paths.suppressions }] : []}
              resetHref={paths.suppressions}
            >
              <SearchField name="q" label="Une adresse" value={words} />
            </FilterBar>
            <DataTable
              id="retirees"
              caption={plural(count, 'adresse retirée', 'adresses retirées')}
              columns={columns(exchange)}
              rows={rows}
              rowId={(row) => row.print}
              rowName={(row) => row.address ?? 'adresse oubliée'}
              empty={
                <EmptyState title="Aucune adresse retirée">
                  <p>Les désabonnements, les plaintes et les adresses qui n’existent plus arrivent ici d’eux-mêmes.</p>
                </EmptyState>
              }
            />
            <Pagination
              page={page}
              pages={pagesFor(count, suppressionsAPage)}
              hrefOf={(at) => `${paths.suppressions}?${new URLSearchParams({ q: words, page: String(at) }).toString()}`}
            />
          </>
        }
        side={
          <>
            <Panel title="Retirer une adresse">
              <Form
                action={paths.suppressions}
                label="Retirer une adresse"
                errors={summaryOf(errors('retirer'))}
                hidden={{ [formKeyField]: ctx.newId() }}
              >
                <TextField
                  name="address"
                  label="Adresse"
                  type="email"
                  required
                  value={value('retirer', 'address')}
                  error={errors('retirer')['address']}
                />
                <TextField
                  name="note"
                  label="Comment elle l’a demandé"
                  value={value('retirer', 'note')}
                  error={errors('retirer')['note']}
                />
                <SubmitBar label="Retirer" />
              </Form>
            </Panel>
            <Panel title="Des messages sont revenus">
              <Form
                action={paths.bounces}
                label="Messages revenus"
                withFiles
                errors={summaryOf(errors('retours'))}
                hidden={{ [formKeyField]: ctx.newId() }}
              >
                <FileField name="files" label="Messages enregistrés (.eml)" accept=".eml,message/rfc822" multiple />
                <TextArea
                  name="text"
                  label="Ou collez le message entier"
                  rows={4}
                  value={value('retours', 'text')}
                  error={errors('retours')['text']}
                />
                <SubmitBar label="Lire les retours" kind="ghost" />
              </Form>
            </Panel>
          </>
        }
      />
    ),
  });
}

const columns = (exchange: Exchange): readonly Column<SuppressionLine>[] => [
  { key: 'address', label: 'Adresse', heads: true, cell: (row) => row.address ?? 'Oubliée (empreinte gardée)' },
  {
    key: 'why',
    label: 'Pourquoi',
    cell: (row) => (
      <>
        {suppressionNames[row.reason]}
        {row.note && <p class="facts">{row.note}</p>}
      </>
    ),
  },
  {
    key: 'since',
    label: 'Depuis',
    whole: true,
    cell: (row) => formatDate(row.since, { style: 'short', zone: exchange.ctx.zone }),
  },
  {
    key: 'act',
    label: 'Remettre',
    cell: (row) =>
      row.reason === 'bounced' || row.reason === 'paused' ? (
        <form method="post" action={paths.release}>
          <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
          <input type="hidden" name="print" value={row.print} />
          <Button kind="ghost" small>
            Remettre<span class="visually-hidden"> {row.address}</span>
          </Button>
        </form>
      ) : (
        ''
      ),
  },
];

/** `POST /gestion/envois/adresses-retirees` */
export async function receiveWithdrawal(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, withdrawAddress, { ...form.values }, { key: form.key });
  if (!outcome.ok)
    return showSuppressions(exchange, { form: 'retirer', values: form.values, errors: errorsOf(outcome) });
  return exchange.redirect(paths.suppressions, { tone: 'success', text: 'Cette adresse ne recevra plus d’envoi.' });
}

/** `POST /gestion/envois/adresses-retirees/remettre` */
export async function receiveRelease(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(exchange.ctx, releaseAddress, { ...form.values }, { key: form.key });
  return exchange.redirect(
    paths.suppressions,
    outcome.ok
      ? { tone: 'success', text: 'Cette adresse recevra de nouveau vos envois.' }
      : { tone: 'danger', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/envois/retours`: reads messages that came back. */
export async function receiveBounces(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const files = await Promise.all(
    form
      .files('files')
      .slice(0, 50)
      .map((file) => file.text()),
  );
  const messages = [...files, form.values['text'] ?? ''].filter((text) => text.trim() !== '');
  const outcome = await execute(exchange.ctx, readNotices, { messages, source: 'notice' }, { key: form.key });
  if (!outcome.ok)
    return showSuppressions(exchange, { form: 'retours', values: form.values, errors: errorsOf(outcome) });
  const { read } = outcome.value;
  return exchange.redirect(paths.suppressions, {
    tone: 'success',
    text: `${plural(read, 'retour lu', 'retours lus')}.`,
  });
}
