const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head>` +
  `<body><h1>${title}</h1>${body}</body></html>\n`

/** For a browser without the cookie. Following the link sends a cookie that another site's link does not. */
export const strangerPage = page(
  'This is not the way in',
  '<p>The address that Assay printed lets one browser in, once. If it is this one, ' +
    '<a href="/">go on to Assay</a>. If not, stop Assay, start it again and use the new address.</p>',
)

/** Goes on to Assay by itself: unlike after a redirect, it is then this page that asks, and the cookie is sent. */
export const welcomePage = page(
  'Assay',
  '<p><a href="/">Go on to Assay</a></p>',
  '<meta http-equiv="refresh" content="0; url=/">',
)
