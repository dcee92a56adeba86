import type { JSX } from 'preact';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { amendProposal, withdrawProposal } from '../../../commands/moderation/amend-proposal.ts';
import { storyOf } from '#platform/rich-text/index.ts';
import { followPath, publicationPath } from '../../../paths.ts';
import { followedProposal } from '../../../queries/proposals.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { refusalText } from '../../texts.ts';

interface Typed {
  title: string;
  story: string;
  errors: Readonly<Record<string, string>>;
}

/** `GET /propositions/:secret`: where a proposal stands, and its text to change until it is published. */
export async function showFollowed(exchange: Exchange): Promise<Response> {
  const proposal = await followedProposal(exchange.ctx.db, exchange.param('secret'));
  return proposal ? followPage(exchange, proposal) : exchange.notFound();
}

/** `POST /propositions/:secret` */
export async function receiveFollowed(exchange: Exchange): Promise<Response> {
  const secret = exchange.param('secret');
  const { values, key } = await exchange.form();
  const { ctx } = exchange;
  if (values['act'] === 'withdraw') {
    const outcome = await execute(ctx, withdrawProposal, { secret }, { key });
    if (outcome.ok)
      return exchange.redirect('/', {
        tone: 'success',
        text: 'Votre proposition est retirée, et votre adresse oubliée.',
      });
  } else {
    const [title = '', story = '', version = ''] = [values['title'], values['story'], values['version']];
    const outcome = await execute(ctx, amendProposal, { secret, version: Number(version), title, story }, { key });
    if (outcome.ok)
      return exchange.redirect(followPath(secret), { tone: 'success', text: 'Merci, c’est renvoyé à l’équipe.' });
    const proposal = await followedProposal(ctx.db, secret);
    if (!proposal) return exchange.notFound();
    const { brief, body, ...fields } = outcome.fields;
    const said = brief ?? body;
    const errors: Record<string, string> = said ? { ...fields, story: said } : fields;
    const shown = Object.keys(errors).length > 0 ? errors : { '': refusalText(outcome.reason) };
    return followPage(exchange, proposal, { title, story, errors: shown });
  }
  const proposal = await followedProposal(ctx.db, secret);
  return proposal ? followPage(exchange, proposal) : exchange.notFound();
}

async function followPage(exchange: Exchange, proposal: StoredPublication, typed?: Typed): Promise<Response> {
  const secret = exchange.param('secret');
  const isOpen = proposal.status === 'proposed' || proposal.status === 'returned';
  const shown = typed ?? { title: proposal.fields.title, story: storyOf(proposal.fields), errors: {} };
  const response = await exchange.page({
    title: 'Votre proposition',
    indexed: false,
    status: typed ? 422 : 200,
    content: (
      <div class="review">
        <PageHeader title="Votre proposition" lead={<p>« {proposal.fields.title} »</p>} />
        <State proposal={proposal} hubName={exchange.hub.name} />
        {isOpen && <Amend secret={secret} formKey={exchange.formKey} version={proposal.version} typed={shown} />}
      </div>
    ),
  });
  // The address is a secret: it stays with whoever received it. Our own form still says where it comes from, which
  // browsers without `Sec-Fetch-Site` need.
  response.headers.set('cache-control', 'private, no-store');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
}

function State({
  proposal: { status, kind, slug, moderationNote },
  hubName,
}: {
  readonly proposal: StoredPublication;
  readonly hubName: string;
}): JSX.Element {
  if (status === 'published')
    return (
      <Notice
        state="success"
        title="C’est en ligne"
        actions={<ButtonLink href={publicationPath(kind, slug)}>Voir la page</ButtonLink>}
      >
        <p>Faites passer l’adresse : c’est ainsi que l’information circule.</p>
      </Notice>
    );
  if (status === 'returned')
    return (
      <Notice state="warning" title="Il manque peu de chose">
        <blockquote>
          <p>{moderationNote}</p>
        </blockquote>
        <p>Un mot de {hubName}. Corrigez ci-dessous, puis renvoyez.</p>
      </Notice>
    );
  if (status === 'archived')
    return (
      <Notice title="Cette proposition n’est plus affichée">
        <p>L’équipe l’a rangée.</p>
      </Notice>
    );
  return (
    <Notice title="L’équipe la relit">
      <p>Vous recevrez un mail dès qu’elle paraît, ou s’il manque quelque chose.</p>
    </Notice>
  );
}

interface AmendProps {
  readonly secret: string;
  readonly formKey: string;
  readonly version: number;
  readonly typed: Typed;
}

function Amend({ secret, formKey, version, typed: { title, story, errors } }: AmendProps): JSX.Element {
  const action = followPath(secret);
  return (
    <>
      <Form
        action={action}
        label="Corriger la proposition"
        errors={Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }))}
        hidden={{ [formKeyField]: formKey, version: String(version) }}
      >
        <TextField name="title" label="Titre" required maxlength={200} value={title} error={errors['title']} />
        <TextArea
          name="story"
          label="Que se passe-t-il ?"
          required
          rows={8}
          limit={5000}
          value={story}
          error={errors['story']}
        />
        <SubmitBar label="Renvoyer à l’équipe" />
      </Form>
      <Panel title="Vous changez d’avis ?">
        <p>Votre proposition part à la corbeille, et votre adresse est oubliée.</p>
        <Form action={action} hidden={{ act: 'withdraw' }}>
          <Button kind="ghost" icon="trash">
            Retirer ma proposition
          </Button>
        </Form>
      </Panel>
    </>
  );
}
