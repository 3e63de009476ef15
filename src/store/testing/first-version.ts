/** A workspace just as version 0.1 wrote it, file by file: never to be changed. */
export const firstVersion: Readonly<Record<string, string>> = {
  'workspace.json': JSON.stringify(
    {
      schema: 'assay/workspace',
      migrations: [],
      id: 'workspace-3',
      people: [{ id: 'person-ada', name: 'Ada' }],
      codebook: {
        id: 'assay-news',
        name: 'Claims, sources and figures',
        version: 1,
        tags: [
          {
            id: 'claim',
            name: 'Claim',
            key: 'c',
            colour: '#0072b2',
            underline: 'solid',
            glyph: '❝',
            description: 'A statement that can be true or false, or that forecasts, judges or announces.',
          },
          {
            id: 'source',
            name: 'Source',
            key: 's',
            colour: '#d55e00',
            underline: 'dotted',
            glyph: '◆',
            description:
              'Who or what a claim is attributed to: a person, an institution, a document, a medium.',
          },
          {
            id: 'figure',
            name: 'Figure',
            key: 'f',
            colour: '#009e73',
            underline: 'double',
            glyph: '#',
            description: 'A number with its unit and qualifier: a share, a sum, a count, a date, a duration.',
          },
        ],
        links: [
          { id: 'attributed-to', name: 'attributed to', from: ['claim'], to: ['source'] },
          { id: 'quantified-by', name: 'quantified by', from: ['claim'], to: ['figure'] },
          { id: 'supports', name: 'supports', from: ['claim'], to: ['claim'] },
          { id: 'contradicts', name: 'contradicts', from: ['claim'], to: ['claim'] },
          { id: 'same-as', name: 'same as', from: ['claim', 'source'], to: ['claim', 'source'] },
        ],
      },
      documents: [
        {
          id: 'doc-1',
          title: 'Fares rise',
          length: 44,
          counts: { claim: 1, source: 1 },
          imported: '2026-01-05T09:00:00.000Z',
          changed: '2026-01-05T09:00:06.000Z',
          hash: '0000000000000000000000000000000000000000000000000000000000000000',
          revision: 4,
          journal: 2157,
        },
      ],
    },
    null,
    2,
  ),
  'preferences.json': JSON.stringify(
    {
      schema: 'assay/preferences',
      migrations: [],
      theme: 'system',
      libraryWidth: 280,
      annotationsWidth: 340,
      libraryShown: true,
      annotationsShown: true,
      textSize: 22,
      sort: 'changed',
      document: 'doc-1',
      samplesShown: true,
    },
    null,
    2,
  ),
  'documents/doc-1/article.json': JSON.stringify(
    {
      schema: 'assay/article',
      migrations: [],
      id: 'doc-1',
      title: 'Fares rise',
      text: 'Fares rise, the operator said.\nNobody asked.',
      hash: '0000000000000000000000000000000000000000000000000000000000000000',
      lines: [{ line: 0, kind: 'heading', level: 1 }],
      source: { name: 'doc-1.txt', reader: 'text', encoding: 'utf-8', lineEnding: 'lf', size: 44 },
      imported: '2026-01-05T09:00:00.000Z',
    },
    null,
    2,
  ),
  'documents/doc-1/original.txt': 'Fares rise, the operator said.\nNobody asked.',
  'documents/doc-1/sets.json': `{"schema":"assay/sets","migrations":[],"revision":3,"journal":1427,"chain":"fcc8f9e5815dd219","sets":[{"id":"set-1","annotator":{"id":"person-ada","name":"Ada"},"codebook":"assay-news","created":"2026-01-05T09:00:01.000Z"}],"annotations":[{"id":"ann-2","set":"set-1","tag":"claim","span":[{"start":0,"end":10,"exact":"Fares rise","prefix":"","suffix":", the operator said.\\nNobody aske"}],"note":"","attributes":{},"codebook":1,"created":"2026-01-05T09:00:01.000Z","modified":"2026-01-05T09:00:01.000Z"},{"id":"ann-4","set":"set-1","tag":"source","span":[{"start":12,"end":24,"exact":"the operator","prefix":"Fares rise, ","suffix":" said.\\nNobody asked."}],"note":"","attributes":{},"codebook":1,"created":"2026-01-05T09:00:03.000Z","modified":"2026-01-05T09:00:03.000Z"}],"links":[{"id":"link-1","set":"set-1","type":"attributed-to","from":"ann-2","to":"ann-4","note":"","created":"2026-01-05T09:00:02.000Z","modified":"2026-01-05T09:00:02.000Z"}],"sum":"c8cbac0f4b668291"}
`,
  'documents/doc-1/journal.ndjson': `{"n":1,"edit":{"id":"edit-3","name":"Tag as claim","author":"person-ada","at":"2026-01-05T09:00:02.000Z","changes":[{"of":"set","kind":"add","record":{"id":"set-1","annotator":{"id":"person-ada","name":"Ada"},"codebook":"assay-news","created":"2026-01-05T09:00:01.000Z"}},{"of":"annotation","kind":"add","record":{"id":"ann-2","set":"set-1","tag":"claim","span":[{"start":0,"end":10,"exact":"Fares rise","prefix":"","suffix":", the operator said.\\nNobody aske"}],"note":"","attributes":{},"codebook":1,"created":"2026-01-05T09:00:01.000Z","modified":"2026-01-05T09:00:01.000Z"}}]},"chain":"5e661098dcb6dca2"}
{"n":2,"edit":{"id":"edit-5","name":"Tag as source","author":"person-ada","at":"2026-01-05T09:00:04.000Z","changes":[{"of":"annotation","kind":"add","record":{"id":"ann-4","set":"set-1","tag":"source","span":[{"start":12,"end":24,"exact":"the operator","prefix":"Fares rise, ","suffix":" said.\\nNobody asked."}],"note":"","attributes":{},"codebook":1,"created":"2026-01-05T09:00:03.000Z","modified":"2026-01-05T09:00:03.000Z"}}]},"chain":"c9264db080f51af5"}
{"n":3,"edit":{"id":"edit-link","name":"Link as attributed to","author":"person-ada","at":"2026-01-05T09:00:09.000Z","changes":[{"of":"link","kind":"add","record":{"id":"link-1","set":"set-1","type":"attributed-to","from":"ann-2","to":"ann-4","note":"","created":"2026-01-05T09:00:02.000Z","modified":"2026-01-05T09:00:02.000Z"}}]},"chain":"fcc8f9e5815dd219"}
{"n":4,"edit":{"id":"edit-6","name":"Add note","author":"person-ada","at":"2026-01-05T09:00:06.000Z","changes":[{"of":"annotation","kind":"replace","from":{"id":"ann-2","set":"set-1","tag":"claim","span":[{"start":0,"end":10,"exact":"Fares rise","prefix":"","suffix":", the operator said.\\nNobody aske"}],"note":"","attributes":{},"codebook":1,"created":"2026-01-05T09:00:01.000Z","modified":"2026-01-05T09:00:01.000Z"},"to":{"id":"ann-2","set":"set-1","tag":"claim","span":[{"start":0,"end":10,"exact":"Fares rise","prefix":"","suffix":", the operator said.\\nNobody aske"}],"note":"since May","attributes":{},"codebook":1,"created":"2026-01-05T09:00:01.000Z","modified":"2026-01-05T09:00:05.000Z"}}]},"chain":"8cc026fa6c116080"}
`,
}
