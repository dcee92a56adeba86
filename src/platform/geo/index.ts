export type { Bounds, Point } from './point.ts';
export { isOnEarth, isWithin, roundedPoint } from './point.ts';
export { isInFrance, isInMainlandFrance } from './france.ts';
export { boundingBox, distanceInKilometres } from './distance.ts';
export { parseCoordinatePair, parseCoordinates } from './parse-coordinates.ts';
export type { CoordinateOrder } from './parse-coordinates.ts';
export { detectCoordinateColumns, readingOfPair, readingOfSingle } from './detect-coordinate-columns.ts';
export type { CoordinateColumns } from './detect-coordinate-columns.ts';
export { project, projectionOfCrs, unproject } from './projections.ts';
export type { Projection } from './projections.ts';
export { cleanInseeCode, cleanPostcode, comparablePlaceName } from './place-names.ts';
export {
  departments,
  epciByCode,
  findMunicipality,
  loadMunicipalities,
  municipalitiesByPostcode,
  municipalitiesOfDepartment,
  municipalitiesOfEpci,
  municipalityByInsee,
  searchEpcis,
  searchMunicipalities,
} from './municipalities.ts';
export type { Department, Epci, FoundMunicipality, Municipality, PlaceHints } from './municipalities.ts';
export { municipalityCentre } from './municipality-centres.ts';
export { departmentOutlines, outlinesFor } from './outlines/outlines-for.ts';
export type { OutlineCollection, OutlineFeature, OutlineProperties } from './outlines/outlines-for.ts';
