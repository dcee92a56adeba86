import { execute } from '#platform/command/execute.ts';
import { capitalised } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { isId } from '#platform/ids/ids.ts';
import { Button } from '#ui/components/button.tsx';
import { Checkbox, RadioGroup } from '#ui/fields/checkbox.tsx';
import { DateField } from '#ui/fields/date-field.tsx';
import { Fieldset } from '#ui/fields/fieldset.tsx';
import { FieldRow, Form, SubmitBar } from '#ui/fields/form.tsx';
import { TextArea } from '#ui/fields/text-area.tsx';
import { TextField } from '#ui/fields/text-field.tsx';
import { aroundSlots } from '../../queries/polls/around-slots.ts';
import { savePoll } from '../../commands/polls/save-poll.ts';
import { officePaths } from '../../paths.ts';
import { pollOffice } from '../../poll-paths.ts';
import type { AgendaDependencies } from '../../ports.ts';
import { pollSheet, type PollSheet } from '../../queries/polls/poll-sheet.ts';
import { refusalText } from '../texts.ts';
import { aroundInWords } from './slot-in-words.ts';

interface Typed {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
}

const fewestRows = 5;
const mostRows = 20;
const usualMinutes = '120';

/** `GET /gestion/agenda/sondages/nouveau` and `…/:id/modifier` */
export async function showPollForm(exchange: Exchange): Promise<Response> {
  const id = idOf(exchange);
  if (id === null) return formPage(exchange, null, { values: { shownTo: 'everyone', asksHosts: 'oui' }, errors: {} });
  const sheet = await editable(exchange, id);
  return sheet ? formPage(exchange, sheet, { values: valuesOf(sheet), errors: {} }) : exchange.notFound();
}

/** `POST` to the same. */
export async function receivePollForm(exchange: Exchange, deps: AgendaDependencies): Promise<Response> {
  const id = idOf(exchange);
  const sheet = id === null ? null : await editable(exchange, id);
  if (id !== null && !sheet) return exchange.notFound();
  const { values, key } = await exchange.form();
  const rows = slotRows(values);
  if (values['act'] === 'regarder') return formPage(exchange, sheet, { values, errors: {} });
  const names = (values['hosts'] ?? '').split('\n').map((name) => name.trim());
  const hosts = [...new Set(names.filter(Boolean))];
  const known = await deps.organizations.byNames(exchange.ctx, hosts);
  const outcome = await execute(
    exchange.ctx,
    savePoll,
    {
      id,
      version: id === null ? null : Number(values['version']) || 1,
      fields: {
        title: values['title'] ?? '',
        words: values['words'] ?? '',
        slots: rows.map(({ on, at, minutes }) => ({ on, at, minutes: Number(minutes || usualMinutes) })),
        hosts: hosts.map((name) => ({ name, organizationId: known.get(name)?.id ?? null })),
        shownTo: values['shownTo'] === 'counts' || values['shownTo'] === 'team' ? values['shownTo'] : 'everyone',
        asksHosts: values['asksHosts'] === 'oui',
        closesOn: values['closesOn'] || null,
      },
    },
    { key },
  );
  if (outcome.ok) return exchange.redirect(pollOffice.poll(outcome.value.id), { tone: 'success', text: 'C’est prêt.' });
  // Rows left empty were not sent: messages go back to the row typed.
  const named = Object.entries(outcome.fields).map(([name, message]) => {
    const [, index, part] = /^fields\.slots\.(\d+)\.(\w+)$/.exec(name) ?? [];
    const row = index === undefined ? undefined : rows[Number(index)];
    return [
      row ? `slot-${row.row}-${part}` : name.replace(/^fields\.(hosts)?.*?(\w+)$/, (_, host, rest) => host ?? rest),
      message,
    ];
  });
  const errors = named.length > 0 ? Object.fromEntries(named) : { '': refusalText(outcome.reason) };
  return formPage(exchange, sheet, { values, errors });
}

function slotRows(values: Readonly<Record<string, string>>) {
  return Array.from({ length: mostRows }, (_, row) => ({
    row,
    on: values[`slot-${row}-on`] ?? '',
    at: values[`slot-${row}-at`] ?? '',
    minutes: values[`slot-${row}-minutes`] ?? '',
  })).filter(({ on, at }) => on !== '' || at !== '');
}

/** What stands around the dates typed so far, by row; « Rien d’autre ce jour-là » for a free day. */
async function aroundRows(
  { ctx }: Exchange,
  sheet: PollSheet | null,
  values: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<number, string>> {
  const zone = sheet?.poll.zone ?? ctx.zone;
  const typed = slotRows(values).flatMap(({ row, on, at, minutes }) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) return [];
    try {
      const startsLocal = Temporal.PlainDate.from(on, { overflow: 'reject' }).toPlainDateTime(at || '00:00');
      return [{ row, startsLocal, minutes: Number(minutes || usualMinutes) || 0 }];
    } catch {
      // Not a day, or not an hour: its field says so when it is sent.
      return [];
    }
  });
  const around = await aroundSlots(ctx.db, typed, { zone, withDrafts: true, exceptId: sheet?.poll.eventId ?? null });
  return new Map(
    typed.map(({ row }, at) => [row, (around[at] && aroundInWords(around[at])) || 'Rien d’autre ce jour-là.']),
  );
}

