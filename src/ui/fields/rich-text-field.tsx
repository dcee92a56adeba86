import type { JSX } from 'preact';
import type { SentForm } from '#platform/http/exchange.ts';
import { htmlFromPlainText, longestRichText, plainTextOfHtml } from '#platform/rich-text/index.ts';
import { controlAttributes, FieldFrame, type FieldProps } from './field-frame.tsx';

export interface RichTextFieldProps extends FieldProps {
  /** Cleaned HTML. */
  readonly value: string;
  readonly rows?: number;
}

/**
 * A text with headings, lists and links. With script, an editor with buttons; without, a text area where a blank line
 * starts a paragraph and `- ` an item. `richTextOf` reads both.
 */
export function RichTextField(props: RichTextFieldProps): JSX.Element {
  const { name, value, rows = 12, hint } = props;
  const plainHint = (
    <>
      {hint && <span>{hint} </span>}
      <span data-plain-hint>
        Une ligne vide commence un paragraphe, « ## » un intertitre, « - » une liste, **des mots** ressortent, [des
        mots](https://…) font un lien.
      </span>
    </>
  );
  return (
    <es-rich-text data-html={value} data-label={props.label}>
      <FieldFrame {...props} hint={plainHint}>
        <textarea
          {...controlAttributes({ ...props, hint: plainHint })}
          class="input"
          rows={rows}
          value={value.length > longestRichText ? value : plainTextOfHtml(value)}
        />
      </FieldFrame>
      <input type="hidden" name={`${name}_format`} value="plain" />
    </es-rich-text>
  );
}

/** The HTML that a `RichTextField` sent, from whichever of its two forms. Not cleaned yet: the schemas do it. */
export function richTextOf(form: SentForm, name: string): string {
  const text = form.values[name] ?? '';
  // What is too long is refused as it came: nobody waits for it to be read.
  const isHtml = form.values[`${name}_format`] === 'html' || text.length > longestRichText;
  return isHtml ? text : htmlFromPlainText(text);
}
