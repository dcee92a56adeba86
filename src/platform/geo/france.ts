import { isWithin } from './point.ts';
import type { Bounds, Point } from './point.ts';

const mainland: Bounds = [-5.6, 41.2, 9.8, 51.3];

const overseas: readonly Bounds[] = [
  [-63.3, 14.2, -60.7, 18.3], // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  [-54.8, 2, -51.4, 6], // Guyane
  [55.1, -21.5, 56, -20.7], // La Réunion
  [44.9, -13.1, 45.4, -12.5], // Mayotte
  [-56.6, 46.6, -56, 47.3], // Saint-Pierre-et-Miquelon
  [158, -23.5, 172.5, -18], // Nouvelle-Calédonie
  [-155.5, -28.5, -134, -7.5], // Polynésie française
  [-178.5, -14.6, -175.8, -13], // Wallis-et-Futuna
];

export const isInMainlandFrance = (point: Point): boolean => isWithin(point, mainland);

export const isInFrance = (point: Point): boolean =>
  isInMainlandFrance(point) || overseas.some((bounds) => isWithin(point, bounds));
