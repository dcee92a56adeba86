import { summaryOf } from '#modules/hub/index.ts';
import { takePhoto, type PhotoChoice } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { Select } from '#ui/fields/select.tsx';
import { paths } from '../../../paths.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { editionPaths } from '../../../reader-paths.ts';
import { nothingTyped, typedWith, type TypedHere } from '../../../subscriptions/web/typed.ts';
import { contributeByTeam, correctContribution } from '../../commands/contribute.ts';
import { contributionById, type Contribution, type Edition } from '../../queries/editions.ts';
import { ContributionFieldset, photoKept, photoName } from '../contribution-fieldset.tsx';
import { refusalText } from '../texts.ts';
import { editionAsked } from './edition-page.tsx';
import { editionsTrail } from './editions-page.tsx';

interface Asked {
  edition: Edition;
  /** Null when a new one is typed. */
  known: Contribution | null;
}

/** `GET /gestion/envois/lettre-des-acteurs/:id/contribuer` and `…/contributions/:contribution`. */
export async function showContribution(exchange: Exchange): Promise<Response> {
  const asked = await contributionAsked(exchange);
  return asked ? contributionPage(exchange, asked, nothingTyped, photoKept(asked.known)) : exchange.notFound();
}

/** `POST` of the same: what the team types, pastes or corrects. */
export async function receiveContribution(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const asked = await contributionAsked(exchange);
  if (!asked) return exchange.notFound();
  const { edition, known } = asked;
  const form = await exchange.form();
  const taken = await takePhoto(exchange.ctx, deps.ports, form, photoName, { visibility: 'staff' });
  const former = photoKept(known);
  const photo = taken.ok ? (taken.value.imageId ? taken.value : former) : ((taken.details as PhotoChoice) ?? former);
  if (!taken.ok) return contributionPage(exchange, asked, typedWith(form, taken, refusalText), photo, 422);
  const { title = '', body = '', structureName = '', authorName = '', href = '' } = form.values;
  const fields = { title, body, structureName, authorName, href, pictureId: photo.imageId };
  const options = form.key ? { key: form.key } : {};
  const outcome = known
    ? await execute(
        exchange.ctx,
        correctContribution,
        { ...fields, id: known.id, version: form.values['version'] ?? '' },
        options,
      )
    : await execute(
        exchange.ctx,
        contributeByTeam,
        { ...fields, editionId: edition.id, source: form.values['source'] === 'mail' ? 'mail' : 'team' },
        options,
      );
  if (!outcome.ok) return contributionPage(exchange, asked, typedWith(form, outcome, refusalText), photo, 422);
  return exchange.redirect(editionPaths.edition(edition.id), { tone: 'success', text: 'C’est enregistré.' });
}

async function contributionAsked(exchange: Exchange): Promise<Asked | null> {
  const edition = await editionAsked(exchange);
  if (!edition || edition.state === 'gathered') return null;
  const id = exchange.param('contribution');
  if (!id) return { edition, known: null };
  const known = isId(id) ? await contributionById(exchange.ctx.db, id) : null;
  return known?.editionId === edition.id ? { edition, known } : null;
}

function contributionPage(
  exchange: Exchange,
  { edition, known }: Asked,
  typed: TypedHere,
  photo: PhotoChoice,
  status = 200,
): Promise<Response> {
  const here = known ? editionPaths.contribution(edition.id, known.id) : editionPaths.contribute(edition.id);
  const title = known ? 'Corriger une nouvelle' : 'Ajouter une nouvelle';
  return exchange.page({
    title,
    layout: 'office',
    section: paths.list,
    status,
    header: {
      trail: [
        ...editionsTrail,
        { label: edition.title, href: editionPaths.edition(edition.id) },
        { label: title, href: here },
      ],
    },
    content: (
      <Form
        action={here}
        label={title}
        withFiles
        errors={summaryOf(typed.errors)}
        hidden={{ [formKeyField]: exchange.formKey, ...(known ? { version: String(known.version) } : {}) }}
      >
        {!known && (
          <Select
            name="source"
            label="Comment est-elle arrivée ?"
            value={typed.values['source'] ?? 'mail'}
            choices={[
              { value: 'mail', label: 'En réponse au mail : je la colle ici' },
              { value: 'team', label: 'Au téléphone ou de vive voix' },
            ]}
          />
        )}
        <ContributionFieldset typed={typed} known={known} photo={photo} />
        <SubmitBar label="Enregistrer" cancelHref={editionPaths.edition(edition.id)} />
      </Form>
    ),
  });
}
