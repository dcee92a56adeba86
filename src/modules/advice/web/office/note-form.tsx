import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { paths } from '../../paths.ts';
import type { RequestSheet } from '../../queries/request-sheet.ts';
import type { TypedHere } from './request-page.tsx';

/** A call, or a word for the team: folded, for the answer is what matters. */
export function NoteForm({
  exchange,
  sheet: { request },
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly typed: TypedHere;
}): JSX.Element {
  return (
    <details class="more-fields" open={Object.keys(errors).length > 0}>
      <summary>Noter un appel, ou un mot pour l’équipe</summary>
      <div>
        <Form
          action={paths.note(request.id)}
          label="Noter"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
        >
          <TextArea
            name="text"
            label="Ce qui s’est dit, ce qu’il faut savoir"
            hint="Reste dans l’équipe : la personne ne le lit pas."
            rows={4}
            value={values['text']}
            error={errors['text']}
          />
          {request.state !== 'closed' && (
            <Checkbox
              name="hasAnswered"
              label="Au téléphone, elle a eu sa réponse"
              checked={values['hasAnswered'] === 'oui'}
            />
          )}
          <div class="submit-bar">
            <Button kind="ghost" icon="phone" name="kind" value="call">
              Noter l’appel
            </Button>
            <Button kind="ghost" icon="lock" name="kind" value="note">
              Garder la note
            </Button>
          </div>
        </Form>
      </div>
    </details>
  );
}
