import type { JSX } from 'preact';
import { summaryOf, type FieldErrors } from '#modules/hub/index.ts';
import { formatDateTime, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { ProgressSteps } from '#ui/components/progress.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Checkbox } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import type { RequestState } from '../../domain/request-states.ts';
import { paths } from '../../paths.ts';
import { ownRequest, type AppointmentSlot, type RequestSheet } from '../../queries/request-sheet.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { offeredSlots } from '../../queries/slots.ts';
import { Thread } from '../thread.tsx';
import { privatePage } from './private-page.ts';
import { OwnSlot } from './own-slot.tsx';

const steps: Readonly<Record<RequestState, number>> = { waiting: 0, taken: 1, answered: 2, closed: 3 };

/** `GET /demande/:secret`: where the request stands, and the thread, for whoever holds the link. */
export async function showOwnRequest(exchange: Exchange): Promise<Response> {
  return followPage(exchange, {}, {});
}

/** The page, with what was typed and refused. */
export async function followPage(
  exchange: Exchange,
  values: Readonly<Record<string, string>>,
  errors: FieldErrors,
  status = 200,
): Promise<Response> {
  const secret = exchange.param('secret');
  const sheet = await ownRequest(exchange.ctx.db, secret);
  if (!sheet) return exchange.notFound();
  const [rules, slots] = await Promise.all([adviceRulesOf(exchange.ctx.db), offeredSlots(exchange.ctx, 8)]);
  const { request } = sheet;
  return privatePage(exchange, {
    title: 'Votre demande',
    status,
    section: paths.contact,
    content: (
      <>
        <PageHeader
          title={titleOf(sheet)}
          facts={`Reçue le ${formatDateTime(request.receivedAt, { zone: exchange.hub.zone })}`}
          lead={
            request.waitingSince && (
              <p>Vous aurez une réponse sous {plural(rules.answerDays, 'jour ouvré', 'jours ouvrés')}.</p>
            )
          }
        />
        <ProgressSteps
          label="Où en est votre demande"
          steps={[{ label: 'Reçue' }, { label: 'Quelqu’un s’en occupe' }, { label: 'Répondue' }, { label: 'Terminée' }]}
          current={steps[request.state]}
        />
        <Columns
          main={
            <>
              <Thread sheet={sheet} zone={exchange.hub.zone} hubName={exchange.hub.name} isOwn />
              <WriteAgain exchange={exchange} values={values} errors={errors} />
            </>
          }
          side={<Side exchange={exchange} sheet={sheet} slots={slots} errors={errors} />}
        />
      </>
    ),
  });
}

function titleOf({ request, assignedTo }: RequestSheet): string {
  switch (request.state) {
    case 'waiting':
      return 'On a bien reçu votre demande';
    case 'taken':
      return assignedTo ? `${assignedTo} s’en occupe` : 'Quelqu’un s’en occupe';
    case 'answered':
      return 'Vous avez une réponse';
    case 'closed':
      return 'Cette demande est terminée';
  }
}

function WriteAgain({
  exchange,
  values,
  errors,
}: {
  readonly exchange: Exchange;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}): JSX.Element {
  const secret = exchange.param('secret');
  return (
    <Form
      action={paths.ownMessage(secret)}
      label="Ajouter un mot"
      errors={summaryOf(errors)}
      hidden={{ [formKeyField]: exchange.formKey }}
    >
      <TextArea
        name="message"
        label="Ajouter un mot"
        hint="Une précision, une autre question : votre demande repasse en haut de la pile."
        rows={4}
        limit={5000}
        value={values['message']}
        error={errors['message']}
      />
      <SubmitBar label="Envoyer" />
    </Form>
  );
}

function Side({
  exchange,
  sheet,
  slots,
  errors,
}: {
  readonly exchange: Exchange;
  readonly sheet: RequestSheet;
  readonly slots: readonly AppointmentSlot[];
  readonly errors: FieldErrors;
}): JSX.Element {
  const secret = exchange.param('secret');
  return (
    <>
      <OwnSlot exchange={exchange} sheet={sheet} slots={slots} error={errors['slotId']} />
      <Panel title="Retirer ma demande">
        <p>Tout est effacé tout de suite : votre nom, vos mots, nos réponses.</p>
        <Form
          action={paths.withdraw(secret)}
          label="Retirer ma demande"
          hidden={{ [formKeyField]: exchange.ctx.newId() }}
        >
          <Checkbox name="sure" label="Oui, effacer ma demande" error={errors['sure']} />
          <SubmitBar kind="danger" label="Retirer" />
        </Form>
      </Panel>
    </>
  );
}
