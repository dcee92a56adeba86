import { execute } from '#platform/command/execute.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { isId } from '#platform/ids/ids.ts';
import { acceptSuggestion } from '../../../commands/moderation/accept-suggestion.ts';
import { refuseSuggestion } from '../../../commands/moderation/refuse-suggestion.ts';
import { setDirectoryRules } from '../../../commands/moderation/set-directory-rules.ts';
import { moderationPath } from './moderation-paths.ts';
import { moderationRefusal } from './texts.ts';

/** `POST /gestion/annuaire/moderation/<id>`: keeps the fields ticked, or refuses with a word. */
export async function receiveAnswer(exchange: Exchange): Promise<Response> {
  const id = exchange.param('suggestion');
  if (!isId(id)) return exchange.notFound();
  const form = await exchange.form();
  const { ctx, hub } = exchange;
  const answer = form.values['answer'] ?? '';
  const isRefusal = form.values['act'] === 'refuser';
  const outcome = isRefusal
    ? await execute(ctx, refuseSuggestion, { id, answer, hubName: hub.name }, { key: form.key })
    : await execute(
        ctx,
        acceptSuggestion,
        { id, fields: form.all('fields'), answer, origin: hub.origin, hubName: hub.name },
        { key: form.key },
      );
  if (!outcome.ok) {
    const text =
      outcome.reason === 'invalid'
        ? (Object.values(outcome.fields)[0] ?? moderationRefusal(outcome.reason))
        : moderationRefusal(outcome.reason);
    return exchange.redirect(`${moderationPath}#proposition-${id}`, { tone: 'warning', text });
  }
  return exchange.redirect(moderationPath, {
    tone: 'success',
    text: isRefusal ? 'La proposition n’est pas retenue.' : 'C’est fait, merci !',
  });
}

/** `POST /gestion/annuaire/moderation/regles` */
export async function receiveRules(exchange: Exchange): Promise<Response> {
  const { values, key } = await exchange.form();
  const outcome = await execute(
    exchange.ctx,
    setDirectoryRules,
    { structuresAreReviewed: values['relire'] === 'oui', asksYearly: values['demander'] === 'oui' },
    { key },
  );
  return exchange.redirect(
    moderationPath,
    outcome.ok
      ? { tone: 'success', text: 'Vos règles sont enregistrées.' }
      : { tone: 'warning', text: moderationRefusal(outcome.reason) },
  );
}
