import type { JSX } from 'preact';
import type { ContentCard } from '#platform/contributions/module.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { KeyFigures } from '#ui/components/key-figures.tsx';
import { CallOut, Section } from '#ui/components/section.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { askPath } from '../../../ask-path.ts';
import { figuresPath } from '../../../paths.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { figuresOf } from '../../../queries/figures/figures-of.ts';
import { selfCheckPath } from '../self-check/check-address.ts';
import { FamilyExamples } from './family-examples.tsx';
import { easyToRead, families, forAuthorities, quiz, scenes, signs } from './plain-words-content.ts';
import { plainWordsPath } from './plain-words-path.ts';

const examplesPerFamily = 3;

/** `GET /c-est-quoi-l-ess`: what the words mean, for those who practise it without knowing the name. */
export async function explainInPlainWords(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [{ land }, figures, examples] = await Promise.all([
    deps.hubLook(ctx.hubId),
    figuresOf(ctx, []),
    Promise.all(families.map(({ forms }) => deps.organizations.ofForms(ctx, forms, examplesPerFamily))),
  ]);
  return exchange.page({
    title: 'C’est quoi, l’ESS ?',
    description:
      'L’économie sociale et solidaire en mots simples : les scènes où vous la croisez déjà, à quoi on la reconnaît, qui en fait ici.',
    canonical: plainWordsPath,
    sheets: ['plain-words'],
    content: (
      <>
        <section class="check-opening plain-opening">
          <ReliefCover id="c-est-quoi-l-ess" width={1240} height={420} {...land} />
          <div class="check-opening-text">
            <h1>C’est quoi, l’ESS ?</h1>
            <p class="lead">
              Trois lettres pour économie sociale et solidaire. Vous en faites peut-être déjà, sans le savoir.
            </p>
            <p class="actions">
              <ButtonLink href="#scenes">Me reconnaître</ButtonLink>
              <ButtonLink kind="ghost" href="#facile">
                La version facile à lire
              </ButtonLink>
            </p>
          </div>
        </section>
        <Scenes />
        <Section title="Trois questions pour la reconnaître">
          <ol class="signs">
            {signs.map(({ question, answer }) => (
              <li>
                <h3>{question}</h3>
                <p>{answer}</p>
              </li>
            ))}
          </ol>
        </Section>
        <Families examples={examples} deps={deps} />
        <Quiz />
        {figures.length > 0 && (
          <Section title="Ici, ça pèse" more={{ href: figuresPath, label: 'Tous les chiffres' }}>
            <KeyFigures figures={figures.slice(0, 4)} />
          </Section>
        )}
        <Authorities />
        <EasyToRead />
        <CallOut title="Et votre projet, alors ?">
          <p>Deux minutes de questions simples, ou un café pour en parler, même si c’est encore flou.</p>
          <p class="actions">
            <ButtonLink kind="dark" href={selfCheckPath}>
              Faire le point en deux minutes
            </ButtonLink>
            <a href={askPath({ profile: 'projet', from: plainWordsPath })}>Nous écrire</a>
          </p>
        </CallOut>
      </>
    ),
  });
}

function Scenes(): JSX.Element {
  return (
    <Section title="Ça vous dit quelque chose ?" id="scenes">
      <ul class="scenes">
        {scenes.map(({ text, answer, tone }) => (
          <li class={`scene tone-${tone}`}>
            <b>{text}</b>
            <span>{answer}</span>
          </li>
        ))}
      </ul>
      <p class="scenes-end">Tout cela, c’est de l’ESS.</p>
    </Section>
  );
}

function Families({
  examples,
  deps,
}: {
  readonly examples: readonly (readonly ContentCard[])[];
  readonly deps: PublishingDependencies;
}): JSX.Element {
  return (
    <Section title="Cinq familles, et qui en est ici">
      <div class="families">
        {families.map((family, rank) => (
          <FamilyExamples
            family={family}
            examples={examples[rank] ?? []}
            href={deps.isServed('/annuaire') ? `/annuaire?${family.all}` : null}
          />
        ))}
      </div>
    </Section>
  );
}

function Quiz(): JSX.Element {
  return (
    <Section title="ESS, ou pas ?" id="quiz">
      <ol class="quiz">
        {quiz.map(({ situation, answer, because }) => (
          <li>
            <details>
              <summary>{situation}</summary>
              <p>
                <b>{answer}.</b> {because}
              </p>
            </details>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Authorities(): JSX.Element {
  return (
    <Section title="Pour une collectivité" id="collectivite">
      <div class="split">
        <div class="prose">
          <p class="lead">
            Des emplois qui ne partent pas, des commerces qui restent ouverts, des habitants qui décident.
          </p>
          <p>
            La{' '}
            <a href="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000029313296/">
              loi n° 2014-856 du 31 juillet 2014
            </a>{' '}
            reconnaît l’ESS comme un mode d’entreprendre à part entière. Ses structures relèvent de statuts privés, mais
            travaillent souvent aux mêmes fins que vous.
          </p>
          <p class="actions">
            <ButtonLink kind="ghost" href={askPath({ profile: 'collectivite', from: plainWordsPath })}>
              En parler avec le pôle
            </ButtonLink>
          </p>
        </div>
        <ul class="word-block tone-sky">
          {forAuthorities.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function EasyToRead(): JSX.Element {
  return (
    <section class="easy-to-read" id="facile">
      <h2>Facile à lire</h2>
      {easyToRead.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </section>
  );
}
