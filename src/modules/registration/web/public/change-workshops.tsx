import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { workshopsOf } from '../../domain/workshops.ts';
import { paths } from '../../paths.ts';
import type { OwnRegistration } from '../../queries/own-registration.ts';
import { WorkshopFields } from '../workshop-fields.tsx';
import type { TypedHere } from './own-page.tsx';

/** The workshops one chose, to change while there is room. Null where there are none. */
export function ChangeWorkshops({
  exchange,
  own,
  row,
  typed,
}: {
  readonly exchange: Exchange;
  readonly own: OwnRegistration;
  readonly row: OwnRegistration['rows'][number];
  readonly typed: TypedHere;
}): JSX.Element | null {
  if (workshopsOf(own.offer.seatKinds).length === 0) return null;
  const isHere = typed.id === `workshops-${row.id}`;
  const prefix = `at-${row.id.slice(-6)}-`;
  const errors = isHere ? typed.errors : {};
  return (
    <details class="more-fields" open={isHere}>
      <summary>Changer d’ateliers</summary>
      <div>
        <Form
          action={paths.ownWorkshops(exchange.param('secret'))}
          label={`Changer les ateliers de ${row.name}`}
          errors={summaryOf(Object.fromEntries(Object.entries(errors).map(([key, text]) => [prefix + key, text])))}
          hidden={{ [formKeyField]: exchange.ctx.newId(), id: row.id }}
        >
          <WorkshopFields
            kinds={own.offer.seatKinds}
            prefix={prefix}
            values={isHere ? typed.all(`${prefix}workshops`) : row.workshops}
            error={errors['workshops']}
          />
          <SubmitBar label="Enregistrer" />
        </Form>
      </div>
    </details>
  );
}
