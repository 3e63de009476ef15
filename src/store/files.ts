/** A file that is open. Positions and sizes are bytes. */
export interface OpenFile {
  /** What lies from `position` on; less than `length` only where the file ends. */
  read(position: number, length: number): Promise<Buffer>
  /** Writes all of `bytes`, or throws. */
  write(bytes: Uint8Array, position: number): Promise<void>
  truncate(size: number): Promise<void>
  /** Resolves when everything written so far would outlast a power cut. */
  sync(): Promise<void>
  /** `linked` is false when the file has been removed or replaced under its name. */
  state(): Promise<{ readonly size: number; readonly linked: boolean }>
  close(): Promise<void>
}

/**
 * The few things that the store does to a disk. Whatever fails throws the system's error with its code; `ENOENT` where
 * something is missing, unless it says otherwise. New files and folders are for their owner alone.
 */
export interface Files {
  /** `change` reads and writes what is there; `new` makes the file and fails with `EEXIST` when there is one. */
  open(path: string, how: 'read' | 'change' | 'new'): Promise<OpenFile>
  /** Gives undefined where there is nothing. */
  kindOf(path: string): Promise<'file' | 'folder' | undefined>
  /** Gives undefined where there is nothing. */
  sizeOf(path: string): Promise<number | undefined>
  /** Names, without their folder, in order. */
  list(folder: string): Promise<string[]>
  makeFolder(path: string): Promise<void>
  /** Replaces what is there under the new name. */
  rename(from: string, to: string): Promise<void>
  /** Gives a file a second name; fails with `EEXIST` when it is taken, and where the disk knows no second names. */
  link(from: string, to: string): Promise<void>
  /** Removes a file or a folder with all that is in it; nothing happens where there is nothing. */
  remove(path: string): Promise<void>
  /** Resolves when the names in a folder would outlast a power cut. */
  syncFolder(path: string): Promise<void>
}
