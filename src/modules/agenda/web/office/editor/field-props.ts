import type { EditorChoices } from './editor-choices.ts';
import type { EventPreview } from './event-preview.ts';
import type { TypedEvent } from './typed-event.ts';

/** What each part of the editor is given. */
export interface PartProps {
  readonly typed: TypedEvent;
  readonly errors: Readonly<Record<string, string>>;
  readonly choices: EditorChoices;
}

export interface EditorFormProps extends PartProps {
  /** Null for a new one. */
  readonly id: string | null;
  readonly action: string;
  /** Whether everyone may see it already. */
  readonly isPublic: boolean;
  /** A part of a series: « cette date et les suivantes ». */
  readonly isSplit: boolean;
  /** What the dates come to, and what gets in their way. */
  readonly preview: EventPreview;
  /** What gets in the way was shown, and publishing was asked: once more does it. */
  readonly isWarned: boolean;
  readonly today: Temporal.PlainDate;
  readonly hidden: Readonly<Record<string, string>>;
  readonly photoWords: string | undefined;
}

/** Name, value and error of a field, by its name. */
export function fieldOf({ typed, errors }: Pick<PartProps, 'typed' | 'errors'>) {
  return (name: string) => ({ name, value: typed.values[name] ?? '', error: errors[name] });
}
