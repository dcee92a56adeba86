import type { TableLimits } from './limits.ts';

export type TableRefusal =
  | 'empty'
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_deep'
  | 'too_complex'
  | 'archive_bomb'
  | 'unreadable_archive'
  | 'encrypted'
  | 'unsupported_format'
  | 'broken_json'
  | 'no_records';

const megabytes = (bytes: number) => `${Math.round(bytes / 1_048_576)} Mo`;
const thousands = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');

const sentences: Record<TableRefusal, (limits: TableLimits) => string> = {
  empty: () => 'Ce fichier est vide.',
  too_large: (limits) =>
    `Ce fichier est trop lourd : la limite est de ${megabytes(limits.bytes)}. Retirez les colonnes inutiles ou découpez-le en plusieurs fichiers.`,
  too_many_rows: (limits) =>
    `Ce fichier compte plus de ${thousands(limits.rows)} lignes. Découpez-le en plusieurs fichiers.`,
  too_many_columns: (limits) =>
    `Ce fichier compte plus de ${limits.columns} colonnes. Gardez seulement celles qui décrivent les structures.`,
  too_deep: (limits) => `Ce fichier est imbriqué sur plus de ${limits.depth} niveaux : nous ne savons pas le lire.`,
  too_complex: () => 'Ce fichier contient trop de valeurs pour être lu d’un coup. Découpez-le en plusieurs fichiers.',
  archive_bomb: () =>
    'Ce classeur se déplie bien au-delà d’une taille normale. Par prudence, nous ne l’ouvrons pas : enregistrez-le au format CSV et réessayez.',
  unreadable_archive: () =>
    'Ce classeur est abîmé ou incomplet. Ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis réessayez.',
  encrypted: () => 'Ce classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis réessayez.',
  unsupported_format: () =>
    'Nous ne reconnaissons pas ce format. Enregistrez votre fichier en CSV ou en XLSX, puis réessayez.',
  broken_json: () => 'Ce fichier JSON est mal formé ou coupé en chemin : nous n’avons pas pu le lire jusqu’au bout.',
  no_records: () => 'Nous n’avons trouvé aucun tableau dans ce fichier.',
};

/** The only error `readTable` throws on bad input: a reason code for programs, a French sentence for people. */
export class TableRefused extends Error {
  readonly reason: TableRefusal;

  constructor(reason: TableRefusal, limits: TableLimits) {
    super(
      sentences[reason](limits).replace(/ ([:;!?])/g, (_, mark: string) =>
        mark === ':' ? '\u00a0:' : `\u202f${mark}`,
      ),
    );
    this.name = 'TableRefused';
    this.reason = reason;
  }
}
