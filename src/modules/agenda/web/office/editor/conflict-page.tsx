import type { Exchange, SentForm } from '#platform/http/exchange.ts';
import { formKeyField } from '#platform/http/sent-form.ts';
import { textOfHtml } from '#platform/rich-text/index.ts';
import { Button } from '#ui/components/button.tsx';
import { Notice } from '#ui/components/notice.tsx';
import { RadioGroup } from '#ui/fields/checkbox.tsx';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { attendanceFacts, eventStateFacts } from '../../../domain/event-states.ts';
import { eventTypeFacts } from '../../../domain/event-types.ts';
import { ruleInFrench } from '../../../domain/rule-in-french.ts';
import type { EventAct } from '../../../commands/save-event.ts';
import { eventFields, type EventFields } from '../../../event/agenda-event.ts';
import { officePaths } from '../../../paths.ts';
import type { AgendaDependencies } from '../../../ports.ts';
import { venueOf, venueWords } from '../../../queries/office/venue-choices.ts';
import type { StoredEvent } from '../../../queries/stored-event.ts';
import { organizerNames } from './organizer-names.ts';
import { partsThatDiffer, type Part } from './parts-of-event.ts';

interface Conflict {
  readonly stored: StoredEvent;
  readonly mine: EventFields;
  readonly theirs: EventFields;
  readonly version: number;
  readonly base: string;
  readonly act: EventAct;
}

const partLabels: Readonly<Record<Part, string>> = {
  title: 'Titre',
  type: 'Genre',
  when: 'Quand',
  where: 'Où',
  who: 'Qui organise',
  brief: 'En deux phrases',
  body: 'Texte',
  photo: 'Photo',
  price: 'Prix',
  readers: 'Pour qui, sur quoi',
  files: 'Documents',
  contact: 'À qui s’adresser',
  state: 'Où il en est',
};

/** Two people wrote in the same event: both versions of each part, to choose from. Nothing typed is lost. */
export async function conflictPage(
  exchange: Exchange,
  deps: AgendaDependencies,
  { stored, mine, theirs, version, base, act }: Conflict,
): Promise<Response> {
  const asked = partsThatDiffer(base, mine, theirs);
  const [own, other] = await Promise.all([inWords(exchange, deps, mine), inWords(exchange, deps, theirs)]);
  return exchange.page({
    title: 'Deux versions du même rendez-vous',
    layout: 'office',
    status: 409,
    section: officePaths.list,
    header: {
      trail: [
        { label: 'Agenda', href: officePaths.list },
        { label: stored.fields.title, href: officePaths.event(stored.id) },
      ],
    },
    content: (
      <Form
        class="conflict"
        action={officePaths.event(stored.id)}
        hidden={{
          [formKeyField]: exchange.formKey,
          version: String(version),
          base,
          // Whole, as it was understood.
          mine: JSON.stringify(mine),
        }}
      >
        <Notice state="warning" title="Quelqu’un a modifié ce rendez-vous pendant que vous écriviez">
          <p>
            {asked.length > 0
              ? 'Pour chaque partie, choisissez la version à garder. Ce que vous n’avez pas touché garde les mots de l’autre personne.'
              : 'Vous n’avez pas touché aux mêmes parties : vos changements et les siens vont ensemble.'}
          </p>
        </Notice>
        {asked.map((part) => (
          <RadioGroup
            name={`garder.${part}`}
            label={partLabels[part]}
            value="mienne"
            choices={[
              { value: 'mienne', label: 'Votre version', hint: own[part] || '(vide)' },
              { value: 'autre', label: 'La version enregistrée entre-temps', hint: other[part] || '(vide)' },
            ]}
          />
        ))}
        <SubmitBar
          label="Garder ces choix"
          cancelHref={officePaths.event(stored.id)}
          cancelLabel="Abandonner mes changements"
        >
          {act === 'publish' && stored.status !== 'published' && (
            <Button kind="ghost" name="act" value="publish">
              Garder ces choix et publier
            </Button>
          )}
        </SubmitBar>
      </Form>
    ),
  });
}

/** The parts for which the editor kept the other one's words. */
export function keptTheirs(form: SentForm): ReadonlySet<string> {
  const kept = Object.entries(form.values).filter(([name, value]) => name.startsWith('garder.') && value === 'autre');
  return new Set(kept.map(([name]) => name.slice('garder.'.length)));
}

/** The event as this editor typed it, sent back by the page of two versions. */
export function readMine(form: SentForm): EventFields | null {
  try {
    const parsed = eventFields.safeParse(JSON.parse(form.values['mine'] ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function inWords(
  exchange: Exchange,
  deps: AgendaDependencies,
  fields: EventFields,
): Promise<Readonly<Record<Part, string>>> {
  const { ctx } = exchange;
  const [venue, organizers] = await Promise.all([
    fields.venueId ? venueOf(ctx.db, fields.venueId) : null,
    organizerNames(ctx, deps, fields.organizers),
  ]);
  const lines = (...words: (string | null | false)[]) => words.filter(Boolean).join(', ');
  const { startsOn, startsAt, endsOn, endsAt, rule, alsoOn } = fields;
  const doors = fields.audiences.length === 0 ? [] : await deps.audiences(ctx);
  return {
    title: fields.title,
    type: eventTypeFacts[fields.type].label,
    when: lines(
      startsOn,
      startsAt && `de ${startsAt}`,
      endsAt && `à ${endsAt}`,
      endsOn && `jusqu’au ${endsOn}`,
      rule && ruleInFrench(rule, Temporal.PlainDate.from(startsOn)),
      ...alsoOn.map(({ on }) => on),
    ),
    where: lines(
      attendanceFacts[fields.attendance].label,
      venue && venueWords(venue),
      fields.placeNote,
      fields.onlineLink,
    ),
    who: lines(fields.isOwn && 'le pôle', ...organizers),
    brief: fields.brief,
    body: textOfHtml(fields.body),
    photo: fields.imageId === null ? '' : fields.imageAlternative || 'une photo',
    price: lines(fields.isFree && 'gratuit', fields.conditions, fields.registrationUrl),
    readers: lines(
      ...fields.audiences.map((tag) => doors.find((door) => door.tag === tag)?.label ?? tag),
      fields.themes.length > 0 && `${fields.themes.length} domaine(s)`,
    ),
    files: fields.files.length === 0 ? '' : String(fields.files.length),
    contact: lines(fields.contactName, fields.contactPhone, fields.contactEmail),
    state: lines(eventStateFacts[fields.state].label, fields.stateNote),
  };
}
