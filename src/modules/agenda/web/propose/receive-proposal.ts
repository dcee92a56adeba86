import { photoChoiceOf } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';
import { senderMessages } from '../../commands/moderation/proposal-input.ts';
import { proposeEvent } from '../../commands/moderation/propose-event.ts';
import { followedEventPath, linkPurposes } from '../../moderation-paths.ts';
import { agendaPath, eventPath } from '../../paths.ts';
import { mayWriteEvents } from '../../policy.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { eventToRepeat } from '../../queries/moderation/event-to-repeat.ts';
import { likelySame } from '../../queries/moderation/likely-same.ts';
import { refusalText } from '../texts.ts';
import { proposePage } from './propose-page.tsx';
import { photoName, proposedPhoto } from './proposed-photo.ts';
import { namedErrors, proposalErrors, proposedFields, proposedPlace } from './read-proposal.ts';

const thanks = {
  tone: 'success',
  text: 'Merci, c’est bien reçu ! Gardez l’adresse de cette page : elle dit où en est votre proposition.',
} as const;

/** `POST /agenda/proposer` */
export async function receiveProposal(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const form = await exchange.form();
  const { values } = form;
  if (values[robotTrapField])
    return exchange.redirect(agendaPath, { tone: 'success', text: 'Merci, c’est bien reçu !' });
  const { ctx, actor, hub } = exchange;
  const taken = await proposedPhoto(ctx, deps, form);
  const photo = photoChoiceOf(taken, form, photoName);
  const isKnown = mayWriteEvents(actor);
  const said = { name: values['name'] ?? '', email: (values['email'] ?? '').trim(), phone: values['phone'] ?? '' };
  const errors: Record<string, string> = {
    ...proposalErrors(values),
    ...(taken.ok ? {} : taken.fields),
    ...(isKnown ? {} : senderMessages(said)),
  };
  const shown = { form, values, photo };
  if (Object.keys(errors).length > 0) return proposePage(exchange, { ...shown, errors }, { status: 422 });
  if (!values['another']) {
    const likely = await likelySame(ctx.db, { title: values['title'] ?? '', startsOn: values['startsOn'] ?? '' });
    if (likely.length > 0) return proposePage(exchange, { ...shown, errors: {} }, { status: 422, likely });
  }

  const again = isId(values['comme'] ?? '') ? await eventToRepeat(ctx.db, values['comme'] ?? '') : null;
  const outcome = await execute(
    ctx,
    proposeEvent,
    {
      fields: {
        ...(await proposedFields(ctx, deps, values)),
        imageId: photo.imageId,
        imageAlternative: photo.alternative,
        imageCredit: photo.credit,
        contactEmail: !isKnown && values['asked'] === 'oui' ? said.email : '',
      },
      place: proposedPlace(values),
      reason: values['reason'] ?? '',
      sender: isKnown ? null : said,
      repeatsId: again?.id ?? null,
    },
    { key: form.key },
  );
  if (!outcome.ok) {
    const named = namedErrors(outcome.fields);
    const said422 = Object.keys(named).length > 0 ? named : { '': refusalText(outcome.reason) };
    return proposePage(exchange, { ...shown, errors: said422 }, { status: 422 });
  }
  const { id, slug, status } = outcome.value;
  if (status === 'published') return exchange.redirect(eventPath(slug), { tone: 'success', text: 'C’est en ligne.' });
  return exchange.redirect(followedEventPath(deps.links.write(linkPurposes.proposal, hub.id, id)), thanks);
}
