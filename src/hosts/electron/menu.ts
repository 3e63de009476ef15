import { Menu, app } from 'electron'
import { type Command, commandsFor } from '../../api/commands'
import type { Params } from '../../api/contract'
import type { Codebook } from '../../core/codebook/codebook'
import { type MenuCommand, menuTemplate } from './menu-template'

type Standing = Params<'host.menu'>['commands'][number]

/** The application's menu. What a person chooses there is told to the window, which does it. */
export class ApplicationMenu {
  readonly #commands: readonly Command[]
  readonly #invoke: (id: string) => void
  #shown: readonly MenuCommand[] = []

  constructor(codebook: Codebook, invoke: (id: string) => void) {
    this.#commands = commandsFor(codebook)
    this.#invoke = invoke
    this.show([])
  }

  /** Shows names that change and what cannot be done now; commands that are not named are as usual. */
  show(standings: readonly Standing[]): void {
    const byId = new Map(standings.map((standing) => [standing.id, standing]))
    const next = this.#commands.map((command): MenuCommand => {
      const { name = command.name, enabled = true } = byId.get(command.id) ?? {}
      return { ...command, name, enabled }
    })
    const before = this.#shown
    this.#shown = next
    const renamed = next.some(({ name }, k) => name !== before[k]?.name)
    if (renamed) this.#build()
    else this.#enable()
  }

  #build(): void {
    const template = menuTemplate(this.#shown, {
      name: app.name,
      platform: process.platform,
      developing: !app.isPackaged,
      invoke: this.#invoke,
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  // Names of a menu cannot be changed once it is built, but this can.
  #enable(): void {
    const menu = Menu.getApplicationMenu()
    for (const { id, enabled } of this.#shown) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = enabled
    }
  }
}
