import type { Context } from '#platform/context/context.ts';
import type { Ports } from '#platform/context/ports.ts';

/** A page that shows a photo, or a draft that will. */
export interface PhotoUse {
  readonly imageId: string;
  /** « Fiche des Jardins du Semnon », « Actualité : … ». */
  readonly label: string;
  /** Where whoever keeps the bank can change it. */
  readonly href: string;
  /** False for a draft, a thing in the trash: nobody sees the photo there. */
  readonly isPublic: boolean;
}

/** What the photo bank needs from the application. */
export interface PhotosDependencies {
  readonly ports: Pick<Ports, 'files' | 'images'>;
  /** Public address of a hub's site, without a final slash: written in mails. */
  readonly originOf: (hubId: string) => Promise<string>;
  readonly hubName: (hubId: string) => Promise<string>;
  /** Where these photos are used, by all modules. */
  readonly uses: (ctx: Context, imageIds: readonly string[]) => Promise<PhotoUse[]>;
}
