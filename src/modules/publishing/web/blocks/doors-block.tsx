import type { JSX } from 'preact';
import { Doors } from '#ui/components/door.tsx';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';
import { IntentDoors } from './intent-doors.tsx';

/** The ways in, those of one group or all of them. */
export function DoorsBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'doors'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const shown = data.doors.filter((door) => block.group === 'all' || door.group === block.group);
  if (shown.length === 0) return null;
  const profiles = shown.filter(({ group }) => group === 'profile');
  const intents = shown.filter(({ group }) => group === 'intent');
  return (
    <BlockFrame title={block.title} class="block-doors">
      {profiles.length > 0 && <Doors doors={profiles} />}
      {intents.length > 0 && <IntentDoors doors={intents} />}
    </BlockFrame>
  );
}
