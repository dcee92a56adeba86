import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Notice } from '#ui/components/notice.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { saveTrainee } from '../../commands/save-trainee.ts';
import type { PaperFacts } from '../../documents/paper-facts.ts';
import { lastWithdrawalDay } from '../../domain/contract-delays.ts';
import {
  traineeResultNames,
  traineeResults,
  traineeStatuses,
  traineeStatusNames,
} from '../../domain/trainee-statuses.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { readTrainee, type StoredTrainee } from '../../queries/trainees.ts';
import { centsOf, eurosOf, nothingTyped, typedWith, type TypedHere } from '../typed.ts';
import { heldSession } from './held-session.ts';
import { PaymentPanel, paymentsAsked } from './payment-panel.tsx';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id/stagiaires` (someone new) and `/:trainee`. */
export async function showTrainee(exchange: Exchange): Promise<Response> {
  const found = await traineeOf(exchange);
  return found ? traineePage(exchange, found.facts, found.trainee, nothingTyped) : exchange.notFound();
}

/** `POST` of the same. */
export async function receiveTrainee(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const found = await traineeOf(exchange);
  if (!found) return exchange.notFound();
  const { facts, trainee } = found;
  const form = await exchange.form();
  const text = (name: string) => form.values[name] ?? '';
  const structure = text('organizationName').trim();
  const known = structure
    ? await deps.organizations.byNames(exchange.ctx, [structure])
    : new Map<string, { id: string }>();
  const outcome = await execute(
    exchange.ctx,
    saveTrainee(deps.registrations),
    {
      sessionId: facts.session.id,
      id: trainee?.id ?? null,
      name: text('name'),
      email: text('email').trim(),
      phone: text('phone'),
      organizationId: known.get(structure)?.id ?? null,
      organizationName: structure,
      municipality: text('municipality'),
      status: text('status') || 'unknown',
      funder: text('funder'),
      paysHerself: text('paysHerself') === 'oui',
      priceCents: centsOf(text('priceCents')),
      agreementSignedOn: text('agreementSignedOn') || null,
      result: text('result') || 'not_assessed',
      isWithdrawn: text('isWithdrawn') === 'oui',
    },
    { key: form.key },
  );
  if (!outcome.ok) return traineePage(exchange, facts, trainee, typedWith(form, outcome), 422);
  return exchange.redirect(officePaths.session(facts.session.id), {
    tone: 'success',
    text: trainee ? 'C’est enregistré.' : `${text('name')} est inscrit·e.`,
  });
}

async function traineeOf(exchange: Exchange): Promise<{ facts: PaperFacts; trainee: StoredTrainee | null } | null> {
  const facts = await heldSession(exchange);
  const id = exchange.param('trainee');
  if (!facts || (id && !isId(id))) return null;
  const trainee = id ? await readTrainee(exchange.ctx.db, facts.session.id, id) : null;
  return id && !trainee ? null : { facts, trainee };
}

async function traineePage(
  exchange: Exchange,
  facts: PaperFacts,
  trainee: StoredTrainee | null,
  { values, errors }: TypedHere,
  status = 200,
): Promise<Response> {
  const { session, course } = facts;
  const isTyped = Object.keys(values).length > 0;
  const action = trainee ? officePaths.trainee(session.id, trainee.id) : officePaths.addTrainee(session.id);
  const signed = trainee?.agreementSignedOn;
  const asked = trainee && (await paymentsAsked(exchange, trainee.id));
  return exchange.page({
    title: trainee?.name ?? 'Inscrire quelqu’un',
    layout: 'office',
    section: officePaths.home,
    status,
    header: {
      trail: trail(
        { label: course.title, href: officePaths.session(session.id) },
        { label: trainee?.name ?? 'Inscrire', href: action },
      ),
    },
    content: (
      <>
        {trainee?.paysHerself && signed && (
          <Notice title="Rien ne peut lui être demandé pendant le délai de rétractation">
            <p>
              Contrat signé le {formatDate(signed)} : dernier jour pour se rétracter, le{' '}
              {formatDate(
                lastWithdrawalDay(signed, { isDistance: session.attendance === 'online', isHoliday: facts.isHoliday }),
              )}
              .
            </p>
          </Notice>
        )}
        <Form
          action={action}
          label="Stagiaire"
          errors={summaryOf(errors)}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <TextField name="name" label="Nom" required value={values['name'] ?? trainee?.name} error={errors['name']} />
          <FieldRow>
            <TextField
              name="email"
              type="email"
              label="E-mail"
              hint="Vide si elle n’en a pas."
              value={values['email'] ?? trainee?.email ?? ''}
              error={errors['email']}
              grow
            />
            <TextField
              name="phone"
              type="tel"
              label="Téléphone"
              value={values['phone'] ?? trainee?.phone ?? ''}
              error={errors['phone']}
            />
          </FieldRow>
          <FieldRow>
            <TextField
              name="organizationName"
              label="Structure"
              value={values['organizationName'] ?? trainee?.organizationName}
              error={errors['organizationName']}
              grow
            />
            <TextField
              name="municipality"
              label="Commune"
              value={values['municipality'] ?? trainee?.municipality}
              error={errors['municipality']}
              grow
            />
          </FieldRow>
          <FieldRow>
            <Select
              name="status"
              label="Statut"
              value={values['status'] ?? trainee?.status ?? 'unknown'}
              choices={traineeStatuses.map((value) => ({ value, label: traineeStatusNames[value] }))}
            />
            <TextField
              name="funder"
              label="Financeur, si ce n’est pas celui de la session"
              value={values['funder'] ?? trainee?.funder}
              error={errors['funder']}
              grow
            />
          </FieldRow>
          <FieldRow>
            <TextField
              name="priceCents"
              label="Prix en euros"
              size="short"
              inputmode="decimal"
              value={values['priceCents'] ?? eurosOf(trainee?.priceCents ?? 0)}
              error={errors['priceCents']}
            />
            <DateField
              name="agreementSignedOn"
              label="Convention ou contrat signé le"
              value={values['agreementSignedOn'] ?? signed?.toString()}
              error={errors['agreementSignedOn']}
            />
          </FieldRow>
          <Checkbox
            name="paysHerself"
            label="Elle paie elle-même : contrat individuel, avec son délai de rétractation"
            checked={isTyped ? values['paysHerself'] === 'oui' : trainee?.paysHerself}
          />
          {trainee && (
            <>
              <RadioGroup
                name="result"
                label="Évaluation des acquis"
                inline
                value={values['result'] ?? trainee.result}
                choices={traineeResults.map((value) => ({ value, label: traineeResultNames[value] }))}
              />
              <Checkbox
                name="isWithdrawn"
                label="Elle ne vient plus"
                checked={isTyped ? values['isWithdrawn'] === 'oui' : trainee.state === 'withdrawn'}
              />
            </>
          )}
          <SubmitBar label={trainee ? 'Enregistrer' : 'Inscrire'} cancelHref={officePaths.session(session.id)} />
        </Form>
        {trainee && asked && <PaymentPanel exchange={exchange} trainee={trainee} asked={asked} />}
      </>
    ),
  });
}
