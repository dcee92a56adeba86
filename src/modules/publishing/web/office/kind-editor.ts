import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import type { FileStore } from '#platform/files/file-store.ts';
import type { SentForm } from '#platform/http/exchange.ts';
import type { ContentOf } from '../../content/publication-fields.ts';
import type { PublicationKind } from '../../domain/publication.ts';
import type { EditorChoices } from './editor-choices.ts';

/** How the common fields of the editor show for a kind: a label of its own, a hint, or not at all. */
export interface CommonField {
  label: string;
  hint?: string;
}

/** What the editor of one kind adds to the common frame (title, texts, picture, tags, life). */
export interface KindEditor<Kind extends PublicationKind> {
  /** Common fields this kind uses, with its own words for them; those left out are not drawn and keep their value. */
  readonly common: {
    readonly title: CommonField;
    readonly line?: CommonField;
    readonly brief?: CommonField;
    readonly body?: CommonField;
    readonly photo?: CommonField;
    readonly organization?: CommonField;
    readonly authorName?: CommonField;
    readonly happenedOn?: CommonField;
    readonly reviewOn?: CommonField;
  };
  /** The fields of this kind only. Names start with `content.`: `content.topic`, `content.steps.0.title`. */
  readonly fields: (props: KindFieldsProps<Kind>) => JSX.Element | null;
  /** The content as the form sends it, not yet checked: the schema of the kind does it. `former` is what it was. */
  readonly read: (form: SentForm, former: ContentOf<Kind>) => unknown;
  /** What this kind alone offers to choose from (`files`, `related`): the frame adds it to the common choices. */
  readonly more?: (ctx: Context, content: ContentOf<Kind>) => Promise<Partial<EditorChoices>>;
  /**
   * Keeps what the form sends besides text, before `read`: a file. The frame writes `content` over what `read` gave and
   * shows `errors`, by field name, with its own. An editor that has it asks for a form with files.
   */
  readonly take?: (ctx: Context, files: FileStore, form: SentForm) => Promise<TakenContent<Kind>>;
}

export interface TakenContent<Kind extends PublicationKind> {
  readonly content: Partial<ContentOf<Kind>>;
  readonly errors: Readonly<Record<string, string>>;
}

export interface KindFieldsProps<Kind extends PublicationKind> {
  readonly content: ContentOf<Kind>;
  /** Messages by name: `content.topic`. */
  readonly errors: Readonly<Record<string, string>>;
  readonly choices: EditorChoices;
}
