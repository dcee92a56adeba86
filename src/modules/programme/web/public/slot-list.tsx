import type { JSX } from 'preact';
import { formatTime, formatTimeRange } from '#platform/french/index.ts';
import { Chip } from '#ui/components/chip.tsx';
import { slotKindFacts } from '../../domain/slot-kinds.ts';
import type { StoredSlot } from '../../queries/stored-programme.ts';

export interface ShownSlot extends StoredSlot {
  /** Empty: everywhere. */
  room: string;
  /** Address of the sheet of a speaker’s structure, by its id. */
  sheets: ReadonlyMap<string, string>;
}

interface SlotItemProps {
  readonly slot: ShownSlot;
  readonly level: 3 | 4;
  /** Under a title that says the hour already. */
  readonly withStart?: boolean;
  readonly withRoom?: boolean;
  readonly isChosen: boolean;
  /** A box to keep it; none for a pause. */
  readonly canChoose: boolean;
}

/** One moment: when, where, who speaks, and the box that keeps it. */
export function SlotItem({ slot, level, withStart, withRoom, isChosen, canChoose }: SlotItemProps): JSX.Element {
  const Heading = `h${level}` as const;
  const { id, title, brief, room, kind, capacity } = slot;
  const when = withStart ? formatTimeRange(slot.starts, slot.ends) : `jusqu’à ${formatTime(slot.ends)}`;
  return (
    <li class={`programme-slot ${kind}`}>
      <Heading>{title}</Heading>
      <p class="facts">
        <Chip>{slotKindFacts[kind].label}</Chip> <span class="nowrap">{when}</span>
        {withRoom && room && ` · ${room}`}
        {capacity !== null && ` · ${capacity} places`}
      </p>
      {slot.speakers.length > 0 && <Speakers slot={slot} />}
      {brief && <p>{brief}</p>}
      {canChoose && (
        <label class="choice">
          <input type="checkbox" name="choix" value={id} checked={isChosen} />
          <span>
            Garder <span class="visually-hidden">« {title} »</span>
          </span>
        </label>
      )}
    </li>
  );
}

function Speakers({ slot: { speakers, sheets } }: { readonly slot: ShownSlot }): JSX.Element {
  return (
    <p>
      Avec{' '}
      {speakers.map(({ name, organization, organizationId }, at) => {
        const sheet = sheets.get(organizationId ?? '');
        return (
          <>
            {at > 0 && (at === speakers.length - 1 ? ' et ' : ', ')}
            <b>{name}</b>
            {organization && <> ({sheet ? <a href={sheet}>{organization}</a> : organization})</>}
          </>
        );
      })}
    </p>
  );
}
