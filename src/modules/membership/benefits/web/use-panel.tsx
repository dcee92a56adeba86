import type { JSX } from 'preact';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { benefitList } from '../queries/benefits.ts';

/** On the sheet of a member: her page of benefits, and one to note. Nothing while the hub has no list. */
export async function usePanel(exchange: Exchange, membershipId: string, secret: string): Promise<JSX.Element | null> {
  const benefits = await benefitList(exchange.ctx.db);
  if (benefits.length === 0) return null;
  return (
    <Panel title="Ce que l’adhésion lui apporte">
      <p>
        <a href={moneyPaths.year(secret)}>Sa page « Votre année »</a>
      </p>
      <Form
        action={moneyPaths.noteUse(membershipId)}
        label="Noter un avantage utilisé"
        hidden={{ [formKeyField]: exchange.ctx.newId() }}
      >
        <Select
          name="benefitId"
          label="Avantage utilisé"
          choices={benefits.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <DateField name="usedOn" label="Le" hint="Vide : aujourd’hui." />
        <TextField name="note" label="Précision" />
        <SubmitBar kind="ghost" label="Noter" />
      </Form>
    </Panel>
  );
}
