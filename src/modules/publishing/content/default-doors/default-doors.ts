import { fieldsOf, type PublicationFields } from '../publication-fields.ts';
import type { DefaultDoor } from './default-door.ts';
import { intentDoors } from './intent-doors.ts';
import { profileDoors } from './profile-doors.ts';

/** The doors of a new hub, in their order. */
export const defaultDoors: readonly DefaultDoor[] = [...profileDoors, ...intentDoors];

/** What a default door says, in the fields of a publication. Pictures stand on one side, then on the other. */
export function defaultDoorFields(door: DefaultDoor, rank: number, newId: () => string): PublicationFields<'door'> {
  const { tag, group, label, promise, tone, title, brief, opening, more, questions } = door;
  return fieldsOf('door').parse({
    title,
    line: promise,
    brief,
    content: {
      group,
      tag,
      label,
      promise,
      tone,
      position: (rank + 1) * 10,
      blocks: [
        { id: newId(), kind: 'image-text', ...opening, side: rank % 2 === 0 ? 'right' : 'left' },
        ...(more ? [{ id: newId(), kind: 'text', ...more }] : []),
        { id: newId(), kind: 'questions', title: 'On nous demande souvent', items: questions },
      ],
    },
  }) as PublicationFields<'door'>;
}
