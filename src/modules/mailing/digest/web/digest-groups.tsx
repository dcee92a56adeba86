import type { JSX } from 'preact';
import type { MailableItem, MailSubject } from '#platform/contributions/module.ts';
import { foldForSearch, formatDate, formatNumber, plural } from '#platform/french/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Chip } from '#ui/components/chip.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { writeRef } from '../../compose/item-of.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import type { ComingItem } from '../queries/coming-items.ts';

/** What is looked for among what waits: words, a subject. */
export interface DigestFilter {
  words: string;
  subject: MailSubject | null;
}

/** Groups longer than this are folded, so that fifty things stay on one screen. */
const mostUnfolded = 6;

/** What waits, by subject as the message tells it, each group folded when it is long. */
export function DigestGroups({
  items,
  filter,
  zone,
}: {
  readonly items: readonly ComingItem[];
  readonly filter: DigestFilter;
  readonly zone: string;
}): JSX.Element {
  const isFiltered = filter.words !== '' || filter.subject !== null;
  const groups = [...new Set(items.map(({ item }) => item.subject))]
    .map((subject) => ({ subject, all: items.filter(({ item }) => item.subject === subject) }))
    .map((group) => ({ ...group, shown: group.all.filter(({ item }) => answers(item, filter)) }))
    .filter(({ shown }) => shown.length > 0);
  if (groups.length === 0)
    return (
      <EmptyState title="Rien ne répond à ces mots">
        <p>Effacez le filtre pour revoir tout ce qui attend.</p>
      </EmptyState>
    );
  return (
    <>
      {groups.map(({ subject, all, shown }) => (
        <details class="panel digest-group" open={isFiltered || items.length <= mostUnfolded || groups.length === 1}>
          <summary>
            {subjectNames[subject]} : {plural(all.length, 'information')}
            {shown.length < all.length && `, ${formatNumber(shown.length)} ici`}
          </summary>
          <ol class="stack digest-items">
            {shown.map(({ item, isWanted }) => (
              <li>
                <ItemLine item={item} isWanted={isWanted} zone={zone} />
                <p class="actions">
                  {item !== all[0]?.item && <ActButton act="monter" item={item} label="Monter" />}
                  {item !== all.at(-1)?.item && <ActButton act="descendre" item={item} label="Descendre" />}
                  <ActButton act="ecarter" item={item} label="Laisser de côté" />
                </p>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </>
  );
}

function answers(item: MailableItem, { words, subject }: DigestFilter): boolean {
  if (subject !== null && item.subject !== subject) return false;
  const said = foldForSearch(`${item.title} ${item.by ?? ''}`);
  return foldForSearch(words)
    .split(' ')
    .every((word) => said.includes(word));
}

/** What was left out, to take back. */
export function LeftOutItems({
  items,
  zone,
}: {
  readonly items: readonly MailableItem[];
  readonly zone: string;
}): JSX.Element {
  return (
    <details class="panel digest-group" open={items.length <= mostUnfolded}>
      <summary>Laissées de côté : {plural(items.length, 'information')}</summary>
      <ul class="stack">
        {items.map((item) => (
          <li>
            <ItemLine item={item} zone={zone} />
            <p class="actions">
              <ActButton act="remettre" item={item} label="Remettre" />
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function ItemLine({
  item,
  isWanted = false,
  zone,
}: {
  readonly item: MailableItem;
  readonly isWanted?: boolean;
  readonly zone: string;
}): JSX.Element {
  const day = formatDate(item.publishedAt.toZonedDateTimeISO(zone).toPlainDate());
  return (
    <div>
      <a href={item.href}>{item.title}</a>
      <p class="facts">
        <Chip>{subjectNames[item.subject]}</Chip>{' '}
        {[item.isOwn ? '' : item.by, `publié le ${day}`].filter(Boolean).join(' · ')}
        {isWanted && ' · demandé'}
      </p>
    </div>
  );
}

function ActButton({
  act,
  item,
  label,
}: {
  readonly act: string;
  readonly item: MailableItem;
  readonly label: string;
}): JSX.Element {
  return (
    <Button kind="quiet" small name="act" value={`${act}.${writeRef(item)}`}>
      {label}
      <span class="visually-hidden"> « {item.title} »</span>
    </Button>
  );
}
