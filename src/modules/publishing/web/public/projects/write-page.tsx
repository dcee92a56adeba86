import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { relayProjectMessage, takesMessages } from '../../../commands/relay-project-message.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import { publicationAt, type StoredPublication } from '../../../queries/stored-publication.ts';
import { refusalText } from '../../texts.ts';

/** Left empty by people, filled by robots: what it catches is thanked and forgotten. */
const trap = 'site_web';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

/** `GET /projets/:slug/ecrire` */
export async function showWriteToProject(exchange: Exchange): Promise<Response> {
  const project = await writableProject(exchange);
  return project instanceof Response ? project : writePage(exchange, project, { values: {}, errors: {} });
}

/** `POST /projets/:slug/ecrire` */
export async function receiveWriteToProject(exchange: Exchange): Promise<Response> {
  const project = await writableProject(exchange);
  if (project instanceof Response) return project;
  const { values, key } = await exchange.form();
  const sent = exchange.redirect(publicationPath('project', project.slug), {
    tone: 'success',
    text: 'Votre message est parti. La réponse viendra dans votre boîte.',
  });
  if (values[trap]) return sent;
  const { fromName = '', fromEmail = '', message = '' } = values;
  const outcome = await execute(
    exchange.ctx,
    relayProjectMessage,
    { projectId: project.id, fromName, fromEmail, message },
    key ? { key } : {},
  );
  if (outcome.ok) return sent;
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': refusalText(outcome.reason) };
  return writePage(exchange, project, { values, errors }, 422);
}

async function writableProject(exchange: Exchange): Promise<StoredPublication<'project'> | Response> {
  const found = await publicationAt(exchange.ctx.db, 'project', exchange.param('slug'));
  if (!found) return exchange.notFound();
  if ('movedTo' in found) return exchange.redirect(`${publicationPath('project', found.movedTo)}/ecrire`);
  return takesMessages(found.publication) ? found.publication : exchange.notFound();
}

function writePage(
  exchange: Exchange,
  project: StoredPublication<'project'>,
  { values, errors }: Typed,
  status = 200,
): Promise<Response> {
  const { title, content } = project.fields;
  const path = publicationPath('project', project.slug);
  const summary = Object.entries(errors).map(([field, message]) => (field ? { field, message } : { message }));
  return exchange.page({
    title: `Écrire à « ${title} »`,
    indexed: false,
    status,
    section: listPath('project'),
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Projets', href: listPath('project') }, { label: title, href: path }, { label: 'Écrire' }]}
          title={`Écrire à « ${title} »`}
          lead={
            <p>
              {`Nous transmettons votre message${content.contactName ? ` à ${content.contactName}` : ''}. La réponse arrivera directement dans votre boîte.`}
            </p>
          }
        />
        <Form
          action={`${path}/ecrire`}
          errors={summary}
          hidden={{ [formKeyField]: exchange.formKey }}
          draft={`projet-${project.slug}`}
        >
          <TextArea
            name="message"
            label="Votre message"
            required
            rows={7}
            limit={5000}
            value={values['message']}
            error={errors['message']}
          />
          <TextField
            name="fromName"
            label="Votre nom"
            required
            autocomplete="name"
            value={values['fromName'] ?? exchange.actor?.name}
            error={errors['fromName']}
          />
          <TextField
            name="fromEmail"
            type="email"
            label="Votre adresse électronique"
            hint="Pour vous répondre, et seulement pour cela."
            required
            autocomplete="email"
            value={values['fromEmail']}
            error={errors['fromEmail']}
          />
          <div hidden>
            <label>
              Ne remplissez pas cette ligne
              <input type="text" name={trap} tabindex={-1} autocomplete="off" />
            </label>
          </div>
          <SubmitBar label="Envoyer" cancelHref={path} />
        </Form>
      </>
    ),
  });
}
