import { createHash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { taskFunctions } from '../workbench/tasks'
import { serveTasks } from './worker-port'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

if (!parentPort) throw new Error('this file is for a worker thread')
serveTasks(parentPort, taskFunctions(sha256))
