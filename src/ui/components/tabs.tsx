import type { JSX } from 'preact';
import { classes } from './classes.ts';

export interface TabsProps {
  readonly label: string;
  /** Under tabs of a wider subject: drawn smaller. */
  readonly isWithin?: boolean;
  /** Few enough to stand on two lines of a phone, where others scroll aside. */
  readonly wraps?: boolean;
  readonly tabs: readonly {
    readonly label: string;
    readonly href: string;
    readonly current?: boolean;
    readonly count?: number;
  }[];
}

/** Views of one subject, as links: each has its own address. */
export function Tabs({ label, tabs, isWithin = false, wraps = false }: TabsProps): JSX.Element {
  return (
    <nav class={classes('tabs', isWithin && 'tabs-within', wraps && 'tabs-wrapping')} aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="count">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
