import type { ComponentChildren, JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';

/** One small act on a line of a list, as a button of its own. */
export function ActForm({
  exchange,
  action,
  name,
  hidden = {},
  children,
}: {
  readonly exchange: Exchange;
  readonly action: string;
  /** The act and its line, said whole to assistive technology. */
  readonly name: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <form method="post" action={action}>
      <input type="hidden" name={formKeyField} value={exchange.ctx.newId()} />
      {Object.entries(hidden).map(([field, value]) => (
        <input type="hidden" name={field} value={value} />
      ))}
      <Button kind="quiet" small aria-label={name}>
        {children}
      </Button>
    </form>
  );
}
