import type { ComponentChildren, JSX } from 'preact';
import type { Category } from '../theme/categories.ts';
import { ButtonLink } from './button.tsx';

export interface TodoItemProps {
  readonly title: string;
  readonly meta?: ComponentChildren;
  readonly tone: Category | 'accent' | 'soft';
  readonly action: { readonly href: string; readonly label: string };
  /** How long someone has been waiting: « 1 jour ». */
  readonly late?: string;
  readonly id: string;
}

/** One thing that waits for the employee, and the button that deals with it. */
export function TodoItem({ title, meta, tone, action, late, id }: TodoItemProps): JSX.Element {
  return (
    <li class="todo">
      <span class={`kind tone-${tone}`} />
      <div>
        <b id={id}>{title}</b>
        {meta && <p class="facts">{meta}</p>}
      </div>
      {late && (
        <span class="late">
          <span class="visually-hidden">attend depuis </span>
          {late}
        </span>
      )}
      <ButtonLink kind="ghost" small href={action.href} aria-describedby={id}>
        {action.label}
      </ButtonLink>
    </li>
  );
}

/** A group of things to do under its heading. */
export function TodoList({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="todos">
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
