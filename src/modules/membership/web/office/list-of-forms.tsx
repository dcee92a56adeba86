import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { nothingTyped, type Typed } from '../form-answer.ts';

/** The id that the form of a new thing sends. */
export const newId = 'nouveau';

/** What was typed in the form of one thing of the list, and refused. */
export interface RefusedForm {
  readonly id: string;
  readonly typed: Typed;
}

/** A short list where each thing is its own form, beside the form that adds one. */
export function ListOfForms<Row extends { readonly id: string; readonly version: number }>({
  exchange,
  rows,
  add,
  addsFirst = false,
  titleOf,
  actionOf,
  refused,
  fields,
}: {
  readonly exchange: Exchange;
  readonly rows: readonly Row[];
  /** « Ajouter un collège ». */
  readonly add: string;
  readonly addsFirst?: boolean;
  readonly titleOf: (row: Row) => string;
  readonly actionOf: (id: string) => string;
  readonly refused: RefusedForm | null;
  readonly fields: (row: Row | null, id: string, typed: Typed) => JSX.Element;
}): JSX.Element {
  return (
    <>
      {(addsFirst ? [null, ...rows] : [...rows, null]).map((row) => {
        const id = row?.id ?? newId;
        const typed = refused?.id === id ? refused.typed : nothingTyped;
        const title = row ? titleOf(row) : add;
        return (
          <Panel title={title}>
            <Form
              action={actionOf(id)}
              label={title}
              errors={summaryOf(typed.errors)}
              hidden={{ [formKeyField]: exchange.ctx.newId(), version: String(row?.version ?? 0) }}
            >
              {fields(row, id, typed)}
              <SubmitBar label={row ? 'Enregistrer' : 'Ajouter'} {...(row ? { kind: 'ghost' as const } : {})}>
                {row && (
                  <Button kind="quiet" name="archive" value="oui">
                    Mettre de côté
                  </Button>
                )}
              </SubmitBar>
            </Form>
          </Panel>
        );
      })}
    </>
  );
}
