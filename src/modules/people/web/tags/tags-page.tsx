import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { DataTable } from '#ui/components/data-table.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { PeopleTabs } from '../../list/web/people-tabs.tsx';
import { deleteTag, renameTag } from '../../commands/keep-tags.ts';
import { paths } from '../../paths.ts';
import { tagList, type ListedTag } from '../../queries/tags.ts';
import { ActButton } from '../relations/act-button.tsx';
import type { Typed } from '../relations/relation-form.ts';

/** `GET /gestion/personnes/etiquettes`: the words the team sorts people by. */
export async function showTags(exchange: Exchange): Promise<Response> {
  const tags = await tagList(exchange.ctx.db);
  return exchange.page({
    title: 'Étiquettes',
    layout: 'office',
    section: paths.people,
    header: {
      trail: [{ label: 'Personnes', href: paths.people }],
      lead: 'Une étiquette naît sur une fiche ou dans la liste des personnes, où on la pose sur plusieurs à la fois.',
    },
    content: (
      <>
        <PeopleTabs current={paths.tags} />
        <DataTable
          id="etiquettes"
          caption={plural(tags.length, 'étiquette')}
          quietCaption
          rows={tags}
          rowId={(tag) => tag.id}
          rowName={(tag) => tag.label}
          columns={[
            { key: 'label', label: 'Étiquette', cell: (tag) => <a href={paths.tag(tag.id)}>{tag.label}</a> },
            { key: 'people', label: 'Personnes', cell: (tag) => plural(tag.people, 'personne') },
          ]}
          empty={
            <EmptyState title="Aucune étiquette pour le moment">
              Posez-en une sur la fiche de quelqu’un : « Café des porteurs », « Intervenant·e possible »…
            </EmptyState>
          }
        />
      </>
    ),
  });
}

async function tagOfAddress(exchange: Exchange): Promise<ListedTag | null> {
  const id = exchange.param('id');
  return isId(id) ? ((await tagList(exchange.ctx.db)).find((tag) => tag.id === id) ?? null) : null;
}

/** `GET /gestion/personnes/etiquettes/:id` */
export const showTag = async (exchange: Exchange): Promise<Response> => tagPage(exchange, null, {});

async function tagPage(exchange: Exchange, typed: Typed | null, errors: Typed): Promise<Response> {
  const tag = await tagOfAddress(exchange);
  if (!tag) return exchange.notFound();
  return exchange.page({
    title: `Étiquette « ${tag.label} »`,
    layout: 'office',
    section: paths.people,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      trail: [
        { label: 'Personnes', href: paths.people },
        { label: 'Étiquettes', href: paths.tags },
      ],
      facts: plural(tag.people, 'personne'),
    },
    content: (
      <>
        <Form action={paths.tag(tag.id)} hidden={{ [formKeyField]: exchange.formKey }} label="Renommer l’étiquette">
          <TextField
            name="label"
            label="Nom"
            hint="Sous le nom d’une autre étiquette, les deux n’en font plus qu’une."
            value={typed?.['label'] ?? tag.label}
            error={errors['label']}
            required
          />
          <SubmitBar label="Enregistrer" cancelHref={paths.tags} />
        </Form>
        <ActButton
          action={paths.deleteTag(tag.id)}
          label="Supprimer cette étiquette"
          kind="danger"
          formKey={exchange.formKey}
        />
      </>
    ),
  });
}

export async function receiveTagName(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const outcome = await execute(exchange.ctx, renameTag, { id: exchange.param('id'), label: values['label'] }, { key });
  if (outcome.ok)
    return exchange.redirect(paths.tags, {
      tone: 'success',
      text: outcome.value.joined ? 'Les deux étiquettes n’en font plus qu’une.' : 'L’étiquette est renommée.',
    });
  if (Object.keys(outcome.fields).length === 0) return exchange.notFound();
  return tagPage(exchange, values, outcome.fields);
}

export async function receiveTagDeleted(exchange: Exchange): Promise<Response> {
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, deleteTag, { id: exchange.param('id') }, { key });
  if (!outcome.ok) return exchange.notFound();
  return exchange.redirect(paths.tags, { tone: 'success', text: 'L’étiquette est supprimée.' });
}
