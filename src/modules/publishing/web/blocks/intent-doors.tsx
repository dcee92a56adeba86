import type { JSX } from 'preact';
import { Icon } from '#ui/components/icon.tsx';
import type { ShownDoor } from './block-data.ts';

/** «  Je veux… »: the intents as a list of large links, on the hub's deep colour. */
export function IntentDoors({ doors }: { readonly doors: readonly ShownDoor[] }): JSX.Element {
  return (
    <ul class="intents">
      {doors.map(({ href, title, text, tone }) => (
        <li>
          <a href={href}>
            <span class={`intent-mark tone-${tone}`} aria-hidden="true">
              <Icon name="arrow-right" />
            </span>
            <b>{title}</b>
            {text && <span>{text}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
