import type { JSX } from 'preact';
import type { Exchange, PageView } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Columns, Panel } from '#ui/components/panel.tsx';
import { askPath, telephoneHref } from '../../../ask-path.ts';
import { actionMoment } from '../../../domain/action-time.ts';
import type { ContentOf } from '../../../content/publication-fields.ts';
import { listPath, officePaths, publicationPath } from '../../../paths.ts';
import type { NamedOrganization, PublishingDependencies } from '../../../ports.ts';
import type { StoredPublication } from '../../../queries/stored-publication.ts';
import { CleanText } from '../../blocks/clean-text.tsx';
import { articleData } from '../item/article-data.ts';
import { ItemBanner, ItemThemes, ShareText, Speaker } from '../item/item-parts.tsx';
import { itemSetting } from '../item/item-setting.ts';
import { calendarOf } from './actions-calendar.ts';
import { partnersOf } from './partners.ts';
import { periodInWords } from './period-in-words.ts';
import { Timeline } from './timeline.tsx';
import { shareImageOf } from '../share-images/share-image-of.ts';

const path = listPath('action');
const momentWords = { running: 'En cours', coming: 'Bientôt', over: 'Terminée' } as const;

/** `/actions/:slug`: what is done, with whom, when, and what it gave. */
export async function actionView(
  exchange: Exchange,
  deps: PublishingDependencies,
  action: StoredPublication<'action'>,
): Promise<PageView> {
  const { ctx, hub } = exchange;
  const { fields, slug } = action;
  const { content } = fields;
  const today = ctx.clock.now().toZonedDateTimeISO(ctx.zone).toPlainDate();
  const moment = actionMoment(content, today);
  const [setting, partners] = await Promise.all([itemSetting(exchange, deps, action), partnersOf(ctx, deps, content)]);
  return {
    title: fields.title,
    description: fields.brief || fields.line,
    canonical: publicationPath('action', slug),
    section: path,
    structuredData: [articleData('Project', action, setting, hub.origin)],
    image: shareImageOf(action),
    edit: { href: officePaths.edit(action.id), label: 'Modifier cette action', roles: ['employee'] },
    mailable: { kind: 'action', id: action.id },
    content: (
      <>
        <ItemBanner publication={action} setting={setting} />
        <PageHeader
          trail={[{ label: 'Actions en cours', href: path }, { label: fields.title }]}
          label={{
            text: `${momentWords[moment]} · ${setting.organization?.name ?? setting.hubName}`,
            own: !setting.organization,
          }}
          title={fields.title}
          facts={periodInWords(content.startsOn, content.endsOn, today)}
          lead={fields.brief ? <p>{fields.brief}</p> : undefined}
        />
        {content.outcome && (
          <section class="word-block tone-leaf outcome">
            <h2>Ce que ça a donné</h2>
            <p>{content.outcome}</p>
          </section>
        )}
        <Columns
          main={
            <div class="sheet">
              <CleanText html={fields.body} />
              <Partners partners={partners} />
              <ItemThemes publication={action} setting={setting} />
              <ShareText publication={action} origin={hub.origin} />
            </div>
          }
          side={
            <>
              <Milestones content={content} slug={slug} today={today} />
              <ActionContact action={action} isOver={moment === 'over'} />
              <Speaker setting={setting} label="Menée par" />
            </>
          }
        />
      </>
    ),
  };
}

interface MilestonesProps {
  readonly content: ContentOf<'action'>;
  readonly slug: string;
  readonly today: Temporal.PlainDate;
}

function Milestones({ content: { milestones }, slug, today }: MilestonesProps): JSX.Element | null {
  if (milestones.every(({ label }) => label === '')) return null;
  return (
    <Panel title="Le calendrier">
      <Timeline milestones={milestones} today={today} />
      {milestones.some(({ on }) => on !== null) && (
        <p class="actions">
          <ButtonLink kind="ghost" small icon="calendar" href={calendarOf(slug)}>
            Dans mon agenda
          </ButtonLink>
        </p>
      )}
    </Panel>
  );
}

function Partners({
  partners,
}: {
  readonly partners: readonly { name: string; organization: NamedOrganization | null }[];
}): JSX.Element | null {
  if (partners.length === 0) return null;
  return (
    <section>
      <h2>Avec</h2>
      <ul class="partner-names">
        {partners.map(({ name, organization }) => (
          <li>{organization ? <a href={organization.path}>{name}</a> : name}</li>
        ))}
      </ul>
    </section>
  );
}

function ActionContact({
  action,
  isOver,
}: {
  readonly action: StoredPublication<'action'>;
  readonly isOver: boolean;
}): JSX.Element {
  const { title, content } = action.fields;
  const ask = askPath({ from: publicationPath('action', action.slug), subject: `Action : ${title}`.slice(0, 110) });
  return (
    <Panel title={isOver ? 'Envie de recommencer ?' : 'Se joindre à nous'}>
      {content.contactName && (
        <p>
          <b>{content.contactName}</b> vous répond.
        </p>
      )}
      <p class="actions">
        <ButtonLink href={ask}>{isOver ? 'En parler' : 'Je veux en être'}</ButtonLink>
        {content.contactPhone && (
          <ButtonLink kind="ghost" icon="phone" href={telephoneHref(content.contactPhone)}>
            {content.contactPhone}
          </ButtonLink>
        )}
      </p>
    </Panel>
  );
}
