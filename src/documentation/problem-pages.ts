import { escapeHtml } from '../lib/html/html.ts'
import { allProblems, type ProblemKind } from '../lib/problem.ts'
import { renderMarkdown } from './render-markdown.ts'

/** Every kind of problem, with what it is called. */
export function catalogueContent(base: string): string {
  const rows = allProblems().map(
    ({ code, status, title }) =>
      `<tr><td><a href="${base}/problems/${code}"><code>${code}</code></a></td><td>${status}</td><td>${escapeHtml(title)}</td></tr>`,
  )
  return `<h1>Problems</h1>
<p>Every refusal is a problem (RFC 9457). Its <code>code</code> says which, and its <code>type</code> leads to one of these pages.</p>
<div class="table"><table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

/** What one kind means, what to do, and what it looks like. */
export function problemContent({ code, status, title, advice, example }: ProblemKind): string {
  const shown = {
    type: `/problems/${code}`,
    title,
    status,
    detail: title,
    code,
    requestId: '4b0f6a52-7c1d-4f7e-8a35-0d2c6b1e9f11',
    ...example,
  }
  return `<h1>${escapeHtml(title)}</h1>
<p class="quiet"><code>${code}</code> · status ${status}</p>
<h2>What it means and what to do</h2>
${renderMarkdown(advice, () => null).html}
<h2>An example</h2>
<p>Such an answer; <code>detail</code> says it of the request itself, and the <code>requestId</code> finds it in the log.</p>
<pre><code>${escapeHtml(JSON.stringify(shown, null, 2))}</code></pre>`
}

/** Links to all of them, by code. */
export const beside = (base: string, here: string): string =>
  `<ul>${allProblems()
    .map(
      ({ code }) =>
        `<li><a href="${base}/problems/${code}"${code === here ? ' aria-current="page"' : ''}>${code}</a></li>`,
    )
    .join('')}</ul>`
