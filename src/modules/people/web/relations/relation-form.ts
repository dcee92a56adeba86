import type { FieldProps } from '#ui/fields/field-frame.tsx';

export type Typed = Readonly<Record<string, string>>;

/** A form of a sheet: folded among others on the sheet, or alone on its page when something was refused. */
export interface RelationFormProps {
  readonly action: string;
  readonly formKey: string;
  readonly values?: Typed;
  readonly errors?: Typed;
  /** Tells its fields from those of the other forms of the page. */
  readonly inline?: string;
  readonly cancelHref?: string;
}

type Field = Pick<FieldProps, 'name' | 'id' | 'error'> & { value: string | undefined };

/** A field of the form, with what was typed and why it was refused. */
export function fieldOf({ values = {}, errors = {}, inline }: RelationFormProps, name: string): Field {
  return { name, ...(inline ? { id: `${inline}-${name}` } : {}), value: values[name], error: errors[name] };
}
