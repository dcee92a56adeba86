import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { editClaimedSheet, type SheetEditedMeanwhile } from '../../commands/moderation/edit-claimed-sheet.ts';
import { wholeProposal } from '../../commands/moderation/proposal.ts';
import { ownSheetPath } from '../../commands/moderation/visitor-paths.ts';
import type { StoredOrganization } from '../../commands/saving/stored-organization.ts';
import { directoryPath, organizationPath } from '../../paths.ts';
import { holdsSheet } from '../../queries/moderation/sheet-session.ts';
import { linkOver } from './claim-link-page.tsx';
import { sheetOfAddress } from './correct-page.tsx';
import { errorLines, type Typed } from './form-values.ts';
import { ProposalFields, proposalFromValues, proposalValues } from './proposal-fields.tsx';
import { heldSecret } from './sheet-cookie.ts';
import { visitorRefusal } from './texts.ts';

/** `GET /annuaire/<slug>/ma-fiche`: the sheet, opened by a mailed link. */
export async function showOwnSheet(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  if (!(await holdsSheet(exchange.ctx.db, sheet.id, heldSecret(exchange), exchange.ctx.clock.now())))
    return linkOver(exchange, sheet.slug);
  return ownSheetPage(
    exchange,
    sheet,
    { values: proposalValues(wholeProposal(sheet.profile)), errors: {} },
    sheet.version,
  );
}

/** `POST /annuaire/<slug>/ma-fiche` */
export async function receiveOwnSheet(exchange: Exchange): Promise<Response> {
  const sheet = await sheetOfAddress(exchange);
  if (!sheet) return exchange.notFound();
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    editClaimedSheet,
    {
      organizationId: sheet.id,
      secret: heldSecret(exchange),
      version: Number(values['version']),
      proposed: proposalFromValues(values, wholeProposal(sheet.profile)),
    },
    { key },
  );
  if (outcome.ok) return exchange.redirect(organizationPath(outcome.value.slug), doneWord(outcome.value));
  if (outcome.reason === 'session_over') return linkOver(exchange, sheet.slug);
  if (outcome.reason === 'edited_meanwhile') {
    const { version, theirs, fields } = outcome.details as SheetEditedMeanwhile;
    const now = proposalValues(theirs);
    const errors = Object.fromEntries(
      fields.map((field) => [
        `proposed.${field}`,
        `Sur la fiche, maintenant : ${now[`proposed.${field === 'place' ? 'town' : field}`] || 'rien'}`,
      ]),
    );
    return ownSheetPage(
      exchange,
      sheet,
      { values, errors: { '': visitorRefusal('edited_meanwhile'), ...errors } },
      version,
      409,
    );
  }
  const errors = outcome.reason === 'invalid' ? outcome.fields : { '': visitorRefusal(outcome.reason) };
  return ownSheetPage(exchange, sheet, { values, errors }, Number(values['version']) || sheet.version, 422);
}

function doneWord({ isWaiting, changed }: { isWaiting: boolean; changed: number }) {
  if (isWaiting) return { tone: 'success', text: 'Merci ! L’équipe relit vos changements, puis les publie.' } as const;
  const text = changed === 0 ? 'Merci ! Votre fiche est confirmée.' : 'Merci ! Votre fiche est à jour.';
  return { tone: 'success', text } as const;
}

function ownSheetPage(
  exchange: Exchange,
  { slug, profile }: StoredOrganization,
  { values, errors }: Typed,
  version: number,
  status = 200,
): Promise<Response> {
  return exchange.page({
    title: `Notre fiche « ${profile.name} »`,
    section: directoryPath,
    indexed: false,
    status,
    content: (
      <>
        <PageHeader
          title="Votre fiche"
          trail={[
            { label: 'Annuaire', href: directoryPath },
            { label: profile.name, href: organizationPath(slug) },
            { label: 'Notre fiche' },
          ]}
          lead={<p>Corrigez, complétez, enregistrez. C’est tout.</p>}
        />
        <Form
          action={ownSheetPath(slug)}
          label="Notre fiche"
          draft={`fiche-${slug}`}
          errors={errorLines(errors)}
          hidden={{ [formKeyField]: exchange.formKey, version: String(version) }}
        >
          <ProposalFields
            values={values}
            errors={errors}
            emailHint="Elle sert à vous joindre et à vous envoyer ce lien. Elle n’est jamais écrite sur le site."
          />
          <SubmitBar label="Enregistrer" cancelHref={organizationPath(slug)} cancelLabel="Ne rien changer" />
        </Form>
      </>
    ),
  });
}
