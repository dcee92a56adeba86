import type { JSX } from 'preact';
import { summaryOf } from '#modules/hub/index.ts';
import { execute } from '#platform/command/execute.ts';
import { mailSubjects, type MailSubject } from '#platform/contributions/module.ts';
import { formatDate, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { Button, ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { FilterBar } from '#ui/components/filter-bar.tsx';
import { Section } from '#ui/components/section.tsx';
import { Form } from '#ui/fields/form.tsx';
import { SearchField } from '#ui/fields/search-field.tsx';
import { Select } from '#ui/fields/select.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { readRef } from '../../compose/item-of.ts';
import { isTimeFor, lastSlot, nextSlot, type DigestSlot } from '../../domain/digest-slots.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import { keyOf } from '../../domain/plan.ts';
import { paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { readMailingSettings } from '../../queries/mailing-settings.ts';
import { digestPaths, subscriptionPaths } from '../../reader-paths.ts';
import { nothingTyped, typedWith, type TypedHere } from '../../subscriptions/web/typed.ts';
import { arrangeDigest } from '../commands/arrange-digest.ts';
import { comingDigest, lastLeft, type ComingDigest } from '../queries/coming-items.ts';
import { plannedDigests } from '../queries/planned-digests.ts';
import { DigestGroups, LeftOutItems, type DigestFilter } from './digest-groups.tsx';

/** `GET /gestion/envois/recapitulatif`: what the next digests will say, in order. */
export async function showDigest(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  return digestPage(exchange, await comingDigest(exchange.ctx, deps.mailables()), nothingTyped);
}

/** `POST` of the same. `act` names the button: `monter.news.<id>`, `ecarter.…`, `remettre.…`, or nothing more. */
export async function receiveDigest(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const form = await exchange.form();
  const coming = await comingDigest(exchange.ctx, deps.mailables());
  const [act = '', ...rest] = (form.values['act'] ?? '').split('.');
  const ref = readRef(rest.join('.'));
  const order = coming.items.map(({ item: { kind, id, subject } }) => ({ kind, id, subject }));
  const place = ref ? order.findIndex((one) => keyOf(one) === keyOf(ref)) : -1;
  // Its neighbour on the page, and in the message: the one before or after it of the same subject.
  const isSame = ({ subject }: { subject: MailSubject }) => subject === order[place]?.subject;
  const before = order.slice(0, Math.max(0, place)).findLastIndex(isSame);
  const after = order.findIndex((one, at) => at > place && isSame(one));
  const other = act === 'monter' ? before : act === 'descendre' ? after : -1;
  const [one, two] = [order[place], order[other]];
  const isMoved = one !== undefined && two !== undefined;
  if (isMoved) [order[place], order[other]] = [two, one];
  const outcome = await execute(
    exchange.ctx,
    arrangeDigest,
    {
      version: form.values['version'] ?? '',
      introduction: form.values['introduction'] ?? '',
      order: isMoved ? order.map(({ kind, id }) => ({ kind, id })) : [],
      leaveOut: act === 'ecarter' ? ref : null,
      takeBack: act === 'remettre' ? ref : null,
    },
    form.key ? { key: form.key } : {},
  );
  if (!outcome.ok) {
    const say = () => 'Quelqu’un a changé ce récapitulatif entre-temps : voici où il en est.';
    return digestPage(exchange, coming, typedWith(form, outcome, say), 422);
  }
  return exchange.redirect(digestPaths.plan + exchange.url.search, { tone: 'success', text: 'C’est enregistré.' });
}

async function digestPage(exchange: Exchange, coming: ComingDigest, typed: TypedHere, status = 200): Promise<Response> {
  const { ctx } = exchange;
  const [{ digestWeekday: weekday, digestHour: hour, weeklyBudget: budget }, left] = await Promise.all([
    readMailingSettings(ctx.db),
    lastLeft(ctx.db),
  ]);
  const subject = mailSubjects.find((one) => one === exchange.query('sujet')) ?? null;
  const filter = { words: exchange.query('q').trim().slice(0, 100), subject };
  const now = ctx.clock.now();
  const last = lastSlot(now, { weekday, hour }, ctx.zone);
  const slot = isTimeFor(last, now, left) ? last : nextSlot(now, { weekday, hour }, ctx.zone);
  const told = coming.items.map(({ item, isWanted }) => ({ ...item, key: keyOf(item), isWanted }));
  let readers = 0;
  for await (const _copy of plannedDigests(ctx.db, told, { now, budget, isMonthly: slot.isMonthly })) readers += 1;
  return exchange.page({
    title: 'Prochain récapitulatif',
    layout: 'office',
    section: paths.list,
    status,
    header: {
      lead: leadOf(slot, ctx.zone, readers),
      trail: [
        { label: 'Envois', href: paths.list },
        { label: 'Récapitulatif', href: digestPaths.plan },
      ],
      actions: (
        <ButtonLink kind="ghost" href={digestPaths.preview}>
          Voir le message
        </ButtonLink>
      ),
    },
    content: (
      <>
        {coming.items.length > mostWithoutFilter && <Filter filter={filter} />}
        <Form
          action={digestPaths.plan + exchange.url.search}
          label="Prochain récapitulatif"
          errors={summaryOf(typed.errors)}
          hidden={{ [formKeyField]: exchange.formKey, version: String(coming.version) }}
        >
          <TextArea
            name="introduction"
            label="Un mot pour commencer"
            hint="Écrit en tête du récapitulatif de tout le monde. Facultatif."
            rows={4}
            value={typed.values['introduction'] ?? coming.introduction}
            error={typed.errors['introduction']}
          />
          <p class="actions">
            <Button>Enregistrer</Button>
          </p>
          {coming.items.length === 0 ? (
            <EmptyState title="Rien de nouveau pour l’instant">
              <p>
                Tout ce qui se publie vient ici de soi-même : actualités, rendez-vous, formations, appels à projets.
                Sans rien à dire, aucun récapitulatif ne part.
              </p>
            </EmptyState>
          ) : (
            <Section title={`${plural(coming.items.length, 'information')}, par sujet`}>
              <DigestGroups items={coming.items} filter={filter} zone={ctx.zone} />
            </Section>
          )}
          {coming.leftOut.length > 0 && <LeftOutItems items={coming.leftOut} zone={ctx.zone} />}
        </Form>
      </>
    ),
  });
}

const mostWithoutFilter = 12;

function Filter({ filter: { words, subject } }: { readonly filter: DigestFilter }): JSX.Element {
  return (
    <FilterBar action={digestPaths.plan} label="Chercher dans ce qui attend" resetHref={digestPaths.plan} auto>
      <SearchField name="q" label="Un titre, une structure" value={words} />
      <Select
        name="sujet"
        label="Sujet"
        placeholder="Tous"
        value={subject ?? ''}
        choices={mailSubjects.map((value) => ({ value, label: subjectNames[value] }))}
      />
    </FilterBar>
  );
}

function leadOf({ at, isMonthly }: DigestSlot, zone: string, readers: number): JSX.Element {
  const moment = at.toZonedDateTimeISO(zone);
  return (
    <>
      Il partira le {formatDate(moment.toPlainDate())} à {moment.hour} h
      {isMonthly ? ', y compris à qui lit une fois par mois' : ''}. Aujourd’hui,{' '}
      <a href={subscriptionPaths.list}>{plural(readers, 'personne le recevrait', 'personnes le recevraient')}</a> :
      chacune ne lit que ses sujets, et rien qu’elle ait déjà reçu.
    </>
  );
}
