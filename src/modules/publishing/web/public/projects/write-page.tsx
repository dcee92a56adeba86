import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { RelayForm } from '#ui/fields/relay-form.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { relayProjectMessage, takesMessages } from '../../../commands/relay-project-message.ts';
import { listPath, publicationPath } from '../../../paths.ts';
import { publicationAt, type StoredPublication } from '../../../queries/stored-publication.ts';
import { refusalText } from '../../texts.ts';

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
  if (values[robotTrapField]) return sent;
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
  typed: Typed,
  status = 200,
): Promise<Response> {
  const { title, content } = project.fields;
  const path = publicationPath('project', project.slug);
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
        <RelayForm
          action={`${path}/ecrire`}
          cancelHref={path}
          draft={`projet-${project.slug}`}
          hidden={{ [formKeyField]: exchange.formKey }}
          ownName={exchange.actor?.name}
          {...typed}
        />
      </>
    ),
  });
}
