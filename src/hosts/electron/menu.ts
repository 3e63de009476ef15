import { Menu, app } from 'electron'
import { commandsFor } from '../../api/commands'
import type { Codebook } from '../../core/codebook/codebook'
import type { Preferences } from '../../core/preferences'
import { type MenuCommand, menuTemplate } from './menu-template'

/** The application's menu. What a person chooses there is told to the window, which does it. */
export class ApplicationMenu {
  readonly #invoke: (id: string) => void
  #shown: readonly MenuCommand[] = []

  /** Shows every command as usual, until the window has told how things stand. */
  constructor(codebook: Codebook, { keys }: Preferences, invoke: (id: string) => void) {
    this.#invoke = invoke
    this.show(commandsFor(codebook, keys).map((command) => ({ ...command, enabled: true })))
  }

  /** Shows these commands and no others. */
  show(commands: readonly MenuCommand[]): void {
    const before = this.#shown
    this.#shown = commands
    if (looksOf(commands) === looksOf(before)) this.#enable()
    else this.#build()
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

  // Nothing else of a menu can be changed once it is built.
  #enable(): void {
    const menu = Menu.getApplicationMenu()
    for (const { id, enabled } of this.#shown) {
      const item = menu?.getMenuItemById(id)
      if (item) item.enabled = enabled
    }
  }
}

const looksOf = (commands: readonly MenuCommand[]): string =>
  JSON.stringify(commands.map(({ id, name, group, keys }) => [id, name, group, keys[0]]))
