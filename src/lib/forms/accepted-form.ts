/**
 * The form that `Accept` likes best of these, each known by a media range such as `text/*` (RFC 9110, section 12.5.1);
 * undefined where it takes none of them.
 */
export const acceptedForm = <Form>(accept: string, forms: Readonly<Record<string, Form>>): Form | undefined =>
  accept
    .toLowerCase()
    .split(',')
    .map((given) => {
      const [range = '', ...parameters] = given.split(';').map((part) => part.trim())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
      return { form: Object.hasOwn(forms, range) ? forms[range] : undefined, weight: Number(weight) }
    })
    .filter(({ form, weight }) => form !== undefined && weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.form
