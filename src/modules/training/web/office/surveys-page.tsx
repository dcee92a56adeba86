import { execute } from '#platform/command/execute.ts';
import { formatNumber, formatPercent, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { BarChart } from '#ui/components/bar.tsx';
import { Button } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { momentNames, surveyResults, type SurveyMoment, type SurveyResult } from '../../domain/survey.ts';
import { askSurvey } from '../../jobs/ask-surveys.ts';
import { officePaths } from '../../paths.ts';
import type { TrainingDependencies } from '../../ports.ts';
import { surveysOf } from '../../queries/surveys.ts';
import { refusalText } from '../texts.ts';
import { heldSession } from './held-session.ts';
import { trail } from './trail.ts';

/** `GET /gestion/formations/sessions/:id/evaluations`: what they thought, added up, nobody named. */
export async function showSurveys(exchange: Exchange): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const { session, course } = facts;
  const surveys = await surveysOf(exchange.ctx.db, session.id);
  return exchange.page({
    title: 'Évaluations',
    layout: 'office',
    section: officePaths.home,
    header: {
      lead: 'Les réponses sont gardées sans nom : on lit ce que pense le groupe.',
      trail: trail(
        { label: course.title, href: officePaths.session(session.id) },
        { label: 'Évaluations', href: officePaths.surveys(session.id) },
      ),
    },
    content: (
      <>
        {surveys.length === 0 && (
          <EmptyState title="Pas encore de réponses">
            <p>
              L’avis « à chaud » est demandé par mail quand vous terminez la session, l’avis « à froid » quelques mois
              après.
            </p>
          </EmptyState>
        )}
        {surveys.map(({ moment, asked, answered, answers }) => (
          <Section title={`Évaluation ${momentNames[moment]}`}>
            <p class="facts">
              {plural(answered, 'réponse')} pour {plural(asked, 'demande')}.
            </p>
            <div class="panels">{surveyResults(answers).map((result) => resultPanel(result))}</div>
          </Section>
        ))}
        {session.state === 'finished' && (
          <form class="actions" method="post" action={officePaths.surveys(session.id)}>
            <input type="hidden" name={formKeyField} value={exchange.formKey} />
            <Button kind="ghost" name="moment" value="hot">
              Demander l’avis à chaud à celles et ceux qui ne l’ont pas reçu
            </Button>
            <Button kind="ghost" name="moment" value="cold">
              Demander l’avis à froid maintenant
            </Button>
          </form>
        )}
      </>
    ),
  });
}

function resultPanel({ question, kind, count, mean, counts, words }: SurveyResult) {
  if (kind === 'words')
    return (
      <Panel title={question} level={3}>
        <ul class="stack">
          {words.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </Panel>
    );
  const told =
    mean === null
      ? ''
      : kind === 'scale'
        ? `${formatNumber(mean, { decimals: 1 })} / 5`
        : `${formatPercent(mean)} de oui`;
  return (
    <Panel>
      <BarChart
        caption={`${question} ${told} (${plural(count, 'réponse')})`}
        rows={counts.map(({ value, count: chosen }) => ({
          label: kind === 'scale' ? String(value) : value === 1 ? 'Oui' : 'Non',
          value: chosen,
          text: String(chosen),
        }))}
      />
    </Panel>
  );
}

/** `POST` of the same: asks those who were not. */
export async function receiveSurveys(exchange: Exchange, deps: TrainingDependencies): Promise<Response> {
  const facts = await heldSession(exchange);
  if (!facts) return exchange.notFound();
  const form = await exchange.form();
  const moment: SurveyMoment = form.values['moment'] === 'cold' ? 'cold' : 'hot';
  const outcome = await execute(
    exchange.ctx,
    askSurvey(deps),
    { sessionId: facts.session.id, moment },
    { key: form.key },
  );
  return exchange.redirect(
    officePaths.surveys(facts.session.id),
    outcome.ok
      ? { tone: 'success', text: `Demandé à ${plural(outcome.value.count, 'personne')}.` }
      : { tone: 'danger', text: refusalText(outcome.reason) },
  );
}
