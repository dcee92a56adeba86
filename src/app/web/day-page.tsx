import type { JSX } from 'preact';
import { currentSettings, DemoBanner, landOf, NotOpenYet } from '#modules/hub/index.ts';
import type { KeyFigure, Module, TodoEntry } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { TodoItem, TodoList, type TodoItemProps } from '#ui/components/todo-item.tsx';
import { categories } from '#ui/theme/categories.ts';
import type { Territory } from '#ui/relief/landscapes.ts';
import { listTodo } from '../todo-count.ts';
import { countInWords } from './number-words.ts';
import { waitingTime } from './waiting-time.ts';

const groups = [
  { group: 'waiting', title: 'Quelqu’un attend' },
  { group: 'to-validate', title: 'À valider' },
  { group: 'can-wait', title: 'Ça peut attendre demain' },
] as const satisfies readonly { group: TodoEntry['group']; title: string }[];

/** `/gestion`: what waits for the employee today, and the figures that say why it is worth it. */
export async function showDay(exchange: Exchange, modules: readonly Module[]): Promise<Response> {
  const { ctx } = exchange;
  const [settings, entries, counts] = await Promise.all([
    currentSettings(ctx),
    listTodo(modules, ctx),
    Promise.all(modules.map(async (module) => module.keyFigures?.(ctx) ?? [])),
  ]);
  // Nothing to do yet in a hub that is not open but to open it.
  if (!settings.setupCompletedAt && entries.length === 0) return exchange.redirect('/gestion/demarrer');
  const figures = counts.flat();
  const list =
    entries.length > 0 ? <Todo entries={entries} now={ctx.clock.now()} /> : <AllDone land={landOf(settings)} />;
  return exchange.page({
    title: 'À faire',
    layout: 'office',
    header: { title: greeting(entries.length) },
    content: (
      <>
        <DemoBanner settings={settings} actor={exchange.actor} />
        <NotOpenYet settings={settings} />
        {figures.length > 0 ? <Columns main={list} side={<Figures figures={figures} />} /> : list}
      </>
    ),
  });
}

/** « Bonjour, il y a neuf choses à faire. » */
export function greeting(count: number): string {
  if (count === 0) return 'Bonjour, tout est fait.';
  return `Bonjour, il y a ${countInWords(count)} ${count === 1 ? 'chose' : 'choses'} à faire.`;
}

function Todo({
  entries,
  now,
}: {
  readonly entries: readonly TodoEntry[];
  readonly now: Temporal.Instant;
}): JSX.Element {
  return (
    <>
      {groups.map(({ group, title }) => {
        const own = entries.filter((entry) => entry.group === group).sort(byWaiting);
        if (own.length === 0) return null;
        return (
          <TodoList title={title}>
            {own.map((entry, index) => (
              <TodoItem
                id={`${group}-${index + 1}`}
                title={entry.title}
                meta={entry.detail}
                tone={toneOf(entry.hue)}
                action={{ label: entry.action.label, href: entry.action.path }}
                {...(group === 'waiting' && entry.since ? { late: waitingTime(entry.since, now) } : {})}
              />
            ))}
          </TodoList>
        );
      })}
    </>
  );
}

function byWaiting(a: TodoEntry, b: TodoEntry): number {
  if (!a.since || !b.since) return a.since ? -1 : b.since ? 1 : 0;
  return Temporal.Instant.compare(a.since, b.since);
}

function toneOf(hue: string): TodoItemProps['tone'] {
  return categories.find((category) => category === hue) ?? (hue === 'accent' ? 'accent' : 'soft');
}

function AllDone({ land }: { readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title="Rien n’attend. Un café ?"
      territory={land}
      actions={
        <ButtonLink kind="ghost" href="/">
          Voir le site
        </ButtonLink>
      }
    >
      <p>Les messages, les propositions et ce qui arrive à terme s’afficheront ici, les plus pressés en premier.</p>
    </EmptyState>
  );
}

function Figures({ figures }: { readonly figures: readonly KeyFigure[] }): JSX.Element {
  return (
    <Panel title="En ce moment">
      {figures.map(({ value, label, href, source }) => (
        <p>
          <span class="big">{value}</span> {href ? <a href={href}>{label}</a> : label}
          {source && <span class="facts"> ({source})</span>}
        </p>
      ))}
    </Panel>
  );
}
