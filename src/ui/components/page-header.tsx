import type { ComponentChildren, JSX } from 'preact';
import { Breadcrumb, type BreadcrumbProps } from './breadcrumb.tsx';
import { Label } from './label.tsx';

export interface PageHeaderProps {
  readonly title: ComponentChildren;
  readonly trail?: BreadcrumbProps['trail'];
  readonly label?: { readonly text: string; readonly own?: boolean };
  /** A line right under the title: date and place of an event, town of a structure. */
  readonly facts?: ComponentChildren;
  /** One or two sentences. */
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** The head of a page: where we are, what it is, what can be done. */
export function PageHeader({ title, trail, label, facts, lead, actions }: PageHeaderProps): JSX.Element {
  return (
    <header class="page-header">
      {trail && <Breadcrumb trail={trail} />}
      {label && <Label own={label.own ?? false}>{label.text}</Label>}
      <div class="page-title">
        <h1>{title}</h1>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {facts && <p class="page-facts">{facts}</p>}
      {lead && <div class="lead">{lead}</div>}
    </header>
  );
}
