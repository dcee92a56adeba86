import type { ComponentChildren, JSX } from 'preact';
import { capitalised } from '#platform/french/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { proposePublication, senderMessages } from '../../../commands/moderation/propose-publication.ts';
import { fieldsOf } from '../../../content/publication-fields.ts';
import { proposePath, publicationPath, listPath } from '../../../paths.ts';
import { mayWrite } from '../../../policy.ts';
import { kindNames, refusalText } from '../../texts.ts';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';

type ProposedKind = 'watch' | 'experience';
type Errors = Readonly<Record<string, string>>;

/** What a form to propose one kind of thing asks, besides who proposes. */
export interface Proposal<Content> {
  readonly kind: ProposedKind;
  readonly title: string;
  readonly lead: string;
  readonly submit: string;
  readonly contentFrom: (form: Pick<SentForm, 'values'>) => Content;
  readonly fields: (props: {
    readonly values: Readonly<Record<string, string>>;
    readonly content: Content;
    readonly errors: Errors;
  }) => JSX.Element;
}

interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Errors;
}

/** `GET`: the form, empty. */
export function showProposal<Content>(exchange: Exchange, proposal: Proposal<Content>): Promise<Response> {
  return proposalPage(exchange, proposal, { values: {}, errors: {} });
}

/** `POST`: sent to the team, or published at once for those it trusts. */
export async function receiveProposal<Content>(exchange: Exchange, proposal: Proposal<Content>): Promise<Response> {
  const form = await exchange.form();
  const { values, key } = form;
  const list = listPath(proposal.kind);
  const thanks = { tone: 'success', text: 'Merci ! L’équipe relit et vous répond vite.' } as const;
  if (values[robotTrapField]) return exchange.redirect(list, thanks);
  const isKnown = mayWrite(exchange.actor);
  const fields = {
    title: values['title'] ?? '',
    brief: values['brief'] ?? '',
    happenedOn: values['happenedOn'] || null,
    content: proposal.contentFrom(form),
  };
  const sender = { name: values['name'] ?? '', email: values['email'] ?? '' };
  const senderErrors = isKnown ? {} : senderMessages(sender);
  // Everything that is wrong is said at once.
  const outcome = await execute(
    exchange.ctx,
    proposePublication,
    {
      kind: proposal.kind,
      fields,
      sender: isKnown || Object.keys(senderErrors).length > 0 ? null : sender,
      origin: exchange.hub.origin,
      hubName: exchange.hub.name,
    },
    { key },
  );
  if (outcome.ok) {
    const { status, slug, kind } = outcome.value;
    return status === 'published'
      ? exchange.redirect(publicationPath(kind, slug), { tone: 'success', text: 'C’est en ligne. Merci !' })
      : exchange.redirect(list, thanks);
  }
  const errors = { ...outcome.fields, ...senderErrors };
  return proposalPage(
    exchange,
    proposal,
    { values, errors: Object.keys(errors).length > 0 ? errors : { '': refusalText(outcome.reason) } },
    422,
  );
}

function proposalPage<Content>(
  exchange: Exchange,
  proposal: Proposal<Content>,
  { values, errors }: Typed,
  status = 200,
): Promise<Response> {
  const { kind, title, lead, submit, contentFrom, fields: Fields } = proposal;
  const list = listPath(kind);
  const many = kindNames[kind].many;
  return exchange.page({
    title,
    status,
    indexed: false,
    section: '/ressources',
    content: (
      <>
        <PageHeader
          trail={[{ label: capitalised(many), href: list }, { label: 'Proposer' }]}
          title={title}
          lead={<p>{lead}</p>}
        />
        <Form
          action={proposePath(kind)}
          label={title}
          draft={`proposer-${kind}`}
          errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
          hidden={{ [formKeyField]: exchange.formKey }}
        >
          <Fields values={values} content={emptyOr(kind, contentFrom({ values }))} errors={errors} />
          {!mayWrite(exchange.actor) && (
            <SenderFields values={values} errors={errors} defaultName={exchange.actor?.name ?? ''} />
          )}
          <RobotTrap />
          <SubmitBar label={submit} cancelHref={list} note="L’équipe relit avant de publier." />
        </Form>
      </>
    ),
  });
}

/** The content as it is typed, in the shape of its kind as far as it can be. */
function emptyOr<Content>(kind: ProposedKind, typed: Content): Content {
  const empty = fieldsOf(kind).parse({ title: '-', content: {} }).content as object;
  return { ...empty, ...typed };
}

/** Who proposes, when nobody is signed in: to answer her, and for nothing else. */
export function SenderFields({
  values,
  errors,
  defaultName = '',
  children,
}: Typed & { readonly defaultName?: string; readonly children?: ComponentChildren }): JSX.Element {
  return (
    <Fieldset legend="Vous" hint="Pour vous dire ce que devient votre proposition, et seulement pour cela.">
      <FieldRow>
        <TextField
          name="name"
          label="Votre nom"
          required
          autocomplete="name"
          value={values['name'] ?? defaultName}
          error={errors['name']}
        />
        <TextField
          name="email"
          type="email"
          label="Votre adresse électronique"
          required
          autocomplete="email"
          value={values['email']}
          error={errors['email']}
        />
      </FieldRow>
      {children}
    </Fieldset>
  );
}
