import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import { Section } from '#ui/components/section.tsx';
import type { ShownStand } from './shown-programme.ts';

/** Who holds a stand, and where. */
export function StandList({ stands }: { readonly stands: readonly ShownStand[] }): JSX.Element {
  return (
    <Section title={plural(stands.length, 'stand')} id="stands">
      <ul class="programme-stands">
        {stands.map(({ name, activity, mark, path }) => (
          <li>
            <b>{path ? <a href={path}>{name}</a> : name}</b>
            {mark && <span class="facts"> {mark}</span>}
            {activity && <p>{activity}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
