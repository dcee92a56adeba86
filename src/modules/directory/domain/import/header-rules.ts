import { comparableText } from '../comparable-text.ts';
import type { LinkKind } from '../organization-draft.ts';
import type { TargetKey } from './column-targets.ts';

/** A header as words: case, accents, underscores and camel case aside. */
export const comparableHeader = (header: string): string =>
  comparableText(
    header
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[°º]/g, ' ')
      .replace(/([a-z])(\d)/gi, '$1 $2'),
  );

export type HeaderRule = {
  readonly pattern: RegExp;
  readonly target: TargetKey | null;
  readonly sure: boolean;
  readonly network?: LinkKind;
};

const body =
  '(?:structure|organisme|organisation|association|asso|etablissement|lieu|acteur|entreprise|equipement|tiers lieu|epn|adherent|membre|site|projet|fiche|service|siae|cooperative|collectif|usuel|complet|officiel|juridique|legal|long|fs|gestionnaire)';
const of = '(?:de (?:la |l )?|du |des |d )?';
const person =
  '(?:contact|responsable|referent|referente|dirigeant|dirigeante|president|presidente|directeur|directrice|representant|interlocuteur|personne|gerant|coordinateur|coordinatrice|conseiller|mediateur)';

const sure = (target: TargetKey | null, pattern: RegExp, network?: LinkKind): HeaderRule => ({
  pattern,
  target,
  sure: true,
  network,
});
const likely = (target: TargetKey | null, pattern: RegExp): HeaderRule => ({ pattern, target, sure: false });

/**
 * Headers met in French and English exports, read in order: GoGoCarto, Transiscope, data-inclusion, lieux de médiation
 * numérique, France services, le marché de l'inclusion, SIRENE, SCDL, YesWiki, HelloAsso, and spreadsheets written by hand.
 */
