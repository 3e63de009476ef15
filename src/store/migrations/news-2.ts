/** The tags and link types of the second news codebook, as a migration gave them: never to be changed. */
export const news2 = {
  tags: [
    {
      id: 'claim',
      name: 'Claim',
      key: 'c',
      colour: '#0072b2',
      underline: 'solid',
      glyph: '❝',
      description: 'A statement that can be true or false, or that forecasts, judges or announces.',
      takes: 'sentence',
      attributes: [
        {
          kind: 'choice',
          id: 'kind',
          name: 'Kind',
          description: 'What the statement does.',
          retired: false,
          options: [
            {
              id: 'fact',
              name: 'fact',
              retired: false,
            },
            {
              id: 'forecast',
              name: 'forecast',
              retired: false,
            },
            {
              id: 'opinion',
              name: 'opinion',
              retired: false,
            },
            {
              id: 'policy',
              name: 'policy',
              retired: false,
            },
          ],
        },
        {
          kind: 'choice',
          id: 'check-worthiness',
          name: 'Worth checking',
          description: 'How much depends on whether it is true.',
          retired: false,
          options: [
            {
              id: 'high',
              name: 'high',
              retired: false,
            },
            {
              id: 'medium',
              name: 'medium',
              retired: false,
            },
            {
              id: 'low',
              name: 'low',
              retired: false,
            },
          ],
        },
        {
          kind: 'choice',
          id: 'status',
          name: 'Status',
          description: 'What checking it has found.',
          retired: false,
          options: [
            {
              id: 'unchecked',
              name: 'unchecked',
              retired: false,
            },
            {
              id: 'supported',
              name: 'supported',
              retired: false,
            },
            {
              id: 'disputed',
              name: 'disputed',
              retired: false,
            },
            {
              id: 'refuted',
              name: 'refuted',
              retired: false,
            },
          ],
        },
        {
          kind: 'choice',
          id: 'confidence',
          name: 'My confidence',
          description: 'How sure the annotator is of this annotation.',
          retired: false,
          options: [
            {
              id: 'sure',
              name: 'sure',
              retired: false,
            },
            {
              id: 'likely',
              name: 'likely',
              retired: false,
            },
            {
              id: 'unsure',
              name: 'unsure',
              retired: false,
            },
          ],
        },
      ],
      retired: false,
    },
    {
      id: 'source',
      name: 'Source',
      key: 's',
      colour: '#d55e00',
      underline: 'dotted',
      glyph: '◆',
      description: 'Who or what a claim is attributed to: a person, an institution, a document, a medium.',
      takes: 'name',
      attributes: [
        {
          kind: 'choice',
          id: 'kind',
          name: 'Kind',
          description: 'What the source is.',
          retired: false,
          options: [
            {
              id: 'named',
              name: 'named person',
              retired: false,
            },
            {
              id: 'unnamed',
              name: 'unnamed person',
              retired: false,
            },
            {
              id: 'institution',
              name: 'institution',
              retired: false,
            },
            {
              id: 'document',
              name: 'document',
              retired: false,
            },
            {
              id: 'media',
              name: 'media',
              retired: false,
            },
          ],
        },
        {
          kind: 'text',
          id: 'name',
          name: 'Listed as',
          description: 'The name under which it is listed, when the text has another.',
          retired: false,
        },
        {
          kind: 'text',
          id: 'role',
          name: 'Role',
          description: 'In what role it speaks.',
          retired: false,
        },
      ],
      retired: false,
    },
    {
      id: 'figure',
      name: 'Figure',
      key: 'f',
      colour: '#009e73',
      underline: 'double',
      glyph: '#',
      description: 'A number with its unit and qualifier: a share, a sum, a count, a date, a duration.',
      takes: 'figure',
      attributes: [
        {
          kind: 'number',
          id: 'value',
          name: 'Value',
          description: 'The number, written out: 3.2 million is 3200000.',
          retired: false,
        },
        {
          kind: 'text',
          id: 'unit',
          name: 'Unit',
          description: 'What is counted or measured.',
          retired: false,
        },
        {
          kind: 'choice',
          id: 'kind',
          name: 'Kind',
          description: 'What sort of figure it is.',
          retired: false,
          options: [
            {
              id: 'percent',
              name: 'percent',
              retired: false,
            },
            {
              id: 'money',
              name: 'money',
              retired: false,
            },
            {
              id: 'count',
              name: 'count',
              retired: false,
            },
            {
              id: 'duration',
              name: 'duration',
              retired: false,
            },
            {
              id: 'date',
              name: 'date',
              retired: false,
            },
            {
              id: 'ordinal',
              name: 'ordinal',
              retired: false,
            },
            {
              id: 'ratio',
              name: 'ratio',
              retired: false,
            },
          ],
        },
        {
          kind: 'choice',
          id: 'comparator',
          name: 'Comparator',
          description: 'How the text qualifies it.',
          retired: false,
          options: [
            {
              id: 'about',
              name: 'about',
              retired: false,
            },
            {
              id: 'nearly',
              name: 'nearly',
              retired: false,
            },
            {
              id: 'at-least',
              name: 'at least',
              retired: false,
            },
            {
              id: 'up-to',
              name: 'up to',
              retired: false,
            },
            {
              id: 'more-than',
              name: 'more than',
              retired: false,
            },
            {
              id: 'less-than',
              name: 'less than',
              retired: false,
            },
          ],
        },
      ],
      retired: false,
    },
  ],
  links: [
    {
      id: 'attributed-to',
      name: 'attributed to',
      inverse: 'source of',
      ends: [
        {
          from: 'claim',
          to: 'source',
        },
      ],
      retired: false,
    },
    {
      id: 'quantified-by',
      name: 'quantified by',
      inverse: 'quantifies',
      ends: [
        {
          from: 'claim',
          to: 'figure',
        },
      ],
      retired: false,
    },
    {
      id: 'supports',
      name: 'supports',
      inverse: 'supported by',
      ends: [
        {
          from: 'claim',
          to: 'claim',
        },
      ],
      retired: false,
    },
    {
      id: 'contradicts',
      name: 'contradicts',
      inverse: '',
      ends: [
        {
          from: 'claim',
          to: 'claim',
        },
      ],
      retired: false,
    },
    {
      id: 'same-as',
      name: 'same as',
      inverse: '',
      ends: [
        {
          from: 'source',
          to: 'source',
        },
        {
          from: 'claim',
          to: 'claim',
        },
      ],
      retired: false,
    },
  ],
}
