import { fieldsOf, type PublicationFields } from './publication-fields.ts';

/** Address of the page about the hub. */
export const aboutSlug = 'le-pole';

const missions =
  '<h3>Relier</h3><p>Faire se rencontrer celles et ceux qui entreprennent autrement, autour d’un petit-déjeuner, d’une visite, d’un chantier.</p><h3>Accompagner</h3><p>Aider une idée à devenir un projet, puis un projet à tenir debout : statuts, premiers emplois, reprise par les salarié·es.</p><h3>Faire savoir</h3><p>Montrer ce qui existe tout près d’ici, et ce que cela change, aux habitant·es comme aux élu·es.</p>';

const doAndDoNot =
  '<h3>Ce que nous faisons</h3><ul><li>Écouter une idée avant qu’elle soit un dossier.</li><li>Mettre en relation des structures, des communes, des habitant·es.</li><li>Former et faire se rencontrer bénévoles, salarié·es, dirigeant·es.</li><li>Porter des actions communes : achats groupés, emplois partagés, temps forts.</li></ul><h3>Ce que nous ne faisons pas</h3><ul><li>Nous ne sommes <strong>ni une chambre consulaire</strong> (commerce, métiers, agriculture), <strong>ni un service de la collectivité</strong> : nous travaillons avec elles.</li><li>Nous n’attribuons pas de subventions et ne tenons pas votre comptabilité.</li><li>Nous ne décidons pas à la place des porteuses et porteurs de projet.</li></ul>';

const governance =
  '<p>Le pôle est à ses membres : associations, coopératives, mutuelles, habitant·es, partenaires publics. Chacun compte pour une voix, et le conseil d’administration est élu parmi eux. C’est ce qui fait sa liberté, et ce qui vous permet d’y prendre part.</p>';

/** What the page about a hub says before its people write their own. */
export function defaultAboutFields(newId: () => string): PublicationFields<'page'> {
  return fieldsOf('page').parse({
    title: 'Le pôle',
    line: 'Qui nous sommes, ce que nous faisons, et ce que nous ne faisons pas.',
    content: {
      blocks: [
        { id: newId(), kind: 'image-text', title: 'Trois missions', html: missions, side: 'right' },
        { id: newId(), kind: 'text', title: 'Pour ne pas se tromper de porte', html: doAndDoNot },
        {
          id: newId(),
          kind: 'cards',
          title: 'Actions en cours',
          source: 'action',
          mode: 'latest',
          count: 3,
          audience: '',
          theme: null,
        },
        { id: newId(), kind: 'image-text', title: 'Qui décide ?', html: governance, side: 'left' },
        { id: newId(), kind: 'team', title: 'L’équipe et le conseil' },
        { id: newId(), kind: 'partners', title: 'Avec eux' },
      ],
    },
  }) as PublicationFields<'page'>;
}
