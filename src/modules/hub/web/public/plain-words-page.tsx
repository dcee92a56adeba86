import type { Exchange } from '#platform/http/exchange.ts';
import { ButtonLink } from '#ui/components/button.tsx';
import { Card, Cards } from '#ui/components/card.tsx';
import { PageHeader } from '#ui/components/page-header.tsx';
import { CallOut, Section } from '#ui/components/section.tsx';
import { categoryHues, type Category } from '#ui/theme/categories.ts';
import type { HubDependencies } from '../../ports.ts';
import { currentSettings, landOf } from '../hub-look.ts';
import { paths } from '../paths.ts';

const families: readonly { title: string; text: string; category: Category }[] = [
  {
    title: 'L’association',
    text: 'Le club de sport, la crèche parentale, le café du bourg. On s’y met à plusieurs pour un projet, pas pour partager un bénéfice.',
    category: 'leaf',
  },
  {
    title: 'La coopérative',
    text: 'La menuiserie reprise par ses salariés, l’épicerie de ses habitants, le parc solaire citoyen. Une personne, une voix.',
    category: 'sun',
  },
  {
    title: 'La mutuelle',
    text: 'La complémentaire santé, l’assurance. Celles et ceux qu’elle protège en sont aussi les propriétaires.',
    category: 'sky',
  },
  {
    title: 'La fondation',
    text: 'De l’argent mis de côté pour de bon, au service d’une cause : la recherche, la culture, l’aide aux familles.',
    category: 'rose',
  },
  {
    title: 'L’entreprise solidaire',
    text: 'Une société qui a choisi les mêmes règles : une utilité sociale d’abord, des gains remis dans le projet.',
    category: 'coral',
  },
];

const signs = [
  { question: 'On y décide à plusieurs ?', answer: 'Chaque membre a sa voix, quel que soit l’argent apporté.' },
  {
    question: 'Les gains restent dans le projet ?',
    answer: 'Ils servent d’abord à durer, à embaucher, à faire mieux. Personne ne vient se servir.',
  },
  {
    question: 'Le but est utile à d’autres ?',
    answer: 'Se soigner, se loger, manger, travailler, se rencontrer : c’est la raison d’être, pas la vitrine.',
  },
];

/** `/c-est-quoi-l-ess`: what the words mean, in a minute. */
export async function explainInPlainWords(exchange: Exchange, { isServed }: HubDependencies): Promise<Response> {
  const settings = await currentSettings(exchange.ctx);
  const { motif } = landOf(settings);
  return exchange.page({
    title: 'C’est quoi, l’ESS ?',
    description:
      'L’économie sociale et solidaire en une minute : qui en fait, à quoi on la reconnaît, et par où commencer.',
    content: (
      <>
        <PageHeader
          title="C’est quoi, l’ESS ?"
          lead={
            <p>
              Trois lettres pour économie sociale et solidaire. Vous en faites peut-être sans le savoir : acheter son
              pain à la boulangerie coopérative, donner un coup de main au café associatif, c’en est déjà.
            </p>
          }
        />
        <Section title="On la reconnaît à trois questions">
          <div class="prose">
            {signs.map(({ question, answer }) => (
              <div>
                <h3>{question}</h3>
                <p>{answer}</p>
              </div>
            ))}
          </div>
        </Section>
        <Section title="Elle a cinq visages">
          <Cards>
            {families.map(({ title, text, category }) => (
              <Card
                wide
                href={isServed('/annuaire') ? '/annuaire' : paths.contact}
                title={title}
                cover={{ id: `ess ${title}`, hue: categoryHues[category], motif }}
              >
                {text}
              </Card>
            ))}
          </Cards>
        </Section>
        <Section title="Et dans la loi ?">
          <div class="prose">
            <p>
              L’article 1er de la{' '}
              <a href="https://www.legifrance.gouv.fr/loda/id/JORFTEXT000029313296/">
                loi n° 2014-856 du 31 juillet 2014
              </a>{' '}
              dit la même chose en plus long : un but autre que le seul partage des bénéfices, une gouvernance
              démocratique, et des gains consacrés d’abord au maintien ou au développement de l’activité.
            </p>
          </div>
        </Section>
        <CallOut title="Une idée, une question, un doute ?">
          <p>On commence souvent par un café. Racontez-nous où vous en êtes, même si c’est encore flou.</p>
          <p class="actions">
            <ButtonLink kind="dark" href={`${paths.contact}?vous=projet`}>
              Nous écrire
            </ButtonLink>
          </p>
        </CallOut>
      </>
    ),
  });
}