function idOf(exchange: Exchange): string | null {
  return exchange.url.pathname === pollOffice.add ? null : exchange.param('id');
}

async function editable({ ctx }: Exchange, id: string): Promise<PollSheet | null> {
  const sheet = isId(id) ? await pollSheet(ctx.db, id, { now: ctx.clock.now(), withDrafts: true }) : null;
  return sheet && !sheet.poll.closedAt ? sheet : null;
}

function valuesOf({ poll, slots, hosts }: PollSheet): Record<string, string> {
  const values: Record<string, string> = {
    title: poll.title,
    words: poll.words,
    shownTo: poll.shownTo,
    asksHosts: poll.asksHosts ? 'oui' : '',
    closesOn: poll.closesOn?.toString() ?? '',
    hosts: hosts.map(({ name }) => name).join('\n'),
  };
  for (const [row, { startsLocal, minutes }] of slots.entries()) {
    values[`slot-${row}-on`] = startsLocal.toPlainDate().toString();
    values[`slot-${row}-at`] = startsLocal.toPlainTime().toString({ smallestUnit: 'minute' });
    values[`slot-${row}-minutes`] = String(minutes);
  }
  return values;
}

async function formPage(exchange: Exchange, sheet: PollSheet | null, { values, errors }: Typed): Promise<Response> {
  const around = await aroundRows(exchange, sheet, values);
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  const action = sheet ? pollOffice.edit(sheet.poll.id) : pollOffice.add;
  const title = sheet ? 'Modifier le sondage' : 'Chercher une date';
  const filled = slotRows(values).length;
  const rows = Math.min(mostRows, Math.max(fewestRows, filled + 2));
  const today = exchange.ctx.clock.now().toZonedDateTimeISO(exchange.ctx.zone).toPlainDate().toString();
  return exchange.page({
    title,
    layout: 'office',
    section: officePaths.list,
    sheets: ['agenda'],
    status: Object.keys(errors).length > 0 ? 422 : 200,
    header: {
      title,
      lead: (
        <p>
          Vous proposez des dates, chacun dit les siennes par un lien, sans compte. La date choisie devient un
          rendez-vous.
        </p>
      ),
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: 'Sondages', href: pollOffice.list },
        { label: title, href: action },
      ],
    },
    content: (
      <Form
        action={action}
        label={title}
        draft={sheet ? `sondage-${sheet.poll.id}` : 'sondage'}
        errors={Object.entries(errors).map(([name, message]) => (name ? { field: name, message } : { message }))}
        hidden={{ [formKeyField]: exchange.formKey, ...(sheet ? { version: String(sheet.poll.version) } : {}) }}
      >
        {/* Enter keeps the poll, whatever button stands first. */}
        <button class="visually-hidden" tabindex={-1} aria-hidden="true" />
        <TextField
          {...field('title')}
          label="Pour quoi cherche-t-on une date ?"
          hint="Ce sera le titre du rendez-vous : « Réunion des employeurs »."
          required
          maxlength={200}
        />
        <TextArea {...field('words')} label="Quelques mots" rows={3} limit={2000} />
        <Fieldset legend="Dates proposées" name="slots" error={errors['slots']}>
          {Array.from({ length: rows }, (_, row) => (
            <>
              <FieldRow>
                <DateField {...field(`slot-${row}-on`)} label={`Jour ${row + 1}`} min={today} />
                <TextField {...field(`slot-${row}-at`)} label={`Heure ${row + 1}`} type="time" size="short" />
                <TextField
                  {...field(`slot-${row}-minutes`)}
                  label={`Durée ${row + 1} (minutes)`}
                  inputmode="numeric"
                  size="short"
                  placeholder={usualMinutes}
                />
              </FieldRow>
              {around.get(row) && <p class="facts">{capitalised(around.get(row) ?? '')}</p>}
            </>
          ))}
          <p class="actions">
            <Button kind="ghost" small icon="calendar" name="act" value="regarder" formnovalidate>
              Voir ce qui tombe ces jours-là
            </Button>
          </p>
        </Fieldset>
        <TextArea
          {...field('hosts')}
          label="Lieux au choix"
          hint="Un par ligne, facultatif. Celui qui a accueilli il y a le plus longtemps vous sera montré en premier."
          rows={3}
        />
        <Checkbox name="asksHosts" label="Demander qui peut accueillir" checked={values['asksHosts'] === 'oui'} />
        <RadioGroup
          name="shownTo"
          label="Qui voit les réponses ?"
          value={values['shownTo']}
          choices={[
            {
              value: 'everyone',
              label: 'Toutes les personnes qui ont le lien',
              hint: 'Les noms et les réponses, jamais les adresses.',
            },
            { value: 'counts', label: 'Les nombres seulement', hint: 'Combien de oui à chaque date, sans les noms.' },
            { value: 'team', label: 'L’équipe seule' },
          ]}
        />
        <DateField {...field('closesOn')} label="Dernier jour pour répondre" hint="Facultatif." min={today} />
        <SubmitBar
          label={sheet ? 'Enregistrer' : 'Ouvrir le sondage'}
          cancelHref={sheet ? pollOffice.poll(sheet.poll.id) : pollOffice.list}
        />
      </Form>
    ),
  });
}
