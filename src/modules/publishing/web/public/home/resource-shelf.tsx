import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import { Section } from '#ui/components/section.tsx';
import { categoryOf } from '#ui/theme/categories.ts';
import { listPath } from '../../../paths.ts';

/** The library in short: what each sheet is and what it is about, like backs on a shelf. */
export function ResourceShelf({ cards }: { readonly cards: readonly ContentCard[] }): JSX.Element {
  return (
    <Section title="Pour avancer" more={{ href: listPath('resource'), label: 'Toutes les ressources' }}>
      <ul class="shelf">
        {cards.map(({ id, href, title, label }) => (
          <li class={`tone-${categoryOf(id)}`}>
            {label && <small>{label}</small>}
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
