import type { JSX } from 'preact';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField, type TextFieldProps } from '#ui/fields/text-field.tsx';
import type { TabView } from './tab.ts';

/** A setting that is a text: one line, or several when it has a limit of characters to show. */
export interface TextSetting {
  name: string;
  label: string;
  hint?: string;
  type?: TextFieldProps['type'];
  autocomplete?: string;
  size?: 'short' | 'medium';
  required?: boolean;
  /** Most characters, shown while typing; draws several lines. */
  limit?: number;
}

/** Draws text settings one under the other. */
export function TextSettings({
  settings,
  view,
}: {
  readonly settings: readonly TextSetting[];
  readonly view: Pick<TabView, 'values' | 'errors'>;
}): JSX.Element {
  return (
    <>
      {settings.map(({ limit, ...setting }) => {
        const typed = { value: view.values[setting.name], error: view.errors[setting.name] };
        return limit ? (
          <TextArea {...setting} {...typed} limit={limit} rows={3} />
        ) : (
          <TextField {...setting} {...typed} />
        );
      })}
    </>
  );
}

/** The names of text settings by field. */
export function namesOf(settings: readonly TextSetting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ name, label }) => [name, label]));
}
