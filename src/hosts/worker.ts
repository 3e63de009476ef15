import { parentPort } from 'node:worker_threads'
import { taskFunctions } from '../workbench/tasks'
import { newId } from './ids'
import { sha256 } from './sha256'
import { serveTasks } from './worker-port'

if (!parentPort) throw new Error('this file is for a worker thread')
serveTasks(parentPort, taskFunctions(sha256, newId))
