/** Size that social networks ask of the picture of a link. */
export const shareImageSize = { width: 1200, height: 630 } as const;

/** A colour as SVG writes it. */
type Hex = string;

/** What the picture of a shared link shows. */
export interface ShareImage {
  title: string;
  /** A line over the title: whose it is. */
  label: string;
  hubName: string;
  /** Our own drawing, 1200 × 630, behind everything; seen only where there is no photo. */
  landscape: string;
  /** Our own drawing of the ridge that cuts the lower edge of the photo. */
  edge: string;
  colours: { paper: Hex; ink: Hex; accent: Hex; onLand: Hex };
  photo: SharePhoto | null;
}

/** A picture of the file store, with the point to keep in view in percent. */
export interface SharePhoto {
  bytes: Uint8Array;
  focalX: number;
  focalY: number;
}

/** The same as it goes to the child process. */
export interface SentShareImage extends Omit<ShareImage, 'photo'> {
  photo: { base64: string; focalX: number; focalY: number } | null;
}

export type ShareImageAnswer = { drawn: Uint8Array } | { failed: string };
