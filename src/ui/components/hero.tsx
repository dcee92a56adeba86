import type { ComponentChildren, JSX } from 'preact';
import { heroLandscape, type Territory } from '../relief/landscapes.ts';

export interface HeroProps {
  readonly id: string;
  readonly territory: Territory;
  /** The promise in a few words. Underline one with `<em>`. */
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** 1 unless the page already has its title. */
  readonly level?: 1 | 2;
}

/** The opening of the home page: the promise over the territory's landscape. */
export function Hero({ id, territory, title, children, actions, level = 1 }: HeroProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <section class="hero">
      <div class="hero-land" dangerouslySetInnerHTML={{ __html: heroLandscape(id, territory) }} />
      <div class="hero-text">
        <Heading class="hero-title">{title}</Heading>
        {children && <div class="hero-lead">{children}</div>}
        {actions && <div class="actions">{actions}</div>}
      </div>
    </section>
  );
}

/** The wide picture at the head of a page about one item. */
export function Banner({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <div class="banner">{children}</div>;
}
