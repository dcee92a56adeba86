/** What is known of a place: its address on one line, and what narrows the search. */
export type PlaceQuery = { text: string; postcode?: string; insee?: string };

/** The best match of a geocoder. */
export type FoundPlace = {
  longitude: number;
  latitude: number;
  /** 0 to 1. */
  score: number;
  /** The score is too low to be trusted without a human. */
  doubtful: boolean;
  precision: 'housenumber' | 'street' | 'locality' | 'municipality';
  label: string;
  postcode: string | undefined;
  /** INSEE code of the municipality. */
  insee: string | undefined;
};

/** Gives points to addresses. Both methods throw `GeocoderUnavailable` when the service cannot answer for now. */
export type Geocoder = {
  readonly search: (query: PlaceQuery) => Promise<FoundPlace | null>;
  /** One answer a query, in the same order; a few large requests instead of many small ones. */
  readonly searchMany: (queries: readonly PlaceQuery[]) => Promise<(FoundPlace | null)[]>;
};

/** When no service is set: nothing is found, nothing is asked of anyone. */
export const noGeocoder: Geocoder = {
  search: () => Promise.resolve(null),
  searchMany: (queries) => Promise.resolve(queries.map(() => null)),
};

/** The service does not answer, or not as expected; trying later may help. */
export class GeocoderUnavailable extends Error {
  override readonly name = 'GeocoderUnavailable';

  constructor(options?: ErrorOptions) {
    super('Le service qui place les adresses sur la carte ne répond pas pour l’instant.', options);
  }
}
