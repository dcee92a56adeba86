import type { JSX } from 'preact';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, type ButtonKind } from '#ui/components/button.tsx';

/** One act on one line of a sheet. */
export function ActButton({
  action,
  label,
  about,
  formKey,
  kind = 'quiet',
  hidden = {},
}: {
  readonly action: string;
  readonly label: string;
  /** What the act is on, for those who hear the button alone. */
  readonly about?: string;
  readonly formKey: string;
  readonly kind?: ButtonKind;
  readonly hidden?: Readonly<Record<string, string>>;
}): JSX.Element {
  return (
    <form class="relation-acts" method="post" action={action}>
      {Object.entries({ [formKeyField]: formKey, ...hidden }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} small>
        {label}
        {about && <span class="visually-hidden"> : {about}</span>}
      </Button>
    </form>
  );
}
