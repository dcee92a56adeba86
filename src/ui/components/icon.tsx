import type { JSX } from 'preact';

// Drawn on a 24 × 24 grid with a 2.2 stroke and round ends, to sit beside Bricolage Grotesque.
const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L21 21',
  menu: 'M4 7h16M4 12h16M4 17h10',
  close: 'M6 6l12 12M18 6 6 18',
  map: 'M9 4 3 6.5V20l6-2.5 6 2.5 6-2.5V4l-6 2.5L9 4Zm0 0v13.5M15 6.5V20',
  list: 'M9 6h12M9 12h12M9 18h12M4 6h.01M4 12h.01M4 18h.01',
  pin: 'M12 21c-4.5-5-7-8.3-7-11.5a7 7 0 0 1 14 0C19 12.7 16.5 16 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  phone: 'M5 4h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4c-8 2-17-7-15-15Z',
  mail: 'M3.5 6h17v12h-17V6Zm0 1 8.5 6.5L20.5 7',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3 12h18M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3.5 2',
  check: 'm4.5 12.5 5 5 10-11',
  warning: 'M12 4 2.5 20h19L12 4Zm0 6v4.5m0 2.5v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 8v6m0-9.5v.01',
  edit: 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19 4 20ZM14 6.5l3.5 3.5',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5m4-5v5',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9',
  download: 'M12 4v11m-4.5-4L12 15.5 16.5 11M4 20h16',
  upload: 'M12 16V5M7.5 9 12 4.5 16.5 9M4 20h16',
  plus: 'M12 5v14M5 12h14',
  'arrow-left': 'M20 12H4.5M11 5l-7 7 7 7',
  'arrow-right': 'M4 12h15.5M13 5l7 7-7 7',
  'arrow-up': 'M12 20V4.5M5 11l7-7 7 7',
  'arrow-down': 'M12 4v15.5M5 13l7 7 7-7',
  'chevron-down': 'm5 9 7 7 7-7',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  users:
    'M9 12a3.7 3.7 0 1 0 0-7.4A3.7 3.7 0 0 0 9 12Zm-6.5 8c.3-3.5 3-5.5 6.5-5.5s6.2 2 6.5 5.5M16 5a3.5 3.5 0 0 1 0 7m2 2.8c2 .7 3.3 2.5 3.5 5.2',
  settings:
    'M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Zm-7 10a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  eye: 'M2.5 12c4.5-7.5 14.5-7.5 19 0-4.5 7.5-14.5 7.5-19 0Zm9.5 2.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  merge: 'M6 4v4c0 4 6 4 6 9v3M18 4v4c0 4-6 4-6 9m-3.5 0L12 20.5l3.5-3.5',
  history: 'M4 5v5h5M4.5 10A8 8 0 1 1 4 13m8-5v5l3 2',
  filter: 'M4 6h16M7 12h10m-7 6h4',
  sort: 'M8 5v14m-3.5-4L8 19l3.5-4M16 19V5m-3.5 4L16 5l3.5 4',
  image: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 2.5-2.5L20 17M15.5 9v.01',
  calendar: 'M4 6h16v14H4V6Zm0 4.5h16M8 3.5V7m8-3.5V7',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4.2 4.2 0 0 0-6-6l-1 1m2 3.5a4 4 0 0 0-6-.5l-3 3a4.2 4.2 0 0 0 6 6l1-1',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9.5 9.5',
  lock: 'M5.5 11h13v9h-13v-9ZM8 11V8a4 4 0 0 1 8 0v3m-4 3.5v2',
  key: 'M8 20a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.2-7.7L20 3.5M16 7.5l3 3',
  copy: 'M9 9h11v11H9V9Zm-4 6H4V4h11v1',
  play: 'M7 4.5v15l12.5-7.5L7 4.5Z',
  send: 'M3.5 12 21 4l-5.5 16.5-4-7L3.5 12Zm8 1.5L21 4',
} as const;

export type IconName = keyof typeof paths;

export const iconNames = Object.keys(paths) as readonly IconName[];

export interface IconProps {
  readonly name: IconName;
  /** Says the icon to assistive technology. Leave out when words beside it say the same. */
  readonly label?: string;
}

/** One of our own drawings, as tall as the text beside it, in its colour. */
export function Icon({ name, label }: IconProps): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
