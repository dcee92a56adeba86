import { createHash } from 'node:crypto';
import { summaryOf } from '#modules/hub/index.ts';
import { amountTyped, paymentWayNames } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { readTable, TableRefused } from '#platform/tabular/index.ts';
import { Panel } from '#ui/components/panel.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FileField } from '#ui/fields/file-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import { nothingTyped, type Typed } from '../../web/form-answer.ts';
import { addIncoming } from '../commands/add-incoming.ts';
import { statementLines, withHeadings, type StatementLine } from '../domain/statement.ts';

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** `GET /gestion/adhesions/rapprochement/ajouter`: a statement of the bank, or one cheque. */
export async function showAddIncoming(
  exchange: Exchange,
  typed: Typed = nothingTyped,
  status = 200,
): Promise<Response> {
  const { values, errors } = typed;
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate().toString();
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  const isStatement = values['kind'] === 'releve';
  return exchange.page({
    title: 'Ajouter des paiements',
    layout: 'office',
    status,
    header: {
      trail: [
        { label: 'Adhésions', href: paths.office },
        { label: 'Rapprochement', href: moneyPaths.inbox },
      ],
    },
    content: (
      <>
        <Panel title="Un relevé de banque">
          <Form
            action={moneyPaths.addIncoming}
            label="Un relevé de banque"
            withFiles
            errors={isStatement ? summaryOf(errors) : []}
            hidden={{ [formKeyField]: exchange.ctx.newId(), kind: 'releve' }}
          >
            <TextArea
              {...text('lines')}
              label="Lignes collées"
              hint="Date, libellé, montant, comme la banque les donne. Les dépenses sont laissées de côté, une ligne déjà donnée aussi."
              rows={5}
            />
            <FileField
              name="file"
              label="Ou le fichier de la banque"
              hint="CSV, Excel ou LibreOffice."
              accept=".csv,.xlsx,.ods,.txt"
              error={errors['file']}
            />
            <SubmitBar label="Lire" />
          </Form>
        </Panel>
        <Panel title="Un chèque, des espèces">
          <Form
            action={moneyPaths.addIncoming}
            label="Un chèque, des espèces"
            errors={isStatement ? [] : summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.ctx.newId(), kind: 'un' }}
          >
            <FieldRow>
              <Select
                name="way"
                label="Reçu par"
                value={values['way'] ?? 'cheque'}
                choices={(['cheque', 'transfer', 'cash'] as const).map((way) => ({
                  value: way,
                  label: paymentWayNames[way],
                }))}
              />
              <TextField {...text('amount')} label="Somme, en euros" inputmode="decimal" size="short" required />
              <DateField
                name="receivedOn"
                label="Le"
                value={values['receivedOn'] ?? today}
                error={errors['receivedOn']}
              />
            </FieldRow>
            <FieldRow>
              <TextField {...text('payerName')} label="De qui" grow />
              <TextField {...text('number')} label="Numéro" size="medium" />
              <TextField {...text('bank')} label="Banque" size="medium" />
            </FieldRow>
            <TextField {...text('words')} label="Ce qui est écrit" />
            <SubmitBar label="Ajouter" />
          </Form>
        </Panel>
      </>
    ),
  });
}

async function linesSent(exchange: Exchange): Promise<{ lines: StatementLine[]; leftOut: number } | { error: string }> {
  const form = await exchange.form();
  const [file] = form.files('file');
  const bytes =
    file && file.size > 0
      ? new Uint8Array(await file.arrayBuffer())
      : new TextEncoder().encode(withHeadings(form.values['lines'] ?? ''));
  try {
    const table = await readTable(bytes, { fileName: file && file.size > 0 ? file.name : 'releve.csv' });
    const read = statementLines(table);
    return read.lines.length > 0
      ? read
      : { error: 'Aucune somme reçue n’a été reconnue : il faut une date, un libellé et un montant par ligne.' };
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error;
    return { error: 'Ce relevé ne se lit pas. Essayez en CSV, ou collez les lignes.' };
  }
}

/** `POST /gestion/adhesions/rapprochement/ajouter`. */
export async function receiveIncoming(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  if (form.values['kind'] === 'releve') {
    const read = await linesSent(exchange);
    if ('error' in read) return showAddIncoming(exchange, { values: form.values, errors: { lines: read.error } }, 422);
    const payments = read.lines.slice(0, 3000).map((line) => ({
      sourceKey: keyOf(line.key),
      way: 'transfer' as const,
      amount: line.amount,
      receivedOn: line.date,
      words: line.words,
    }));
    const outcome = await execute(exchange.ctx, addIncoming, { source: 'bank', payments }, { key: form.key });
    if (!outcome.ok) return showAddIncoming(exchange, { values: form.values, errors: outcome.fields }, 422);
    const { added, known } = outcome.value;
    return exchange.redirect(moneyPaths.inbox, {
      tone: 'success',
      text: `${plural(added, 'paiement ajouté', 'paiements ajoutés')}${known > 0 ? `, ${known} déjà là` : ''}.`,
    });
  }
  const { way = 'cheque', receivedOn = '', payerName, number, bank, words } = form.values;
  const payment = {
    sourceKey: exchange.ctx.newId(),
    way: way === 'transfer' || way === 'cash' ? way : ('cheque' as const),
    amount: amountTyped(form.values['amount'] ?? '') ?? 0,
    receivedOn,
    payerName: payerName ?? '',
    number: number ?? '',
    bank: bank ?? '',
    words: words ?? '',
  };
  const source = payment.way === 'cheque' ? 'cheque' : 'other';
  const outcome = await execute(exchange.ctx, addIncoming, { source, payments: [payment] }, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(moneyPaths.inbox, { tone: 'success', text: 'Le paiement attend qu’on dise pour qui.' });
  const errors = Object.fromEntries(
    Object.entries(outcome.fields).map(([name, told]) => [name.replace(/^payments\.0\./, ''), told]),
  );
  return showAddIncoming(exchange, { values: form.values, errors }, 422);
}
