import { kitWords } from '../words/kit-words.ts'
import { LinkButton } from './link-button.tsx'
import { usePage } from './page-context.ts'

interface MenuLink {
  label: string
  href: string
}

interface MoreMenuProps {
  /** the ways of a page that are not its main ones, by what they are for; empty groups are left out */
  groups: readonly { title: string; links: readonly MenuLink[] }[]
}

const FEW = 2

/** Further ways of a page behind one button; opens without script. Two of them or fewer stand as they are. */
export function MoreMenu({ groups }: MoreMenuProps) {
  const words = kitWords[usePage().lang]
  const shown = groups.filter(({ links }) => links.length > 0)
  const links = shown.flatMap((group) => group.links)
  if (links.length <= FEW)
    return (
      <>
        {links.map(({ href, label }) => (
          <LinkButton key={href} href={href}>
            {label}
          </LinkButton>
        ))}
      </>
    )
  return (
    <details class="more-menu" data-menu>
      <summary class="btn btn-outline">{words.menu}</summary>
      <div class="more-menu-panel">
        {shown.map(({ title, links: ways }) => (
          <div key={title}>
            <p class="more-menu-title">{title}</p>
            <ul>
              {ways.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}
