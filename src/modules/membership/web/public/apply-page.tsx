import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { paymentWayNames, type PaymentWay } from '#modules/payments/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { RobotTrap } from '#ui/fields/robot-trap.tsx';
import { letterWords } from '../../domain/letter-words.ts';
import { whoNames, type Who } from '../../domain/who.ts';
import { paths } from '../../paths.ts';
import type { Campaign, DuesScale } from '../../queries/campaigns.ts';
import { MoreFields, priceWords, QuestionFields, ScaleFields, WhoFields } from '../application-form.tsx';
import type { Typed } from '../form-answer.ts';
import { periodWords } from './join-page.tsx';

interface ApplyPage {
  readonly campaign: Campaign;
  readonly scales: readonly DuesScale[];
  readonly ways: readonly PaymentWay[];
  readonly who: Who;
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly typed: Typed;
  /** Private link of an application that the same person pays. */
  readonly with?: string;
  /** The structure is known and does not change. */
  readonly isLocked?: boolean;
  /** The charter, the letter and the payment are asked. */
  readonly isNew?: boolean;
  readonly note?: JSX.Element;
  readonly status?: number;
}

/** The form of an application: the same to join, to renew and to change one’s answers. */
export function applyPage(exchange: Exchange, page: ApplyPage): Promise<Response> {
  const { campaign, scales, who, title, status = 200 } = page;
  const [only, ...others] = scales;
  return exchange.page({
    title,
    section: paths.join,
    indexed: false,
    status,
    content: (
      <>
        <PageHeader
          title={title}
          facts={[campaign.name, periodWords(campaign), only && others.length === 0 ? priceWords(only) : null]
            .filter(Boolean)
            .join(' · ')}
        />
        {page.with && (
          <Notice title="Payée en même temps que la précédente">
            Les deux cotisations seront sur un seul paiement.
          </Notice>
        )}
        {page.note}
        <ApplyForm exchange={exchange} {...page} />
        {page.isNew && (
          <p class="facts">
            {whoNames[who]} : <a href={paths.join}>ce n’est pas vous ?</a>
          </p>
        )}
      </>
    ),
  });
}

function ApplyForm({ exchange, ...page }: ApplyPage & { readonly exchange: Exchange }): JSX.Element {
  const { campaign, scales, ways, who, action, submit, typed, isNew = true } = page;
  const { values, errors } = typed;
  return (
    <Form
      action={action}
      label={submit}
      draft={`adhesion-${who}`}
      errors={summaryOf(errors)}
      hidden={{
        [formKeyField]: exchange.formKey,
        ...(page.with ? { with: page.with } : {}),
        ...(values['organizationId'] ? { organizationId: values['organizationId'] } : {}),
      }}
    >
      <WhoFields who={who} typed={typed} {...(page.isLocked ? { isLocked: true } : {})} />
      <ScaleFields scales={scales} typed={typed} />
      <QuestionFields questions={campaign.questions} who={who} typed={typed} />
      <MoreFields who={who} typed={typed} />
      {isNew && campaign.charter !== '' && (
        <>
          <details class="more-fields">
            <summary>Lire la charte</summary>
            <div class="typed">{campaign.charter}</div>
          </details>
          <Checkbox
            name="acceptsCharter"
            label="J’adhère aux statuts et à la charte du pôle"
            required
            checked={values['acceptsCharter'] === 'oui'}
            error={errors['acceptsCharter']}
          />
        </>
      )}
      {isNew && <Checkbox name="wantsLetter" label={letterWords} checked={values['wantsLetter'] === 'oui'} />}
      {isNew && ways.length > 0 && (
        <RadioGroup
          name="paymentWay"
          label="Comment paierez-vous ?"
          value={values['paymentWay'] ?? ways[0]}
          error={errors['paymentWay']}
          choices={ways.map((way) => ({ value: way, label: paymentWayNames[way] }))}
        />
      )}
      <RobotTrap />
      <SubmitBar
        label={submit}
        note={
          <>
            Ces réponses servent à votre adhésion, sont gardées le temps qu’elle dure puis trois ans.{' '}
            <a href="/donnees-personnelles">Vos droits</a>
          </>
        }
      />
    </Form>
  );
}
