import type { JSX } from 'preact';
import { plural } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Breadcrumb } from '#ui/components/breadcrumb.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import type { Answer, Question } from '../../../domain/self-check/tree.ts';
import { mostQuestions, walk } from '../../../domain/self-check/walk.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { checkHref, currentTree, readCheck, selfCheckPath } from './check-address.ts';
import { OutdatedNotice } from './outdated-notice.tsx';
import { resultView } from './result-page.tsx';

/** `GET /mon-projet-est-il-ess`: two minutes, a question a page, everything in the address, nothing kept. */
export async function showSelfCheck(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const asked = readCheck(exchange.url.searchParams);
  if (!asked) return exchange.page(await openingView(exchange, deps));
  const standing = walk(currentTree, asked.given);
  if ('result' in standing) return exchange.page(await resultView(exchange, deps, standing, asked.isOutdated));
  const { question, mostLeft, given } = standing;
  return exchange.page({
    title: question.text,
    section: '/c-est-quoi-l-ess',
    canonical: selfCheckPath,
    indexed: false,
    sheets: ['plain-words'],
    content: (
      <>
        {asked.isOutdated && <OutdatedNotice />}
        <QuestionView question={question} given={given} mostLeft={mostLeft} />
      </>
    ),
  });
}

async function openingView(exchange: Exchange, deps: PublishingDependencies): Promise<PageView> {
  const { land } = await deps.hubLook(exchange.hub.id);
  return {
    title: 'Mon projet est-il de l’ESS ?',
    description:
      'Deux minutes et huit questions au plus pour savoir si un projet relève de l’économie sociale et solidaire, avec les articles de loi et la suite.',
    canonical: selfCheckPath,
    section: '/c-est-quoi-l-ess',
    sheets: ['plain-words'],
    content: (
      <section class="check-opening">
        <ReliefCover id="mon-projet" width={1240} height={420} {...land} />
        <div class="check-opening-text">
          <Breadcrumb trail={[{ label: 'C’est quoi, l’ESS ?', href: '/c-est-quoi-l-ess' }, { label: 'Mon projet' }]} />
          <h1>
            Mon projet <span class="nowrap">est-il</span> de l’ESS ?
          </h1>
          <p class="lead">
            {`${plural(mostQuestions(currentTree), 'question')} au plus, deux minutes. On vous dit où vous en êtes, pourquoi, et par où continuer.`}
          </p>
          <p class="actions">
            <ButtonLink href={checkHref([])} icon="arrow-right">
              Commencer
            </ButtonLink>
          </p>
          <p class="facts">Rien n’est enregistré, rien n’est demandé sur vous. « Je ne sais pas » est une réponse.</p>
        </div>
      </section>
    ),
  };
}

interface QuestionViewProps {
  readonly question: Question;
  readonly given: readonly Answer[];
  readonly mostLeft: number;
}

const choices: readonly { answer: Answer; label: string; tone: string }[] = [
  { answer: 'yes', label: 'Oui', tone: 'leaf' },
  { answer: 'no', label: 'Non', tone: 'coral' },
  { answer: 'unsure', label: 'Je ne sais pas', tone: 'sun' },
];

function QuestionView({ question, given, mostLeft }: QuestionViewProps): JSX.Element {
  const total = given.length + mostLeft;
  return (
    <section class="check">
      <p class="check-progress">
        <progress id="avancement" value={given.length} max={total} aria-label="Avancement" />
        <span>{`Question ${given.length + 1} sur ${total} au plus`}</span>
      </p>
      <h1>{question.text}</h1>
      <p class="lead">{question.help}</p>
      <ul class="check-answers">
        {choices.map(({ answer, label, tone }) => (
          <li>
            <a class={`door tone-${tone}`} href={checkHref([...given, answer])} rel="nofollow">
              <b>{label}</b>
              <Icon name="arrow-right" />
            </a>
          </li>
        ))}
      </ul>
      <p class="check-foot">
        <a href={given.length > 0 ? checkHref(given.slice(0, -1)) : selfCheckPath} rel="nofollow">
          {given.length > 0 ? 'Question précédente' : 'Retour au début'}
        </a>
        <LawOf question={question} />
      </p>
    </section>
  );
}

function LawOf({ question }: { readonly question: Question }): JSX.Element | null {
  const law = currentTree.laws[question.law];
  return law ? (
    <span class="facts">
      {law.title.startsWith('décret') ? 'D’après le ' : 'D’après la '}
      <a href={law.href} rel="noopener">
        {law.title}
      </a>
    </span>
  ) : null;
}
