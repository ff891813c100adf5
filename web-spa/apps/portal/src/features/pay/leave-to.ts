/** Goes to another site's page, such as a payment provider's own. */
export function leaveTo(url: string): void {
  window.location.assign(url);
}
