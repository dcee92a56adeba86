import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { Section } from '#ui/components/section.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { isWritable } from '../../../domain/edition.ts';
import { editionStateNames } from '../../../domain/edition-states.ts';
import { paths } from '../../../paths.ts';
import type { MailingDependencies } from '../../../ports.ts';
import { editionPaths } from '../../../reader-paths.ts';
import { nothingTyped, typedWith, type TypedHere } from '../../../subscriptions/web/typed.ts';
import { askForNews } from '../../commands/ask-for-news.ts';
import { decideContribution } from '../../commands/contribute.ts';
import { gatherEdition } from '../../commands/gather-edition.ts';
import { changeEdition, closeEdition } from '../../commands/keep-editions.ts';
import { contributionsOf, editionById, type Contribution, type Edition } from '../../queries/editions.ts';
import { refusalText } from '../texts.ts';
import { ContributionLines } from './contribution-lines.tsx';
import { EditionFieldset, editionsTrail, editionTyped } from './editions-page.tsx';

/** `GET /gestion/envois/lettre-des-acteurs/:id`. */
export async function showEdition(exchange: Exchange): Promise<Response> {
  const edition = await editionAsked(exchange);
  return edition ? editionPage(exchange, edition, nothingTyped) : exchange.notFound();
}

/** `POST` of the same: changes its words and its last day. */
export async function receiveEdition(exchange: Exchange): Promise<Response> {
  const edition = await editionAsked(exchange);
  if (!edition) return exchange.notFound();
  const form = await exchange.form();
  const input = { id: edition.id, version: form.values['version'] ?? '', ...editionTyped(form.values) };
  const outcome = await execute(exchange.ctx, changeEdition, input, form.key ? { key: form.key } : {});
  if (!outcome.ok) return editionPage(exchange, edition, typedWith(form, outcome, refusalText), 422);
  return exchange.redirect(editionPaths.edition(edition.id), { tone: 'success', text: 'C’est enregistré.' });
}

/** `POST /gestion/envois/lettre-des-acteurs/:id/faire`: the buttons of the page. */
export async function receiveEditionAct(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const edition = await editionAsked(exchange);
  if (!edition) return exchange.notFound();
  const form = await exchange.form();
  const options = form.key ? { key: form.key } : {};
  const [act = '', contribution = ''] = (form.values['act'] ?? '').split('.');
  const { id } = edition;
  const back = (text: string, tone: 'success' | 'warning' = 'success', to = editionPaths.edition(id)) =>
    exchange.redirect(to, { tone, text });
  if (act === 'demander') {
    const asked = await execute(exchange.ctx, askForNews(deps), { id }, options);
    if (!asked.ok) return back(refusalText(asked.reason), 'warning');
    return back(`La question part à ${plural(asked.value.count, 'adhérent·e', 'adhérent·es')}.`);
  }
  if (act === 'clore') {
    const closed = await execute(exchange.ctx, closeEdition, { id }, options);
    return closed.ok ? back('La lettre est close.') : back(refusalText(closed.reason), 'warning');
  }
  if (act === 'mettre-en-page') {
    const gathered = await execute(exchange.ctx, gatherEdition, { id }, options);
    if (!gathered.ok) return back(refusalText(gathered.reason), 'warning');
    return back('Relisez-la une dernière fois, puis envoyez.', 'success', paths.mailing(gathered.value.mailingId));
  }
  const decision = decisions.get(act);
  if (!decision || !isId(contribution)) return exchange.notFound();
  const decided = await execute(exchange.ctx, decideContribution, { id: contribution, act: decision }, options);
  return decided.ok ? back('C’est fait.') : back(refusalText(decided.reason), 'warning');
}

const decisions = new Map([
  ['retenir', 'accept'],
  ['ecarter', 'refuse'],
  ['monter', 'up'],
  ['descendre', 'down'],
] as const) as ReadonlyMap<string, 'accept' | 'refuse' | 'up' | 'down'>;

/** The edition of an address, for the pages under it. */
export async function editionAsked(exchange: Exchange): Promise<Edition | null> {
  const id = exchange.param('id');
  return isId(id) ? editionById(exchange.ctx.db, id) : null;
}

async function editionPage(exchange: Exchange, edition: Edition, typed: TypedHere, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const contributions = await contributionsOf(ctx.db, edition.id);
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const mayChange = edition.state !== 'gathered';
  return exchange.page({
    title: edition.title,
    layout: 'office',
    section: paths.list,
    status,
    header: {
      trail: [...editionsTrail, { label: edition.title, href: editionPaths.edition(edition.id) }],
      facts: `${editionStateNames[edition.state]} · jusqu’au ${formatDate(edition.closesOn)}`,
      actions: (
        <EditionActs exchange={exchange} edition={edition} isOpen={isWritable(edition, today)} all={contributions} />
      ),
    },
    content: (
      <Columns
        main={
          <Section title={plural(contributions.length, 'nouvelle')}>
            {contributions.length === 0 ? (
              <EmptyState title="Rien n’est encore arrivé">
                <p>Demandez leurs nouvelles aux adhérent·es, ou tapez celles qu’on vous raconte au téléphone.</p>
              </EmptyState>
            ) : (
              <ContributionLines exchange={exchange} edition={edition} contributions={contributions} />
            )}
            {mayChange && (
              <p class="actions">
                <ButtonLink kind="ghost" icon="plus" href={editionPaths.contribute(edition.id)}>
                  Ajouter une nouvelle reçue autrement
                </ButtonLink>
              </p>
            )}
          </Section>
        }
        side={
          mayChange ? (
            <Panel title="La lettre">
              <Form
                action={editionPaths.edition(edition.id)}
                label="La lettre"
                errors={summaryOf(typed.errors)}
                hidden={{ [formKeyField]: exchange.formKey, version: String(edition.version) }}
              >
                <EditionFieldset typed={typed} edition={edition} />
                <SubmitBar label="Enregistrer" />
              </Form>
            </Panel>
          ) : (
            <Panel title="Mise en page">
              <p>
                {edition.mailingId ? (
                  <a href={paths.mailing(edition.mailingId)}>Voir l’envoi</a>
                ) : (
                  'Son envoi a été supprimé.'
                )}
              </p>
            </Panel>
          )
        }
      />
    ),
  });
}

function EditionActs({
  exchange,
  edition,
  isOpen,
  all,
}: {
  readonly exchange: Exchange;
  readonly edition: Edition;
  readonly isOpen: boolean;
  readonly all: readonly Contribution[];
}): JSX.Element | null {
  if (edition.state === 'gathered') return null;
  const isReady = all.some(({ state }) => state === 'accepted');
  return (
    <form class="actions" method="post" action={editionPaths.act(edition.id)}>
      <input type="hidden" name={formKeyField} value={exchange.formKey} />
      {isOpen && (
        <Button kind={isReady ? 'ghost' : 'primary'} icon="mail" name="act" value="demander">
          {edition.askedAt ? 'Demander à celles et ceux qui restent' : 'Demander aux adhérent·es'}
        </Button>
      )}
      {isReady && (
        <Button name="act" value="mettre-en-page">
          Mettre en page
        </Button>
      )}
      {edition.state === 'open' && (
        <Button kind="quiet" name="act" value="clore">
          Clore
        </Button>
      )}
    </form>
  );
}
