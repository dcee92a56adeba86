/** The map's own words. */
export const frenchWords: Readonly<Record<string, string>> = {
  'AttributionControl.ToggleAttribution': 'Sources de la carte',
  'FullscreenControl.Enter': 'Plein écran',
  'FullscreenControl.Exit': 'Quitter le plein écran',
  'Map.Title': 'Carte des structures',
  'Marker.Title': 'Structure',
  'NavigationControl.ZoomIn': 'Rapprocher',
  'NavigationControl.ZoomOut': 'Éloigner',
  'Popup.Close': 'Fermer',
  'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl et molette pour zoomer',
  'CooperativeGesturesHandler.MacHelpText': '⌘ et molette pour zoomer',
  'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte',
};
