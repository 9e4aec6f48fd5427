/** Line drawings on a 24 × 24 grid. They only accompany words and are silent for screen readers. */
const PATHS = {
  today: 'M4 6.5h2M4 12h2M4 17.5h2M9.5 6.5H20M9.5 12H20M9.5 17.5H20',
  plan: 'M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7',
  meeting:
    'M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3 19.5c0-3 2.6-5 6-5s6 2 6 5M16.5 11a2.6 2.6 0 1 0-1.2-5M17.5 14.6c2.2.5 3.6 2.3 3.6 4.9',
  petition: 'M4 5h16v11.5H11L6.5 20v-3.5H4zM8 9.2h8M8 12.4h5',
  report: 'M4.5 20V4.5M4.5 20H20M9 16.5v-5M13 16.5V7.5M17 16.5v-7',
  supervision:
    'M2.5 12S6 5.8 12 5.8 21.5 12 21.5 12 18 18.2 12 18.2 2.5 12 2.5 12ZM12 14.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  dossier: 'M3.5 6.5h6l2 2.5h9v10.5h-17z',
  admin:
    'M5 7h8M17 7h2M5 12h2M11 12h8M5 17h8M17 17h2M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM15 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  search: 'M10.8 17.2a6.4 6.4 0 1 0 0-12.8 6.4 6.4 0 0 0 0 12.8ZM15.5 15.5 20 20',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  user: 'M12 11.8a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.6ZM4.5 20c.4-3.6 3.4-5.7 7.5-5.7s7.1 2.1 7.5 5.7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  check: 'm5 12.5 4.7 4.7L19 7.5',
  alert: 'M12 4 2.8 19.8h18.4zM12 10v4.5M12 17v.3',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3 2',
  circle: 'M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
  dot: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Z',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 11v5.5M12 7.8v.3',
  minus: 'M6 12h12',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  up: 'M12 19V5.5M6.5 11 12 5.5 17.5 11',
  down: 'M12 5v13.5M6.5 13 12 18.5 17.5 13',
  sort: 'M8.5 9.5 12 6l3.5 3.5M8.5 14.5 12 18l3.5-3.5',
  chevron: 'm9 6 6 6-6 6',
  print: 'M7 9V4h10v5M7 17H4V9.5h16V17h-3M7 14h10v6H7z',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  pen: 'm5 19 .8-4L16 4.8l3.2 3.2L9 18.2zM13.5 7.3l3.2 3.2',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const

export type IconName = keyof typeof PATHS

/** A silent line drawing; say the word beside it. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg class={large ? 'icon icon-large' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
