import { piecesForMembers } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { publicProposal } from '../../commands/moderation/proposal.ts';
import { readPublicSheet } from '../../commands/moderation/public-sheet.ts';
import { suggestCorrection } from '../../commands/moderation/suggest-correction.ts';
import { claimPath, correctPath, suggestPath } from '../../commands/moderation/visitor-paths.ts';
import type { StoredOrganization } from '../../commands/saving/stored-organization.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { underRules } from '../../profile/under-rules.ts';
import { publishedSheetId } from '../../queries/moderation/published-sheet.ts';
import { errorLines, type Typed } from './form-values.ts';
import { ProposalFields, proposalFromValues, proposalValues } from './proposal-fields.tsx';
import { visitorRefusal } from './texts.ts';
import { RobotTrap, robotTrapField } from '#ui/fields/robot-trap.tsx';

/** The published sheet of this address, or null. */
export async function sheetOfAddress(exchange: Exchange): Promise<StoredOrganization | null> {
  const id = await publishedSheetId(exchange.ctx.db, exchange.param('slug'));
  return id ? readPublicSheet(exchange.ctx.db, id) : null;
}

/** What a visitor may read of a sheet, under the rules of the hub. */
const shownOf = async ({ ctx }: Exchange, { profile }: StoredOrganization) =>
  publicProposal(underRules(profile, await piecesForMembers(ctx.db)));

/** `GET /annuaire/<slug>/corriger` */
export async function showCorrect(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  return correctPage(exchange, sheet, { values: proposalValues(await shownOf(exchange, sheet)), errors: {} });
}

/** `POST /annuaire/<slug>/corriger` */
export async function receiveCorrection(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { values, key } = await exchange.form();
  if (values[robotTrapField]) return exchange.redirect(`${suggestPath}/merci`);
  const outcome = await execute(
    exchange.ctx,
    suggestCorrection,
    {
      organizationId: sheet.id,
      proposed: proposalFromValues(values, await shownOf(exchange, sheet)),
      author: { name: values['author.name'] ?? '', email: values['author.email'] ?? '' },
      message: values['message'] ?? '',
    },
    { key },
  );
  if (outcome.ok) return exchange.redirect(`${suggestPath}/merci`);
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': visitorRefusal(outcome.reason) };
  return correctPage(exchange, sheet, { values, errors }, 422);
}

function correctPage(
  exchange: Exchange,
  { slug, profile }: StoredOrganization,
  { values, errors }: Typed,
  status = 200,
): Promise<Response> {
  return exchange.page({
    title: `Corriger la fiche « ${profile.name} »`,
    section: directoryPath,
    indexed: false,
    status,
    content: (
      <>
        <PageHeader
          title="Qu’est-ce qui a changé ?"
          trail={[
            { label: 'Annuaire', href: directoryPath },
            { label: profile.name, href: organizationPath(slug) },
            { label: 'Corriger' },
          ]}
          lead={<p>Changez ce qui est faux, laissez le reste. L’équipe relit avant de publier.</p>}
        />
        <Columns
          main={
            <Form
              action={correctPath(slug)}
              label="Corriger la fiche"
              draft={`corriger-${slug}`}
              errors={errorLines(errors)}
              hidden={{ [formKeyField]: exchange.formKey }}
            >
              <ProposalFields
                values={values}
                errors={errors}
                emailHint="Laissez vide pour garder celle de la fiche, que cette page ne montre pas."
              />
              <TextArea
                name="message"
                label="Un mot pour l’équipe"
                hint="Par exemple : la structure a fermé en juin."
                rows={3}
                value={values['message']}
                error={errors['message']}
              />
              <TextField
                name="author.email"
                label="Votre adresse, si vous voulez une réponse"
                type="email"
                autocomplete="email"
                value={values['author.email']}
                error={errors['author.email']}
              />
              <RobotTrap />
              <SubmitBar
                label="Envoyer la correction"
                cancelHref={organizationPath(slug)}
                cancelLabel="Revenir à la fiche"
              />
            </Form>
          }
          side={
            <Panel title="C’est votre structure ?">
              <p>Recevez un lien et tenez votre fiche à jour vous-même.</p>
              <p>
                <a href={claimPath(slug)}>Tenir notre fiche à jour</a>
              </p>
            </Panel>
          }
        />
      </>
    ),
  });
}
