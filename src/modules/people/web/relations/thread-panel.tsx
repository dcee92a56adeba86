import type { JSX } from 'preact';
import type { ThreadEntry } from '#platform/contributions/module.ts';
import { agree, formatDate, formatNumber } from '#platform/french/index.ts';
import { Panel } from '#ui/components/panel.tsx';

const shownAtOnce = 15;

/** All that happened between the hub and someone, the latest first; older lines folded. */
export function ThreadPanel({
  entries,
  zone,
}: {
  readonly entries: readonly ThreadEntry[];
  readonly zone: string;
}): JSX.Element {
  const [recent, older] = [entries.slice(0, shownAtOnce), entries.slice(shownAtOnce)];
  return (
    <Panel title="Fil des échanges" id="fil">
      {entries.length === 0 && <p class="facts">Rien encore entre le pôle et cette fiche.</p>}
      <Entries entries={recent} zone={zone} />
      {older.length > 0 && (
        <details class="more-fields">
          <summary>{`${formatNumber(older.length)} ${agree(older.length, 'ligne plus ancienne', 'lignes plus anciennes')}`}</summary>
          <Entries entries={older} zone={zone} />
        </details>
      )}
    </Panel>
  );
}

function Entries({
  entries,
  zone,
}: {
  readonly entries: readonly ThreadEntry[];
  readonly zone: string;
}): JSX.Element | null {
  if (entries.length === 0) return null;
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li>
          <span class="timeline-date">
            {formatDate(entry.at, { zone })} · {entry.kind}
          </span>
          <span>{entry.href ? <a href={entry.href}>{entry.title}</a> : entry.title}</span>
          {entry.detail && <span class="facts">{entry.detail}</span>}
        </li>
      ))}
    </ol>
  );
}
