import type { JSX } from 'preact';
import { formatDateTime } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { outcomeNames, requestOutcomes } from '../../domain/request-outcomes.ts';
import { paths } from '../../paths.ts';
import type { RequestSheet } from '../../queries/request-sheet.ts';
import type { TypedHere } from './request-page.tsx';

/** How the request ends, or how it ended and the way to open it again. */
export function ClosePanel({
  exchange,
  sheet: { request },
  typed: { values, errors },
}: {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly typed: TypedHere;
}): JSX.Element {
  const hidden = { [formKeyField]: exchange.ctx.newId() };
  if (request.state === 'closed' && request.outcome && request.closedAt)
    return (
      <Panel title={outcomeNames[request.outcome]}>
        {request.outcomeNote && <p>{request.outcomeNote}</p>}
        <p class="facts">Close le {formatDateTime(request.closedAt, { zone: exchange.ctx.zone })}</p>
        <Form action={paths.reopen(request.id)} label="Rouvrir la demande" hidden={hidden}>
          <SubmitBar kind="ghost" label="Rouvrir" />
        </Form>
      </Panel>
    );
  return (
    <Panel title="Clore">
      <Form action={paths.close(request.id)} label="Clore la demande" hidden={hidden}>
        <Select
          name="outcome"
          label="Comment cela se termine"
          placeholder="Choisir"
          value={values['outcome'] ?? ''}
          error={errors['outcome']}
          choices={requestOutcomes.map((value) => ({ value, label: outcomeNames[value] }))}
        />
        <TextField
          name="note"
          label="Précision"
          hint="Vers qui, ou quel projet."
          value={values['note']}
          error={errors['note']}
        />
        <SubmitBar kind="ghost" label="Clore la demande" />
      </Form>
    </Panel>
  );
}
