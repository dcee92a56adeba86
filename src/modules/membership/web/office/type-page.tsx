import { summaryOf } from '#modules/hub/index.ts';
import { amountTyped, paymentWayNames, paymentWays } from '#modules/payments/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Combobox } from '#ui/fields/combobox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { typeApplication } from '../../commands/type-application.ts';
import { letterWords } from '../../domain/letter-words.ts';
import { whoLabels, whos } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { MembershipDependencies } from '../../ports.ts';
import { campaignList, openCampaign, scalesOf, type Campaign, type DuesScale } from '../../queries/campaigns.ts';
import { MoreFields, priceWords, QuestionFields } from '../application-form.tsx';
import { errorsOf, nothingTyped, type Typed } from '../form-answer.ts';
import { readApplication } from '../read-application.ts';

/** `GET /gestion/adhesions/saisir`: a paper form, with its cheque. */
export async function showType(exchange: Exchange, typed: Typed = nothingTyped, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const all = (await campaignList(ctx.db)).filter(({ state }) => state !== 'draft');
  const asked = typed.values['campaignId'] ?? exchange.query('campagne');
  const { values, errors } = typed;
  const known = status === 200 ? knownValues(exchange) : {};
  const campaign = all.find(({ id }) => id === asked) ?? (await openCampaign(ctx.db, today)) ?? all[0];
  const trail = [{ label: 'Adhésions', href: paths.office }];
  if (!campaign)
    return exchange.page({
      title: 'Saisir un bulletin',
      layout: 'office',
      header: { trail },
      content: (
        <EmptyState
          title="Il faut d’abord une campagne"
          actions={<ButtonLink href={paths.newCampaign}>Préparer une campagne</ButtonLink>}
        >
          <p>Elle dit la période et les prix ; on peut ensuite saisir les bulletins.</p>
        </EmptyState>
      ),
    });
  const scales = await scalesOf(ctx.db, campaign.id);
  return exchange.page({
    title: 'Saisir un bulletin',
    layout: 'office',
    header: { trail, lead: <p>Tel qu’il est écrit sur le papier, ou dit au téléphone. Le montant se calcule seul.</p> },
    status,
    content: (
      <TypeForm
        {...{ exchange, campaign, campaigns: all, scales, typed: { values: { ...known, ...values }, errors }, today }}
      />
    ),
  });
}

/** What another page knows already: the payer of money that came by itself. */
function knownValues(exchange: Exchange): Record<string, string> {
  const names = ['givenName', 'familyName', 'email', 'received.way'];
  return Object.fromEntries(
    names.flatMap((name) => (exchange.query(name) ? [[name, exchange.query(name).slice(0, 200)]] : [])),
  );
}

