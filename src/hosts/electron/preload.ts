import { contextBridge, ipcRenderer } from 'electron'
import type { Subscribe, Transport } from '../../api/wire'
import { EVENTS, REQUESTS } from './channels'

const request: Transport = (call, params) => ipcRenderer.invoke(REQUESTS, call, params)

const subscribe: Subscribe = (listener) => {
  const hear = (_: unknown, event: string, payload: unknown): void => listener(event, payload)
  ipcRenderer.on(EVENTS, hear)
  return () => void ipcRenderer.off(EVENTS, hear)
}

contextBridge.exposeInMainWorld('assay', { request, subscribe })
