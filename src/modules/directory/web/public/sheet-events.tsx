import type { JSX } from 'preact';
import { Section } from '#ui/components/section.tsx';
import type { TitledEvent } from '../../ports.ts';

/** What a structure organises next, on its sheet. */
export function SheetEvents({ events }: { readonly events: readonly TitledEvent[] }): JSX.Element | null {
  if (events.length === 0) return null;
  return (
    <Section title="Ses rendez-vous">
      <ul class="sheet-news">
        {events.map(({ title, path, when }) => (
          <li>
            <a href={path}>{title}</a>
            <span class="facts">{when}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
