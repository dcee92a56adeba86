import type { JSX } from 'preact';
import type { StoredEvent } from '#modules/agenda/index.ts';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button } from '#ui/components/button.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { answerStand, withdrawStand } from '../../commands/answer-stand.ts';
import { saveStand } from '../../commands/save-stand.ts';
import { standStateNames } from '../../domain/stand-states.ts';
import { officePaths } from '../../paths.ts';
import type { ProgrammeDependencies } from '../../ports.ts';
import { readStand, readZones, type StoredStand, type StoredZone } from '../../queries/stored-programme.ts';
import { StandWishes, usualWishes, wishesOf } from '../stand-wishes.tsx';
import { errorsOf, untouched, type Typed } from '../typed.ts';
import { eventHere, officePage } from './frame.tsx';

interface StandHere {
  event: StoredEvent;
  stand: StoredStand | null;
}

/** `GET …/programme/stands/ajouter` and `…/stands/:stand` */
export async function showStand(exchange: Exchange): Promise<Response> {
  const here = await standHere(exchange);
  return here
    ? standPage(exchange, here, { values: here.stand ? valuesOf(here.stand) : usualWishes, errors: {} }, untouched)
    : exchange.notFound();
}

/** `POST` to the same: the team writes or changes a stand. */
export async function receiveStand(exchange: Exchange): Promise<Response> {
  const here = await standHere(exchange);
  if (!here) return exchange.notFound();
  const { event, stand } = here;
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    saveStand,
    {
      eventId: event.id,
      id: stand?.id ?? null,
      version: stand ? Number(values['version']) || 1 : null,
      fields: { ...wishesOf(values), zoneId: values['zoneId'] || null, mark: values['mark'] ?? '' },
    },
    { key },
  );
  if (!outcome.ok) return standPage(exchange, here, { values, errors: errorsOf(outcome) }, untouched, 422);
  return exchange.redirect(officePaths.stands(event.id), {
    tone: 'success',
    text: `Stand « ${(values['name'] ?? '').trim()} » enregistré.`,
  });
}

/** `POST …/programme/stands/:stand/repondre`: accepted, declined, or taken back for the structure. */
export async function receiveAnswer(exchange: Exchange, deps: ProgrammeDependencies): Promise<Response> {
  const here = await standHere(exchange);
  if (!here?.stand) return exchange.notFound();
  const { event, stand } = here;
  const { values, key } = await exchange.form();
  const { verdict = '', answer = '', mark = '' } = values;
  if (verdict === 'withdrawn') {
    await execute(exchange.ctx, withdrawStand, { eventId: event.id, id: stand.id }, { key });
    return exchange.redirect(officePaths.stands(event.id), { tone: 'success', text: 'Le stand est retiré.' });
  }
  const outcome = await execute(
    exchange.ctx,
    answerStand(deps),
    {
      eventId: event.id,
      id: stand.id,
      version: Number(values['version']) || 1,
      verdict: verdict === 'accepted' ? 'accepted' : 'declined',
      answer,
      zoneId: values['zoneId'] || null,
      mark,
    },
    { key },
  );
  if (!outcome.ok)
    return standPage(
      exchange,
      here,
      { values: valuesOf(stand), errors: {} },
      { values, errors: errorsOf(outcome) },
      422,
    );
  return exchange.redirect(officePaths.stands(event.id), {
    tone: 'success',
    text: outcome.value.told
      ? 'C’est noté, et la structure est prévenue par mail.'
      : 'C’est noté. La structure n’a pas laissé d’e-mail : appelez-la.',
  });
}

async function standHere(exchange: Exchange): Promise<StandHere | null> {
  const event = await eventHere(exchange);
  if (!event) return null;
  const id = exchange.param('stand');
  if (!id) return { event, stand: null };
  const stand = await readStand(exchange.ctx.db, id);
  return stand?.eventId === event.id ? { event, stand } : null;
}

