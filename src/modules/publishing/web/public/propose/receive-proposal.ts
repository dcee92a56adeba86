import { photoChoiceOf } from '#modules/photos/index.ts';
import { execute } from '#platform/command/execute.ts';
import type { Context } from '#platform/context/context.ts';
import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { proposePublication, senderMessages } from '../../../commands/moderation/propose-publication.ts';
import { spread } from '#platform/rich-text/index.ts';
import { proposePath, publicationPath } from '../../../paths.ts';
import { mayRunSite, mayWrite } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { refusalText } from '../../texts.ts';
import { proposedPhoto, photoName } from './proposed-photo.ts';
import { proposePage } from './propose-page.tsx';
import { robotTrapField } from '#ui/fields/robot-trap.tsx';

const longestStory = 5000;

/** `POST /actualites/proposer` */
export async function receiveProposal(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const form = await exchange.form();
  const { values } = form;
  const thanks = `${proposePath('news')}/merci`;
  if (values[robotTrapField]) return exchange.redirect(thanks);
  const { ctx, actor } = exchange;
  const taken = await proposedPhoto(ctx, deps, form);
  const photo = photoChoiceOf(taken, form, photoName);
  const sender = mayWrite(actor) ? null : { name: values['name'] ?? '', email: values['email'] ?? '' };
  const errors: Record<string, string> = {
    ...storyErrors(form, mayRunSite(actor)),
    ...(taken.ok ? {} : taken.fields),
    ...(sender ? senderMessages(sender) : {}),
  };
  if (Object.keys(errors).length > 0) return proposePage(exchange, { form, photo, errors }, 422);

  const outcome = await execute(
    ctx,
    proposePublication,
    {
      kind: 'news',
      fields: {
        title: values['title'] ?? '',
        ...spread(values['story'] ?? ''),
        imageId: photo.imageId,
        imageAlternative: photo.alternative,
        imageCredit: photo.credit,
        ...(await saidBy(ctx, deps, values['structure'] ?? '', values['link'] ?? '')),
      },
      sender,
      origin: exchange.hub.origin,
      hubName: exchange.hub.name,
    },
    { key: form.key },
  );
  if (!outcome.ok) return proposePage(exchange, { form, photo, errors: errorsOf(outcome) }, 422);
  const { status, slug } = outcome.value;
  if (status === 'published')
    return exchange.redirect(publicationPath('news', slug), { tone: 'success', text: 'C’est en ligne.' });
  return exchange.redirect(thanks);
}

function storyErrors({ values }: SentForm, isStaff: boolean): Record<string, string> {
  const [title = '', story = '', structure = ''] = ['title', 'story', 'structure'].map((name) => values[name]?.trim());
  return {
    ...(title === '' ? { title: 'Donnez un titre.' } : {}),
    ...(story === '' ? { story: 'Écrivez au moins quelques mots : deux phrases suffisent.' } : {}),
    ...(story.length > longestStory ? { story: 'Ce texte tient en 5 000 caractères.' } : {}),
    ...(structure === '' && !isStaff ? { structure: 'Dites quelle structure, ou quel groupe, vous représentez.' } : {}),
  };
}

/** The structure that speaks: one of the directory when its name is there, else the name as typed. */
async function saidBy(
  ctx: Context,
  { organizations }: Pick<PublishingDependencies, 'organizations'>,
  typed: string,
  link: string,
) {
  const name = typed.trim();
  const found = name ? await organizations.find(ctx, name, 20) : [];
  const same = found.filter((one) => one.name.localeCompare(name, 'fr', { sensitivity: 'base' }) === 0);
  const known = same.length === 1 ? same[0] : undefined;
  const topic = name ? 'network' : 'hub-life';
  return { organizationId: known?.id ?? null, content: { topic, speaker: known ? '' : name, link } };
}

/** The messages of the command under the names of our fields. */
function errorsOf({ reason, fields }: { reason: string; fields: Readonly<Record<string, string>> }) {
  const names: Readonly<Record<string, string>> = {
    brief: 'story',
    body: 'story',
    'content.link': 'link',
    'content.speaker': 'structure',
    'sender.name': 'name',
    'sender.email': 'email',
    imageAlternative: `${photoName}_alternative`,
    imageCredit: `${photoName}_credit`,
  };
  const errors = Object.entries(fields).map(([field, message]) => [names[field] ?? field, message]);
  return errors.length > 0 ? Object.fromEntries(errors) : { '': refusalText(reason) };
}
