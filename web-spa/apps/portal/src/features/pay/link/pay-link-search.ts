export interface PayLinkSearch {
  /** The payment that was begun here, so that a reload asks how it went. */
  payment?: string;
}

/** On its own: every page of the portal loads it with the table of routes. */
export function parsePayLinkSearch({ payment }: Record<string, unknown>): PayLinkSearch {
  return typeof payment === 'string' && /^pay_\w+$/.test(payment) ? { payment } : {};
}