function valuesOf(stand: StoredStand): Record<string, string> {
  return {
    version: String(stand.version),
    name: stand.name,
    activity: stand.activity,
    places: String(stand.places),
    tables: String(stand.tables),
    chairs: String(stand.chairs),
    needsSocket: stand.needsSocket ? 'oui' : '',
    needsWall: stand.needsWall ? 'oui' : '',
    needsNote: stand.needsNote,
    contactName: stand.contactName,
    email: stand.email,
    phone: stand.phone,
    zoneId: stand.zoneId ?? '',
    mark: stand.mark,
    answer: stand.answer,
  };
}

async function standPage(
  exchange: Exchange,
  { event, stand }: StandHere,
  edited: Typed,
  answered: Typed,
  status = 200,
): Promise<Response> {
  const zones = await readZones(exchange.ctx.db, event.id);
  const { values, errors } = edited;
  return officePage(exchange, event, {
    title: stand ? stand.name : 'Ajouter un stand',
    tab: null,
    status,
    content: (
      <Columns
        main={
          <Form
            action={stand ? officePaths.stand(event.id, stand.id) : officePaths.addStand(event.id)}
            label="Stand"
            errors={summaryOf(errors)}
            hidden={{ [formKeyField]: exchange.formKey, version: values['version'] ?? '' }}
          >
            <StandWishes typed={edited} />
            {(!stand || stand.state === 'accepted') && <Placing zones={zones} typed={edited} />}
            <SubmitBar label="Enregistrer" cancelHref={officePaths.stands(event.id)} />
          </Form>
        }
        side={stand && <AnswerPanel exchange={exchange} event={event} stand={stand} zones={zones} typed={answered} />}
      />
    ),
  });
}

function Placing({
  zones,
  typed: { values, errors },
  prefix = '',
}: {
  readonly zones: readonly StoredZone[];
  readonly typed: Typed;
  readonly prefix?: string;
}): JSX.Element {
  return (
    <>
      {zones.length > 0 && (
        <Select
          name="zoneId"
          {...(prefix ? { id: `${prefix}-zone` } : {})}
          label="Zone"
          placeholder="À choisir"
          value={values['zoneId']}
          error={errors['zoneId']}
          choices={zones.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        name="mark"
        {...(prefix ? { id: `${prefix}-mark` } : {})}
        label="Repère sur le plan"
        hint="B12"
        value={values['mark']}
        error={errors['mark']}
        size="short"
      />
    </>
  );
}

interface AnswerPanelProps {
  readonly exchange: Exchange;
  readonly event: StoredEvent;
  readonly stand: StoredStand;
  readonly zones: readonly StoredZone[];
  readonly typed: Typed;
}

/** The request and its answer. */
function AnswerPanel({ exchange, event, stand, zones, typed }: AnswerPanelProps): JSX.Element {
  const { values, errors } = typed;
  const action = officePaths.answerStand(event.id, stand.id);
  const hidden = { [formKeyField]: exchange.ctx.newId(), version: String(stand.version) };
  return (
    <Panel title={standStateNames[stand.state]}>
      <DescriptionList
        rows={[
          { term: 'Contact', value: stand.contactName },
          { term: 'E-mail', value: stand.email && <a href={`mailto:${stand.email}`}>{stand.email}</a> },
          { term: 'Téléphone', value: stand.phone },
          { term: 'Votre mot', value: stand.answer },
        ]}
      />
      {stand.state === 'withdrawn' ? (
        <Notice title="La structure a retiré son stand." />
      ) : (
        <Form action={action} label="Répondre" errors={summaryOf(errors)} hidden={hidden}>
          {stand.state !== 'accepted' && <Placing zones={zones} typed={typed} prefix="reponse" />}
          <TextArea
            name="answer"
            label="Un mot pour la structure"
            rows={3}
            limit={600}
            value={values['answer']}
            error={errors['answer']}
          />
          <div class="submit-bar">
            {stand.state !== 'accepted' && (
              <Button name="verdict" value="accepted">
                Accepter
              </Button>
            )}
            {stand.state !== 'declined' && (
              <Button name="verdict" value="declined" kind="ghost">
                Refuser
              </Button>
            )}
            <Button name="verdict" value="withdrawn" kind="quiet">
              Retirer
            </Button>
          </div>
        </Form>
      )}
    </Panel>
  );
}