export const headerRules: readonly HeaderRule[] = [
  // What describes the record or how it was obtained, and not the organization.
  sure(
    null,
    /enrich (?:source|method)|methode jointure|confiance|(?:^| )(?:score|qualite|fiabilite)(?: |$)|^(?:model|status|statut fiche|moderation ?state|is (?:first page|active|published)|est active|ontology)$/,
  ),
  sure(
    null,
    /^(?:created at|created|date creation fiche|date (?:de )?(?:creation|saisie) (?:de la )?fiche|createdat|ca|ca last updated|group count|network count)$|stamps?$|horodateur|^timestamp$/,
  ),
  sure(
    null,
    /^(?:annee effectifs|accessibilite.*|cle ban|cle interop|adr cle interop|address country|pays|country|region|code region|reg|insee reg|address custom fields?.*)$|(?:code|cle) (?:naf|ape)|^(?:naf|ape)$/,
  ),

  // People before organizations: « nom du responsable » is not a name of ours.
  sure('contactEmail', new RegExp(`(?:mail|courriel).*${person}|^${person}.*(?:mail|courriel)`)),
  sure(
    'contactPhone',
    new RegExp(`(?:tel|telephone|portable|mobile|phone).*${person}|^${person}.*(?:tel|telephone|portable|phone)`),
  ),
  sure(
    'contactRole',
    new RegExp(`(?:fonction|role|poste|qualite|statut).*${person}|^${person}.*(?:fonction|role|qualite)|^fonction$`),
  ),
  sure(
    'contactName',
    new RegExp(
      `^(?:nom |prenom |nom prenom |prenom nom |nom et prenom |identite )+${of}${person}|^${person}(?:s)?(?: (?:nom|prenom|name|nom prenom|1|principal|e))*$|^(?:prenom|nom prenom|prenom nom|nom et prenom|first ?name|last ?name)$|^contact nom prenom$`,
    ),
  ),

  // Electronic contacts before addresses: « adresse e-mail », « adresse du site ».
  sure(
    'email',
    /(?:^| )(?:e ?mails?|mails?|courriels?|mel|courrier electronique|adresses? electroniques?|e courriel|messagerie)(?: |$)/,
  ),
  sure('links', /face ?book|(?:^| )fb(?: |$)/, 'facebook'),
  sure('links', /instagram|(?:^| )insta(?: |$)/, 'instagram'),
  sure('links', /linked ?in/, 'linkedin'),
  sure('links', /mastodon/, 'mastodon'),
  sure('links', /you ?tube/, 'youtube'),
  sure('links', /twitter/, 'x'),
  sure('links', /peer ?tube/, 'peertube'),
  sure('links', /hello ?asso/, 'helloasso'),
  sure(
    'links',
    /reseaux? socia|social (?:media|network)|^urls?(?: .*)?s$|^liens?(?: utiles)?$|^autres? (?:liens?|sites?)/,
  ),
  sure(
    'website',
    /(?:^| )(?:site ?(?:web|internet)|sites? (?:web|internet)|website|web ?site|site inter|page web|equip web|homepage|home page|siteweb|adresse (?:du )?site|url (?:du )?site|site)$|^(?:site web|site internet|www|web|lien (?:du |vers le )?site|contact website|url site internet)/,
  ),
  likely('links', /^(?:url|lien|link|lien source|source url|url source|permalien|uri|lien fiche|url fiche)$/),
  sure(
    'phone',
    /(?:^| )(?:tel|tels|telephones?|phones?|telephone fixe|fixe|mobile|portable|gsm|equip tel|numero de tel.*)(?: |$)/,
  ),

  // Identifiers.
  sure('siret', /(?:^| )siret(?: |$)/),
  sure('siren', /(?:^| )siren(?: |$)|^siren$/),
  sure('rna', /(?:^| )rna(?: |$)|^(?:identifiant association|numero waldec|waldec|id association)$/),
  sure('identifier', /^(?:pivot|identifiant pivot|siret ou rna|siren siret|identifiant legal)$/),

  // Place.
  sure('audiences', /^publics? /),
  sure(
    'insee',
    /(?:code|cod|c|id)? ?(?:insee|commune insee|insee com|com insee|depcom|cog|citycode|code commune|codgeo)(?: (?:com|commune|code))?$|^code (?:de la )?commune$|insee (?:com|commune)$/,
  ),
  sure(
    'postcode',
    /(?:^| )(?:code ?postal|postal ?code|postcode|post code|cp|cod post|zip(?: ?code)?|zipcode|codepostal|code postal structure|adr codepostal)(?: |$)/,
  ),
  sure('department', /^(?:(?:code |num(?:ero)? |n )?(?:departement|department|dep|dept|dpt)(?: code)?|insee dep)$/),
  sure(
    'city',
    /^(?:.* )?(?:ville|communes?|city|localite|locality|lib com|libelle commune|nom (?:de la )?commune|address locality|adr commune|town|municipalite|bf ville|lib commune)(?: (?:nom|name|structure|siege|d implantation))?$/,
  ),
  sure('streetNumber', /^(?:num(?:ero)?|n) (?:de )?(?:la )?(?:voie|rue)$|^house ?number$|^adr numero$|^numero$/),
  sure(
    'addressComplement',
    /compl(?:ement|t|)(?: d)? ?(?:adresse|adr|address)|complement|(?:adresse|address|adr) ?(?:2|3|ligne 2|line 2|compl(?!et).*|suite)$|^(?:batiment|lieu dit|user quart|quartier|etage|residence)$/,
  ),
  sure(
    'street',
    /^(?:.* )?(?:adresses?|address|street ?address|street|rue|voie|nom (?:de )?voie|libelle voie|adr nomvoie|user adres|adr|adresse ?1|adresse postale|adresse complete|custom formated address|adresse (?:de la |du )?\w+|address (?:line )?1|bf adresse|adresse1)$/,
  ),
  likely('street', /(?:^| )adresse(?: |$)|^bf adresse/),

  // Hours: columns of one day are recognised before these rules.
  sure('openingHours', /horaires?|open ?(?:ing)? ?hours?|ouverture|opening|heures d ouverture|jours? et heures?/),

  // Keys and dates of the source.
  sure(
    'sourceKey',
    /^(?:id|pk|uid|uuid|identifiant|id fiche|id fs|id structure|structure id|typo uid|object ?id|record ?id|feature id|ref|reference|code (?:structure|acteur)|external id|id externe|equip uid|element id|gid|fid|identifiant unique|source id|n fiche|id source)$/,
  ),
  likely('sourceKey', /^(?:slug|code|cle|key|numero fiche)$|^id /),
  sure(
    'sourceUpdatedAt',
    /^(?:date (?:de )?(?:la )?(?:derniere )?(?:maj|mise a jour|modif(?:ication)?)(?: fiche)?|maj|updated ?at|updated|last ?(?:modified|update)|date maj|date maj fiche|derniere (?:maj|modification|mise a jour)|modifie le|mise a jour|modified)$/,
  ),
  sure(
    'yearFounded',
    /^(?:(?:annee|date) (?:de )?(?:la )?(?:creation|fondation|naissance|constitution|declaration)(?: (?:de la structure|asso(?:ciation)?|unite legale))?|date creation(?: unite legale)?|year founded|founded|creation|cree en|annee creation|founding ?date)$/,
  ),

  // Who they are.
  sure(
    'member',
    /^(?:adherente?s?|membres?|member|est (?:adherent|membre)|adhesion|a jour (?:de )?cotisation|membre du pole|adherent (?:du|au) pole|adherente? (?:oui non|o n))(?: .*)?$/,
  ),
  sure(
    'shortName',
    /^(?:brand|enseigne|sigle|acronyme?|nom (?:court|commercial|usage|d usage|usuel)|short ?name|name ?short|alternate ?name|abreviation|marque)$/,
  ),
  sure(
    'legalForm',
    /(?:forme|statut|categorie|nature) (?:juridique|legale?)|legal ?form|^(?:typologies?|kind|statut|famille ess|forme|type (?:de |d )?(?:structure|organisme|organisation|acteur|lieu|etablissement)|juridique|type structure|categorie juridique unite legale)$/,
  ),
  likely('legalForm', /^(?:type|types|nature|categorie structure)$/),
  sure('level', /^(?:niveau|echelon|level)$/),
  sure(
    'staff',
    /effectifs?(?: |$)|nombre (?:de )?(?:salaries|employes)|(?:^| )(?:salaries|employees|etp|staff|tranche effectifs?)(?: |$)/,
  ),
  sure(
    'mission',
    /^(?:mission|missions|resume|summary|accroche|presentation (?:resume|courte)|description courte|objet(?: social)?|slogan|short description|baseline|en une phrase|chapo)$/,
  ),
  sure(
    'description',
    /(?:^| )(?:descriptions?|description more|presentation|presentation detail|about|a propos|details?|texte|contenu|content|commentaires?|remarques?|observations?|informations? complementaires?|bf description|notes?|commitment|engagements?)(?: |$)/,
  ),
  sure(
    'needs',
    /^(?:besoins?|needs?|recherche|je (?:re)?cherche|demandes?|ce que (?:nous|vous) (?:re)?cherch.*)$|besoins/,
  ),
  sure('skills', /competences?|savoir faire|skills?|expertises?/),
  sure('means', /^(?:moyens|materiels?|equipements?|salles?|locaux|ressources|means)(?: .*)?$|mis a disposition/),
  sure(
    'audiences',
    /^(?:public|publics?|beneficiaires?|audiences?|types? de publics?|publics? (?:cibles?|accueillis?|specifiquement adresses|vises?|accompagnes?)|population|target audience)(?: .*)?$/,
  ),
  sure('supports', /accompagne(?:ment)?s? (?:de|des|propose)|^accompagne$/),
  sure(
    'offers',
    /^(?:offres?|services?|prestations?|offers?|activites? proposees?|ateliers?|produits?|savoir faire|propose|je propose|services? proposes?|prestations? proposees?|ce que .* propose.*)$/,
  ),
  sure(
    'themes',
    /(?:^| )(?:thematiques?|themes?|categories|categorie|taxonomy|taxonomie|domaines?(?: d (?:activites?|intervention|action))?|secteurs?(?: d activites?)?|activites?(?: principales?)?|tags?(?: \d+| numerique)?|mots? cles?|keywords?|filieres?|champs? d (?:action|activite)|rubriques?|options?|equip theme|poles?|secteur activite)(?: \d+)?$/,
  ),
  sure('inspiringPlace', /lieux? inspirants?|inspiring/),
  sure('supportActor', /acteurs? (?:de l )?(?:accompagnement|appui)|support actor|structure d appui/),
  sure('photoCredit', /credits? ?(?:photos?|images?)|copyright|photographe/),
  sure(
    'photos',
    /^(?:photos?|images?|logos?|visuels?|illustrations?|pictures?|image url|url (?:de l )?(?:image|photo|logo)|bf image|vignette)(?: \d+| url)?$/,
  ),
  sure(
    'coordinates',
    /^(?:coords?|coordonnees?(?: gps| geographiques| geo)?|geo ?(?:point|loc|localisation|location|m|metry|json|shape)?(?: 2 ?d)?|point ?geo|gps|wkt(?: geom)?|the geom|lat ?(?:lon|lng|long)|latitude longitude|position|localisation|geopoint|location|point|geocodage|xy)$/,
  ),

  // Names last: nearly anything may be called a name.
  sure(
    'name',
    new RegExp(
      `^(?:nom|name|title|titre|denomination|raison sociale|nom ou raison sociale|libelle|lib fs|bf titre|equip nom|user nom|structures?|organi[sz]ations?|organismes?|associations?|etablissements?|entreprises?|acteurs?|nom ${of}${body}.*|${body} nom|denomination (?:sociale|unite legale|usuelle.*|de .*)|intitule|label|nom raison sociale|nom complet|raisonsociale|legal ?name|nom lieu|lieu|adherents? nom|tiers lieux?|collectifs?|ressourceries?|nom tiers lieu|nom usager)$`,
    ),
  ),
  likely('name', /^(?:denomination|raison sociale|nom structure|libelle|lib)(?: |$)/),
  likely('name', /^nom(?: |$)/),
];

export const ruleOfHeader = (header: string): HeaderRule | undefined => {
  const full = comparableHeader(header);
  const whole = headerRules.find(({ pattern }) => pattern.test(full));
  if (whole || !/[./]/.test(header)) return whole;
  // A path inside a nested record: its last step alone.
  const last = comparableHeader(header.split(/[./]/).at(-1) ?? '');
  return headerRules.find(({ pattern }) => pattern.test(last));
};
