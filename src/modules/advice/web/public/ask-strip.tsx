import type { JSX } from 'preact';
import type { Context } from '#platform/context/context.ts';
import type { HomeBlock } from '#platform/contributions/module.ts';
import { plural } from '#platform/french/index.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { askHref, type AskWords } from '../../paths.ts';
import { contactFor, type NamedContact } from '../../queries/contacts.ts';
import { adviceRulesOf } from '../../queries/rules.ts';
import { Avatar } from '../avatar.tsx';

const place = 95;

/** On the home page: who answers, how soon, and two ways to ask. */
export async function adviceHomeBlocks(ctx: Context): Promise<HomeBlock[]> {
  const [{ answerDays }, contact] = await Promise.all([adviceRulesOf(ctx.db), contactFor(ctx)]);
  return [
    {
      key: 'advice.ask',
      label: 'Poser une question',
      order: place,
      content: <AskStrip answerDays={answerDays} contact={contact} />,
    },
  ];
}

function AskStrip({
  answerDays,
  contact,
}: {
  readonly answerDays: number;
  readonly contact: NamedContact | null;
}): JSX.Element {
  return (
    <section class="ask-strip">
      {contact && <Avatar name={contact.name} imageId={contact.imageId} />}
      <div>
        <h2>Une question ?</h2>
        <p>
          {contact ? `${[contact.name, contact.role].filter(Boolean).join(', ')}, vous répond` : 'On vous répond'} sous{' '}
          {plural(answerDays, 'jour ouvré', 'jours ouvrés')}, et sans jargon.
        </p>
      </div>
      <p class="actions">
        <ButtonLink kind="dark" icon="mail" href={askHref({ from: '/' })}>
          Écrire
        </ButtonLink>
        <ButtonLink kind="ghost" icon="phone" href={askHref({ from: '/', callBack: true })}>
          Être rappelé·e
        </ButtonLink>
      </p>
    </section>
  );
}

/** At the foot of a public page: a discreet way to ask, which remembers the page. */
export function AskPrompt(words: AskWords): JSX.Element {
  return (
    <p class="ask-prompt">
      <b>Une question ?</b> <a href={askHref(words)}>Écrivez-nous</a> ou{' '}
      <a href={askHref({ ...words, callBack: true })}>faites-vous rappeler</a>.
    </p>
  );
}
