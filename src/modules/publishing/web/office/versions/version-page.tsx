import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Tabs } from '#ui/components/tabs.tsx';
import { restoreVersion } from '../../../commands/life/restore-version.ts';
import type { PublicationFields } from '../../../content/publication-fields.ts';
import { wordDiff } from '../../../domain/word-diff.ts';
import { officePaths } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { publicationVersionsOf } from '../../../queries/office/publication-versions.ts';
import { refusalText } from '../../texts.ts';
import { editedPublication } from '../editor/editor-page.tsx';
import { fieldsInWords, type NameOf } from './fields-in-words.ts';
import { namesOfIds } from './names-of-ids.ts';

/** `GET /gestion/contenus/:id/versions/:version`: what this version changed, or how it differs from the text of today. */
export async function showVersion(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const stored = await editedPublication(exchange);
  const number = numberOf(exchange.param('version'));
  if (!stored || number === null) return exchange.notFound();
  const [version, former] = await publicationVersionsOf(exchange.ctx.db, stored, number, 2);
  if (version?.version !== number) return exchange.notFound();
  const withToday = exchange.query('avec') === 'aujourdhui';
  const today = stored.pending ?? stored.fields;
  const [before, after] = withToday ? [version.fields, today] : [former?.fields ?? null, version.fields];
  const nameOf = await namesOfIds(exchange.ctx, deps, [after, ...(before ? [before] : [])]);
  const path = `${officePaths.versions(stored.id)}/${number}`;
  return exchange.page({
    title: `Version ${number}`,
    layout: 'office',
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Publications', href: officePaths.list },
        { label: stored.fields.title, href: officePaths.edit(stored.id) },
        { label: 'Versions', href: officePaths.versions(stored.id) },
      ],
      facts: `${formatDateTime(version.savedAt, { zone: exchange.hub.zone })}, par ${version.savedBy}`,
    },
    content: (
      <>
        <Tabs
          label="Comparer"
          tabs={[
            { label: 'Ce qu’elle a changé', href: path, current: !withToday },
            { label: 'Ce qui a changé depuis', href: `${path}?avec=aujourdhui`, current: withToday },
          ]}
        />
        <Differences before={before} after={after} nameOf={nameOf} />
        {number !== stored.version && (
          <form class="actions" method="post" action={path}>
            <input type="hidden" name={formKeyField} value={exchange.formKey} />
            <Button icon="undo">Reprendre cette version</Button>
          </form>
        )}
      </>
    ),
  });
}

/** `POST /gestion/contenus/:id/versions/:version`: says it again, as a new version. */
export async function receiveVersion(exchange: Exchange): Promise<Response> {
  const stored = await editedPublication(exchange);
  const version = numberOf(exchange.param('version'));
  if (!stored || version === null) return exchange.notFound();
  const { key } = await exchange.form();
  const outcome = await execute(exchange.ctx, restoreVersion, { id: stored.id, version }, { key });
  return exchange.redirect(
    officePaths.edit(stored.id),
    outcome.ok
      ? {
          tone: 'success',
          text:
            stored.status === 'published'
              ? `La version ${version} est reprise : relisez, puis publiez.`
              : `La version ${version} est reprise.`,
        }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}

/** Only what differs, word by word. Without a former text, all that is said. */
function Differences({
  before,
  after,
  nameOf,
}: {
  readonly before: PublicationFields | null;
  readonly after: PublicationFields;
  readonly nameOf: NameOf;
}): JSX.Element {
  const formerly = new Map(before ? fieldsInWords(before, nameOf).map(({ field, text }) => [field, text]) : []);
  const changed = fieldsInWords(after, nameOf).filter(({ field, text }) => (formerly.get(field) ?? '') !== text);
  if (changed.length === 0) return <p>Les mots sont les mêmes.</p>;
  return (
    <dl class="diff">
      {changed.map(({ field, label, text }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            {wordDiff(formerly.get(field) ?? '', text).map(({ kind, text: words }) =>
              kind === 'added' ? (
                <ins>
                  <span class="visually-hidden">[ajouté] </span>
                  {words}
                </ins>
              ) : kind === 'removed' ? (
                <del>
                  <span class="visually-hidden">[retiré] </span>
                  {words}
                </del>
              ) : (
                words
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function numberOf(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
