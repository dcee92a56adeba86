import type { JSX } from 'preact';
import { pageAsked, pagesFor } from '#modules/hub/index.ts';
import type { ContentCard } from '#platform/contributions/module.ts';
import { formatDate } from '#platform/french/index.ts';
import { feedUrls, sendFeed, type FeedFormat } from '#platform/feeds/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { ContentCards } from '#ui/components/content-cards.tsx';
import { DescriptionList } from '#ui/components/description-list.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { PhotoImage } from '#ui/components/photo-image.tsx';
import { photoOf } from '#ui/components/photo-of.ts';
import { categoryHues, categoryOf } from '#ui/theme/categories.ts';
import { kindNames } from '../../domain/mailing-states.ts';
import { subjectNames } from '../../domain/subject-names.ts';
import { archivePath, paths } from '../../paths.ts';
import type { MailingDependencies } from '../../ports.ts';
import { archivedAPage, archivedMailings, type ArchivedLine } from '../../queries/archive.ts';
import { readMailingBySlug, type WrittenItem } from '../../queries/read-mailing.ts';

/** What a mailing is filed under: « Rendez-vous », « Récapitulatif ». */
const filedUnder = ({ kind, subject }: Pick<ArchivedLine, 'kind' | 'subject'>): string =>
  kind === 'single' && subject ? subjectNames[subject] : kindNames[kind];

/** `GET /lettres`: what the hub wrote to its readers. */
export async function showArchive(exchange: Exchange, deps: MailingDependencies): Promise<Response> {
  const page = pageAsked(exchange.query('page'));
  const { rows, count } = await archivedMailings(exchange.ctx.db, {
    limit: archivedAPage,
    offset: (page - 1) * archivedAPage,
  });
  const { zone, name, origin } = exchange.hub;
  const { land } = await deps.hubLook(exchange.hub.id);
  return exchange.page({
    title: 'Lettres passées',
    description: `Ce que ${name} a envoyé à ses lecteurs et lectrices.`,
    feeds: [{ href: `${archivePath}.rss`, type: 'application/rss+xml', title: `Lettres de ${name}` }],
    canonical: origin + archivePath,
    content: (
      <>
        <PageHeader
          title="Lettres passées"
          lead={<p>Une information par message, ou tout en une fois par semaine : vous choisissez.</p>}
          actions={
            <>
              <ButtonLink kind="primary" icon="mail" href="/abonnement">
                S’abonner
              </ButtonLink>
              <ButtonLink kind="ghost" href={`${archivePath}.rss`}>
                Flux RSS
              </ButtonLink>
            </>
          }
        />
        <div class="page-body">
          {rows.length === 0 ? (
            <EmptyState
              title="Aucune lettre pour l’instant"
              actions={<ButtonLink href="/actualites">Lire les actualités</ButtonLink>}
            >
              <p>La première arrivera ici le jour de son envoi.</p>
            </EmptyState>
          ) : (
            <ContentCards cards={rows.map((row) => cardOf(row, zone))} land={land} level={2} />
          )}
          <Pagination
            page={page}
            pages={pagesFor(count, archivedAPage)}
            hrefOf={(at) => (at > 1 ? `${archivePath}?page=${at}` : archivePath)}
          />
        </div>
      </>
    ),
  });
}

function cardOf(row: ArchivedLine, zone: string): ContentCard {
  return {
    id: row.id,
    href: paths.archived(row.slug),
    title: row.title,
    label: filedUnder(row),
    isOwn: row.kind !== 'edition',
    facts: formatDate(row.startedAt, { zone }),
    text: row.preview,
    picture: row.picture && { ...row.picture, alternative: '' },
    hue: categoryHues[categoryOf(row.id)],
  };
}

/** `GET /lettres/:slug`: a message as it was sent, without a word of its readers. */
export async function showArchived(exchange: Exchange): Promise<Response> {
  const mailing = await readMailingBySlug(exchange.ctx.db, exchange.param('slug'));
  const isPublic = mailing?.isArchived && ['sending', 'paused', 'sent'].includes(mailing.state);
  if (!mailing || !isPublic || !mailing.startedAt) return exchange.notFound();
  const items = mailing.items.filter(({ withdrawnAt }) => withdrawnAt === null);
  if (items.length === 0 && mailing.items.length > 0) return exchange.notFound();
  const { zone } = exchange.hub;
  return exchange.page({
    title: mailing.title,
    description: mailing.preview || mailing.introduction.slice(0, 200),
    section: archivePath,
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Lettres passées', href: archivePath }, { label: mailing.title }]}
          title={mailing.title}
          facts={`${filedUnder(mailing)} · ${formatDate(mailing.startedAt, { zone })}`}
        />
        <div class="page-body prose">
          {mailing.introduction.split(/\n{2,}/).map((text) => text.trim() && <p>{text}</p>)}
          {items.map((item) => (
            <ArchivedItem item={item} isOnly={items.length === 1} />
          ))}
          <p>
            <a href="/abonnement">Recevoir les prochaines</a>
          </p>
        </div>
      </>
    ),
  });
}

function ArchivedItem({ item, isOnly }: { readonly item: WrittenItem; readonly isOnly: boolean }): JSX.Element {
  return (
    <section>
      {item.picture && <PhotoImage photo={photoOf(item.picture, '(min-width: 48rem) 40rem, 100vw')} />}
      {!isOnly && (
        <h2>
          {/* What actors write is read here, and nowhere else. */}
          {item.href.startsWith(`${archivePath}/`) ? item.title : <a href={item.href}>{item.title}</a>}
        </h2>
      )}
      {item.byName && !item.isOwn && <p class="facts">Proposé par {item.byName}</p>}
      {item.facts.length > 0 && <DescriptionList rows={item.facts.map(([term, value]) => ({ term, value }))} />}
      <p>{item.words}</p>
      {isOnly && (
        <p>
          <ButtonLink kind="primary" href={item.href}>
            En savoir plus
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

/** `GET /lettres.rss`, `.atom`, `.json` */
export async function sendArchiveFeed(exchange: Exchange, format: FeedFormat): Promise<Response> {
  const { rows } = await archivedMailings(exchange.ctx.db, { limit: 30 });
  const { origin, name } = exchange.hub;
  const updatedAt = rows[0]?.startedAt ?? Temporal.Instant.fromEpochMilliseconds(0);
  return sendFeed(
    exchange,
    {
      title: `Lettres de ${name}`,
      description: `Ce que ${name} a envoyé à ses lecteurs et lectrices.`,
      homeUrl: origin + archivePath,
      urls: feedUrls(origin + archivePath),
      author: name,
      websubHub: null,
      updatedAt,
      items: rows.map((row) => ({
        id: row.id,
        url: origin + paths.archived(row.slug),
        title: row.title,
        summary: row.preview,
        html: '',
        author: name,
        categories: [filedUnder(row)],
        publishedAt: row.startedAt,
        updatedAt: row.startedAt,
        image: null,
      })),
    },
    format,
  );
}
