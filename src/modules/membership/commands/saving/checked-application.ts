import { mostCharged } from '#modules/payments/index.ts';
import type { CommandContext } from '#platform/context/context.ts';
import { formatMoney } from '#platform/french/index.ts';
import { duesOf, type DuesProblem } from '../../domain/dues.ts';
import { questionsFor, readAnswers } from '../../domain/questions.ts';
import { isStructure } from '../../domain/who.ts';
import { scaleOf, type Campaign, type DuesScale } from '../../queries/campaigns.ts';
import { knownOrganization, organizationNames } from '../../queries/match-member.ts';
import type { ApplicationFields } from '../application-fields.ts';

/** An application whose price was computed here. */
export interface CheckedApplication {
  fields: ApplicationFields;
  scale: DuesScale;
  dues: number;
  answers: Record<string, string>;
}

const problems: Readonly<Record<DuesProblem, readonly [field: string, text: string]>> = {
  budget_needed: ['budget', 'Indiquez votre budget de l’année passée : il donne le montant.'],
  staff_needed: ['staff', 'Indiquez combien de salarié·es : ce nombre donne le montant.'],
  amount_needed: ['chosen', 'Écrivez la somme que vous choisissez.'],
  too_little: ['chosen', ''],
};

/**
 * Reads what was said against the campaign: the price is computed from its scale, questions are those it asks. The team,
 * who types a signed paper, may leave out what the paper leaves out.
 */
export async function checkedApplication(
  work: CommandContext,
  campaign: Campaign,
  fields: ApplicationFields,
  { isTyped }: { isTyped: boolean },
): Promise<{ checked: CheckedApplication | null; errors: Record<string, string> }> {
  const scale = await scaleOf(work.db, fields.scaleId);
  if (!scale || scale.campaignId !== campaign.id || scale.archivedAt)
    return { checked: null, errors: { scaleId: 'Choisissez ce qui vous correspond.' } };
  const errors: Record<string, string> = {};
  const structure = isStructure(scale.who);
  if (structure && fields.organizationName === '' && fields.organizationId === null)
    errors['organizationName'] = 'Écrivez le nom de la structure.';
  if (isTyped) {
    if (!structure && fields.givenName === '' && fields.familyName === '')
      errors['familyName'] = 'Écrivez un prénom et un nom.';
  } else {
    if (fields.givenName === '') errors['givenName'] = 'Écrivez un prénom.';
    if (fields.familyName === '') errors['familyName'] = 'Écrivez un nom.';
    if (fields.email === null) errors['email'] = 'Laissez une adresse e-mail : la confirmation et le reçu y arrivent.';
    if (campaign.charter !== '' && !fields.acceptsCharter)
      errors['acceptsCharter'] = 'Pour adhérer, il faut accepter la charte.';
    if (scale.kind === 'reduced' && !fields.declares)
      errors['declares'] = 'Ce prix se demande sur l’honneur : cochez la case.';
  }
  const { answers, errors: unanswered } = readAnswers(questionsFor(campaign.questions, scale.who), fields.answers);
  if (!isTyped) for (const [key, text] of Object.entries(unanswered)) errors[`answers.${key}`] = text;
  const price = duesOf(scale, fields);
  if ('problem' in price) {
    const [field, text] = problems[price.problem];
    errors[field] = text || `Le minimum est de ${formatMoney(scale.amount)}.`;
  } else if (price.cents + fields.donation > mostCharged)
    errors[fields.donation > 0 ? 'donation' : 'chosen'] = 'Cette somme est trop grande.';
  const organization = structure ? await chosenOrganization(work, fields) : { id: null, name: '' };
  if ('problem' in price || Object.keys(errors).length > 0) return { checked: null, errors };
  return {
    checked: {
      fields: { ...fields, organizationId: organization.id, organizationName: organization.name },
      scale,
      dues: price.cents,
      answers,
    },
    errors,
  };
}

/** The sheet chosen, or the only one that bears this name. */
async function chosenOrganization(
  work: CommandContext,
  { organizationId, organizationName, siren }: ApplicationFields,
): Promise<{ id: string | null; name: string }> {
  const chosen = organizationId ? (await organizationNames(work.db, [organizationId])).get(organizationId) : undefined;
  if (organizationId && chosen && (organizationName === '' || organizationName === chosen))
    return { id: organizationId, name: chosen };
  const found = await knownOrganization(work.db, { name: organizationName, siren });
  return { id: found?.id ?? null, name: organizationName };
}
