import type { SegmentCondition } from '#platform/contributions/module.ts';
import type { RouteList } from '#platform/http/exchange.ts';
import { receiveSegment, sendCount, showEditSegment, showNewSegment } from './web/edit-segment.tsx';
import { receiveRemoval, receiveSegmentAct, showSegment } from './web/segment-page.tsx';
import { showSegments } from './web/segments-page.tsx';

/** The pages of segments. */
export function segmentRoutes(routes: RouteList, known: () => readonly SegmentCondition[]): void {
  const staff = ['employee'] as const;
  routes.get('/gestion/segments', staff, showSegments(known));
  routes.get('/gestion/segments/nouveau', staff, showNewSegment(known));
  routes.post('/gestion/segments/nouveau', staff, receiveSegment(known));
  routes.get('/gestion/segments/compte', staff, sendCount(known));
  routes.get('/gestion/segments/:segment', staff, showSegment(known));
  routes.get('/gestion/segments/:segment/modifier', staff, showEditSegment(known));
  routes.post('/gestion/segments/:segment/modifier', staff, receiveSegment(known));
  routes.post('/gestion/segments/:segment/agir', staff, receiveSegmentAct(known));
  routes.post('/gestion/segments/:segment/supprimer', staff, receiveRemoval);
}
