import { execute } from '#platform/command/execute.ts';
import { plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Panel } from '#ui/components/panel.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { moneyPaths } from '../../money-paths.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { errorsOf, sentenceOf } from '../../web/form-answer.ts';
import { ListOfForms, newId, type RefusedForm } from '../../web/office/list-of-forms.tsx';
import { noteBenefitUse, saveBenefit, sendStatements } from '../commands/keep-benefits.ts';
import { audienceNames, audiences, countedKinds, countedNames } from '../domain/benefit.ts';
import { benefitList } from '../queries/benefits.ts';

/** `GET /gestion/adhesions/avantages`: what membership brings, and the letter of the year. */
export async function showBenefits(exchange: Exchange, refused: RefusedForm | null = null): Promise<Response> {
  const { ctx } = exchange;
  const rows = await benefitList(ctx.db);
  const year = ctx.clock.now().toZonedDateTimeISO(ctx.zone).year;
  return exchange.page({
    title: 'Ce que l’adhésion apporte',
    layout: 'office',
    status: refused ? 422 : 200,
    header: {
      trail: [{ label: 'Adhésions', href: paths.office }],
      lead: <p>Chaque membre voit sur sa page ce dont il a profité dans l’année, et ce qui l’attend encore.</p>,
    },
    content: (
      <>
        {rows.length > 0 && (
          <Panel title={`« Votre année ${year} avec le pôle »`}>
            <Form
              action={moneyPaths.statements}
              label="Envoyer votre année"
              hidden={{ [formKeyField]: ctx.newId(), year: String(year) }}
            >
              <p>Un mail à chaque membre, avec le lien de sa page. Chacun ne le reçoit qu’une fois par an.</p>
              <SubmitBar kind="ghost" label="Envoyer à tous les membres" />
            </Form>
          </Panel>
        )}
        <ListOfForms
          exchange={exchange}
          rows={rows}
          add="Ajouter un avantage"
          addsFirst
          titleOf={(row) => row.title}
          actionOf={moneyPaths.benefit}
          refused={refused}
          fields={(row, id, { values, errors }) => {
            const field = (name: 'title' | 'description' | 'path') => ({
              name,
              id: `${name}-${id}`,
              value: values[name] ?? row?.[name],
              error: errors[name],
            });
            const isTyped = Object.keys(values).length > 0;
            return (
              <>
                <TextField {...field('title')} label="Ce que c’est" required />
                <TextField {...field('description')} label="En une phrase" />
                <FieldRow>
                  <Select
                    name="audience"
                    id={`audience-${id}`}
                    label="Pour qui"
                    value={values['audience'] ?? row?.audience ?? 'all'}
                    choices={audiences.map((value) => ({ value, label: audienceNames[value] }))}
                  />
                  <Select
                    name="counted"
                    id={`counted-${id}`}
                    label="Ce qui compte comme profité"
                    value={values['counted'] ?? row?.counted ?? 'noted'}
                    choices={countedKinds.map((value) => ({ value, label: countedNames[value] }))}
                  />
                  <TextField {...field('path')} label="Où en profiter" hint="Une adresse du site : /agenda" />
                </FieldRow>
                <Checkbox
                  name="isWorthMoney"
                  id={`argent-${id}`}
                  value="oui"
                  label="Cela vaut de l’argent"
                  hint="Un prix réduit, une salle prêtée, un service qui se paierait ailleurs. La cotisation n’est alors pas un don."
                  checked={isTyped ? values['isWorthMoney'] === 'oui' : (row?.isWorthMoney ?? false)}
                />
              </>
            );
          }}
        />
      </>
    ),
  });
}

/** `POST /gestion/adhesions/avantages/:id`. */
export async function receiveBenefit(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const id = exchange.param('id');
  const { archive, isWorthMoney, ...values } = form.values;
  const input = {
    ...values,
    id: id === newId ? null : id,
    archive: archive === 'oui',
    isWorthMoney: isWorthMoney === 'oui',
  };
  const outcome = await execute(exchange.ctx, saveBenefit, input as never, { key: form.key });
  if (outcome.ok)
    return exchange.redirect(
      moneyPaths.benefits,
      outcome.value.undoesGifts
        ? {
            tone: 'warning',
            text: 'C’est enregistré. Attention : vos réglages disent que la cotisation est un don, et cet avantage vaut de l’argent. Revoyez-les avant les prochains reçus fiscaux.',
          }
        : { tone: 'success', text: 'C’est enregistré.' },
    );
  return showBenefits(exchange, { id, typed: { values: form.values, errors: errorsOf(outcome) } });
}

/** `POST /gestion/adhesions/annee`. */
export async function receiveStatements(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    sendStatements(deps),
    { year: form.values['year'] ?? '' },
    { key: form.key },
  );
  return exchange.redirect(
    moneyPaths.benefits,
    outcome.ok
      ? { tone: 'success', text: `${plural(outcome.value.sent, 'mail')} en route.` }
      : { tone: 'info', text: sentenceOf(outcome) },
  );
}

/** `POST /gestion/adhesions/adherents/:id/avantage`. */
export async function receiveUse(exchange: Exchange): Promise<Response> {
  const form = await exchange.form();
  const membershipId = exchange.param('id');
  const { benefitId = '', usedOn, note = '' } = form.values;
  const input = { membershipId, benefitId, usedOn: usedOn || null, note };
  const outcome = await execute(exchange.ctx, noteBenefitUse, input, { key: form.key });
  if (!outcome.ok && outcome.reason === 'not_found') return exchange.notFound();
  return exchange.redirect(
    paths.membership(membershipId),
    outcome.ok ? { tone: 'success', text: 'C’est noté.' } : { tone: 'warning', text: sentenceOf(outcome) },
  );
}
