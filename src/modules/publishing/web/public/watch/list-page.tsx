import type { JSX } from 'preact';
import { capitalised, plural } from '#platform/french/index.ts';
import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { EmptyState } from '#ui/components/empty-state.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { Pagination } from '#ui/components/pagination.tsx';
import { Section } from '#ui/components/section.tsx';
import type { Territory } from '#ui/relief/landscapes.ts';
import { watchTopics } from '../../../content/network.ts';
import { officePaths, proposePath } from '../../../paths.ts';
import { contributors } from '../../../policy.ts';
import type { PublishingDependencies } from '../../../ports.ts';
import { allPublished } from '../../../queries/all-published.ts';
import { watchPath } from '../../../resource-paths.ts';
import { monthInWords } from '../../month-in-words.ts';
import { watchTopicNames } from '../../texts.ts';
import { feedLinks } from '../feeds/feed-links.ts';
import { askedPage, listHref, pageOf } from '../item/list-address.ts';
import { usedThemes } from '../item/used-themes.ts';
import { FilterLinks } from '../resources/resource-filters.tsx';
import { byDay, dayOf } from './read-new-watch.ts';
import { WatchItem } from './watch-item.tsx';

const aPage = 30;

/** Topics as addresses write them. */
const topicSlugs: Readonly<Record<(typeof watchTopics)[number], string>> = {
  legal: 'juridique',
  sector: 'secteur',
  funding: 'financements',
  study: 'etudes',
};

/** `GET /veille`: what changes, month by month, gathered by several people. */
export async function showWatch(exchange: Exchange, deps: PublishingDependencies): Promise<Response> {
  const { ctx } = exchange;
  const [{ land }, lines] = await Promise.all([deps.hubLook(ctx.hubId), allPublished(ctx, deps, 'watch')]);
  const all = byDay(lines, ctx.zone);
  const topic = watchTopics.find((one) => topicSlugs[one] === exchange.query('sujet')) ?? null;
  const sujet = topic ? topicSlugs[topic] : '';
  const theme = (await usedThemes(ctx, deps, all)).find(({ id }) => id === exchange.query('theme'));
  const matching = all.filter(
    ({ content, themes }) => (!topic || content.topic === topic) && (!theme || themes.includes(theme.id)),
  );
  const address = (page: number): string => listHref(watchPath, { sujet, theme: theme?.id, page });
  const { shown, pages, page } = pageOf(matching, askedPage(exchange.query('page')), aPage);
  const months = Map.groupBy(shown, (item) => monthInWords(dayOf(item, ctx.zone), ctx.zone));
  return exchange.page({
    title: topic ? `Veille : ${watchTopicNames[topic].replace(/^Veille /, '')}` : 'Veille',
    description: 'Ce qui change dans l’économie sociale et solidaire : textes, financements, études, avec leur source.',
    canonical: address(page),
    indexed: !theme,
    feeds: feedLinks('watch'),
    section: '/ressources',
    edit: { href: officePaths.listOf('watch'), label: 'Gérer la veille', roles: contributors },
    content: (
      <>
        <PageHeader
          trail={[{ label: 'Ressources', href: '/ressources' }, { label: 'Veille' }]}
          title="Veille"
          lead={<p>Ce qui change, en deux phrases, avec la source. Rassemblé à plusieurs.</p>}
          actions={
            <ButtonLink icon="plus" href={proposePath('watch')}>
              Signaler une information
            </ButtonLink>
          }
        />
        <FilterLinks
          label="Rubrique"
          links={watchTopics.map((one) => ({
            label: watchTopicNames[one],
            count: all.filter(({ content }) => content.topic === one).length,
            href: one === topic ? watchPath : listHref(watchPath, { sujet: topicSlugs[one] }),
            isCurrent: one === topic,
          }))}
        />
        {theme && (
          <p class="result-count">
            <b>{plural(matching.length, 'information')}</b> · {theme.label} · <a href={watchPath}>Toute la veille</a>
          </p>
        )}
        {[...months].map(([month, items]) => (
          <Section title={capitalised(month)} class="watch-month">
            <div class="watch-list">
              {items.map((item) => (
                <WatchItem item={item} zone={ctx.zone} />
              ))}
            </div>
          </Section>
        ))}
        {shown.length === 0 && <NoWatch isNarrowed={topic !== null} land={land} />}
        <Pagination page={page} pages={pages} hrefOf={address} />
        {all.length > 0 && (
          <p class="facts">
            {plural(all.length, 'information')} ·{' '}
            <a href={`${watchPath}.atom`}>Suivre la veille dans un lecteur de flux</a>
          </p>
        )}
      </>
    ),
  });
}

function NoWatch({ isNarrowed, land }: { readonly isNarrowed: boolean; readonly land: Territory }): JSX.Element {
  return (
    <EmptyState
      title={isNarrowed ? 'Rien encore dans cette rubrique' : 'La veille commence avec vous'}
      territory={land}
      actions={
        <>
          <ButtonLink href={proposePath('watch')}>Signaler une information</ButtonLink>
          {isNarrowed && (
            <ButtonLink kind="ghost" href={watchPath}>
              Voir toute la veille
            </ButtonLink>
          )}
        </>
      }
    >
      <p>Un décret, un appel à projets, une étude qui compte ici ? Quatre lignes suffisent.</p>
    </EmptyState>
  );
}
