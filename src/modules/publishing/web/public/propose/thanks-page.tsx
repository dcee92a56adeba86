import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Banner } from '#ui/components/hero.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { ReliefCover } from '#ui/relief/relief-cover-view.tsx';
import { listPath, proposePath } from '../../../paths.ts';

/** `GET /actualites/proposer/merci` */
export async function thankForProposal(exchange: Exchange): Promise<Response> {
  return exchange.page({
    title: 'Merci',
    indexed: false,
    section: listPath('news'),
    content: (
      <>
        <PageHeader
          title="Merci, c’est bien reçu !"
          lead={
            <p>
              L’équipe relit votre actualité, puis vous écrit. Un mail vous donne le lien pour suivre où elle en est.
            </p>
          }
        />
        <Banner>
          <ReliefCover id="merci actualité" width={1240} height={300} horizon={0.42} />
        </Banner>
        <p class="actions">
          <ButtonLink href={listPath('news')}>Revenir aux actualités</ButtonLink>
          <ButtonLink kind="ghost" href={proposePath('news')}>
            En proposer une autre
          </ButtonLink>
        </p>
      </>
    ),
  });
}