function TypeForm({
  exchange,
  campaign,
  campaigns,
  scales,
  typed,
  today,
}: {
  readonly exchange: Exchange;
  readonly campaign: Campaign;
  readonly campaigns: readonly Campaign[];
  readonly scales: readonly DuesScale[];
  readonly typed: Typed;
  readonly today: Temporal.PlainDate;
}) {
  const { values, errors } = typed;
  const text = (name: string) => ({ name, value: values[name], error: errors[name] });
  const has = (kind: DuesScale['kind']) => scales.some((scale) => scale.kind === kind);
  return (
    <Form
      action={paths.type}
      label="Saisir un bulletin"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <Select
        name="scaleId"
        label="Cotisation"
        required
        value={values['scaleId'] ?? scales[0]?.id}
        error={errors['scaleId']}
        choices={whos
          .filter((who) => scales.some((scale) => scale.who === who))
          .map((who) => ({
            label: whoLabels[who],
            choices: scales
              .filter((scale) => scale.who === who)
              .map((scale) => ({ value: scale.id, label: `${whoLabels[who]} : ${scale.label}, ${priceWords(scale)}` })),
          }))}
      />
      <Combobox
        {...text('organizationName')}
        label="Structure"
        hint="Vide pour une personne."
        source={`${paths.join}/structures`}
      />
      <FieldRow>
        <TextField {...text('givenName')} label="Prénom" grow />
        <TextField {...text('familyName')} label="Nom" grow />
        <TextField {...text('email')} label="E-mail" type="email" hint="Vide s’il n’y en a pas." grow />
      </FieldRow>
      <FieldRow>
        {has('budget') && <TextField {...text('budget')} label="Budget, en euros" inputmode="numeric" size="medium" />}
        {has('staff') && <TextField {...text('staff')} label="Salarié·es" inputmode="decimal" size="short" />}
        {has('free') && (
          <TextField {...text('chosen')} label="Somme libre, en euros" inputmode="decimal" size="short" />
        )}
      </FieldRow>
      <Fieldset legend="Le règlement" large>
        <FieldRow>
          <Select
            name="received.way"
            label="Reçu"
            value={values['received.way'] ?? 'cheque'}
            error={errors['received.way']}
            choices={[
              ...paymentWays
                .filter((way) => way !== 'online')
                .map((way) => ({ value: way, label: paymentWayNames[way] })),
              { value: 'rien', label: 'Rien pour l’instant' },
            ]}
          />
          <TextField {...text('received.number')} label="Numéro du chèque" size="medium" />
          <TextField {...text('received.bank')} label="Banque" size="medium" />
        </FieldRow>
        <FieldRow>
          <TextField
            {...text('received.amount')}
            label="Somme, en euros"
            hint="Vide : tout."
            inputmode="decimal"
            size="short"
          />
          <DateField
            name="received.receivedOn"
            label="Reçu le"
            value={values['received.receivedOn'] ?? today.toString()}
            max={today.toString()}
            error={errors['received.receivedOn']}
          />
        </FieldRow>
      </Fieldset>
      <MoreFields who="association" typed={typed}>
        <Select
          name="source"
          label="D’où vient-il ?"
          value={values['source'] ?? 'paper'}
          choices={[
            { value: 'paper', label: 'Bulletin papier' },
            { value: 'phone', label: 'Téléphone' },
          ]}
        />
        {campaigns.length > 1 && (
          <Select
            name="campaignId"
            label="Campagne"
            value={campaign.id}
            choices={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {campaign.charter !== '' && (
          <Checkbox
            name="acceptsCharter"
            label="La charte est signée sur le papier"
            checked={
              values['acceptsCharter'] !== undefined
                ? values['acceptsCharter'] === 'oui'
                : Object.keys(values).length === 0
            }
          />
        )}
        <Checkbox
          name="wantsLetter"
          label={`Case cochée sur le papier : « ${letterWords} »`}
          checked={values['wantsLetter'] === 'oui'}
        />
        {whos.map((who) => (
          <QuestionFields
            questions={campaign.questions.filter((question) => (question.who[0] ?? 'person') === who)}
            who={who}
            typed={typed}
          />
        ))}
      </MoreFields>
      {campaigns.length > 1 ? null : <input type="hidden" name="campaignId" value={campaign.id} />}
      <SubmitBar label="Enregistrer" cancelHref={paths.office} />
    </Form>
  );
}

/** `POST /gestion/adhesions/saisir`. */
export async function receiveType(exchange: Exchange, deps: MembershipDependencies): Promise<Response> {
  const form = await exchange.form();
  const text = (name: string): string => form.values[name] ?? '';
  const way = text('received.way');
  const amount = text('received.amount').trim();
  const outcome = await execute(
    exchange.ctx,
    typeApplication(deps),
    {
      ...readApplication(form),
      campaignId: text('campaignId'),
      source: text('source') || 'paper',
      received:
        way === '' || way === 'rien'
          ? null
          : {
              way,
              amount: amount === '' ? null : (amountTyped(amount) ?? -1),
              receivedOn: text('received.receivedOn') || null,
              number: text('received.number'),
              bank: text('received.bank'),
            },
    },
    { key: form.key },
  );
  if (outcome.ok)
    return exchange.redirect(paths.application(outcome.value.applicationId), {
      tone: 'success',
      text: outcome.value.receipt ? `C’est saisi. Reçu ${outcome.value.receipt}.` : 'C’est saisi.',
    });
  return showType(exchange, { values: form.values, errors: errorsOf(outcome) }, 422);
}
