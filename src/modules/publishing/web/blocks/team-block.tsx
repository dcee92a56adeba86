import type { JSX } from 'preact';
import { initialsOf } from './initials.ts';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { categoryOf } from '#ui/theme/categories.ts';
import type { BlockOf } from '../../content/blocks.ts';
import type { BlockData } from './block-data.ts';
import { BlockFrame } from './block-frame.tsx';

type Person = BlockOf<'team'>['people'][number];

/** Those who make the hub: the team in large, the board in a list. */
export function TeamBlock({
  block,
  data,
}: {
  readonly block: BlockOf<'team'>;
  readonly data: BlockData;
}): JSX.Element | null {
  const named = block.people.filter(({ name }) => name);
  const team = named.filter(({ group }) => group === 'team');
  const board = named.filter(({ group }) => group === 'board');
  if (named.length === 0) return null;
  return (
    <BlockFrame title={block.title} class="block-team">
      {team.length > 0 && <People people={team} data={data} class="team" />}
      {board.length > 0 && (
        <>
          {team.length > 0 && <h3 class="board-title">Le conseil d’administration</h3>}
          <People people={board} data={data} class="team board" />
        </>
      )}
    </BlockFrame>
  );
}

function People({
  people,
  data,
  class: name,
}: {
  readonly people: readonly Person[];
  readonly data: BlockData;
  readonly class: string;
}): JSX.Element {
  return (
    <ul class={name}>
      {people.map((person) => {
        const picture = person.imageId ? data.pictures.get(person.imageId) : undefined;
        return (
          <li>
            {picture ? (
              // The name stands beside it.
              <PhotoImage photo={photoOf(picture, '260px', person.alternative)} class="face" />
            ) : (
              <span class={`face tone-${categoryOf(person.name)}`} aria-hidden="true">
                {initialsOf(person.name)}
              </span>
            )}
            <div>
              <b>{person.name}</b>
              {person.role && <p class="facts">{person.role}</p>}
              {person.text && <p>{person.text}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
