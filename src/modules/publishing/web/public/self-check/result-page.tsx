import type { JSX } from 'preact';
import { formatDate } from '#platform/french/index.ts';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { CopyButton } from '#ui/components/copy-button.tsx';
import { Icon } from '#ui/components/icon.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import type { Question, Result } from '../../../domain/self-check/tree.ts';
import type { Explained, Standing } from '../../../domain/self-check/walk.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { ContactPanel, picturedContact, type PicturedContact } from '../item/contact-panel.tsx';
import { checkHref, currentTree, selfCheckPath } from './check-address.ts';
import { resultAsText } from './result-as-text.ts';
import { titleOf } from './result-title.ts';
import { OutdatedNotice } from './outdated-notice.tsx';

type Ended = Extract<Standing, { result: unknown }>;

const tones: Readonly<Record<Result['verdict'], string>> = {
  inside: 'leaf',
  near: 'sun',
  beside: 'sky',
  early: 'lagoon',
};

/** The explained result: what it is, why, what is missing, what it depends on, whom to call. */
export async function resultView(
  exchange: Exchange,
  deps: PublishingDependencies,
  standing: Ended,
  isOutdated: boolean,
): Promise<PageView> {
  const contact = await picturedContact(exchange.ctx, deps, 'projet');
  const title = titleOf(standing.result);
  return {
    title,
    canonical: selfCheckPath,
    section: '/c-est-quoi-l-ess',
    indexed: false,
    sheets: ['plain-words'],
    content: (
      <>
        {isOutdated && <OutdatedNotice />}
        <section class={`check-result tone-${tones[standing.result.result.verdict]}`}>
          <p class="check-eyebrow">Mon projet est-il de l’ESS ?</p>
          <h1>{title}</h1>
          <p class="lead">{standing.result.result.text}</p>
        </section>
        <Columns
          main={<ResultMain explained={standing.result} />}
          side={<ResultSide exchange={exchange} standing={standing} contact={contact} />}
        />
        <RulesNote />
      </>
    ),
  };
}

function ResultMain({
  explained: { result, because, missing, doubts },
}: {
  readonly explained: Explained;
}): JSX.Element {
  return (
    <div class="sheet">
      {missing.length > 0 && <Points title="Ce qu’il faut changer" points={missing} mark="edit" />}
      {doubts.length > 0 && <Points title="Ce qui reste à vérifier" points={doubts} mark="info" />}
      {because.length > 0 && <Points title="Pourquoi" points={because} mark="check" />}
      <section class="check-steps">
        <h2>Et maintenant</h2>
        <ol>
          {result.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        {result.notes.map((note) => (
          <p class="facts">{note}</p>
        ))}
      </section>
    </div>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly { readonly text: string; readonly question: Question }[];
  readonly mark: 'check' | 'info' | 'edit';
}

function Points({ title, points, mark }: PointsProps): JSX.Element {
  return (
    <section class={`check-points check-points-${mark}`}>
      <h2>{title}</h2>
      <ul>
        {points.map(({ text, question }) => (
          <li>
            <Icon name={mark} />
            <span>
              {text} <LawLink law={question.law} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LawLink({ law: name }: { readonly law: string }): JSX.Element | null {
  const law = currentTree.laws[name];
  return law ? (
    <a class="law" href={law.href} rel="noopener">
      {law.title}
    </a>
  ) : null;
}

interface ResultSideProps {
  readonly exchange: Exchange;
  readonly standing: Ended;
  readonly contact: PicturedContact | null;
}

function ResultSide({ exchange, standing, contact }: ResultSideProps): JSX.Element {
  const text = resultAsText(standing, exchange.hub.origin);
  return (
    <>
      <ContactPanel
        title="On en parle ?"
        contact={contact}
        label="Envoyer ce résultat au pôle"
        ask={{
          profile: 'projet',
          from: selfCheckPath,
          subject: `Auto-diagnostic : ${titleOf(standing.result)}`.slice(0, 120),
          selfCheck: text,
        }}
      >
        <p>Vos réponses ne partent que si vous envoyez le formulaire.</p>
      </ContactPanel>
      <Panel title="Garder ce résultat">
        <p>L’adresse de cette page le contient : gardez-la, partagez-la, imprimez-la.</p>
        <CopyButton text={`${exchange.hub.origin}${checkHref(standing.given)}`} label="Copier l’adresse" />
        <p class="actions">
          <ButtonLink kind="ghost" small icon="undo" href={checkHref(standing.given.slice(0, -1))}>
            Revoir ma dernière réponse
          </ButtonLink>
          <ButtonLink kind="quiet" small href={selfCheckPath}>
            Recommencer
          </ButtonLink>
        </p>
      </Panel>
      <Panel title="Vos réponses">
        <dl class="check-recap">
          {standing.answered.map(({ question, answer }, place) => (
            <div>
              <dt>{question.text}</dt>
              <dd>
                <a href={checkHref(standing.given.slice(0, place))} rel="nofollow">
                  {answer === 'yes' ? 'Oui' : answer === 'no' ? 'Non' : 'Je ne sais pas'}
                  <span class="visually-hidden"> (changer cette réponse)</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

/** Which rules, read when, and what this page is not. */
function RulesNote(): JSX.Element {
  const laws = [...new Map(Object.values(currentTree.laws).map((law) => [law.title, law])).values()];
  return (
    <div class="check-rules">
      <p>
        <b>Ceci informe, et ne vaut pas conseil juridique.</b>{' '}
        {`Règles ${currentTree.version}, relues le ${formatDate(Temporal.PlainDate.from(currentTree.checkedOn))}.`}
      </p>
      <details>
        <summary>Les textes de loi</summary>
        <ul>
          {laws.map(({ title, href, readOn }) => (
            <li>
              <a href={href} rel="noopener">
                {title}
              </a>
              {`, lu le ${formatDate(Temporal.PlainDate.from(readOn))}`}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
