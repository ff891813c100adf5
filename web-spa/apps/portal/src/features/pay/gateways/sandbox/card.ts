export interface CardText {
  name: string;
  number: string;
  expiry: string;
  cvc: string;
  address: string;
  zip: string;
  country: string;
}

export type CardField = keyof CardText;

const digits = (text: string) => text.replace(/\D/g, '');

/** "4242424242424242" as "4242 4242 4242 4242". */
export function groupNumber(text: string): string {
  return digits(text)
    .slice(0, 19)
    .replace(/(.{4})(?=.)/g, '$1 ');
}

/** "1230" as "12/30", while typing. */
export function groupExpiry(text: string, before: string): string {
  const plain = digits(text).slice(0, 4);
  const deleting = text.length < before.length;
  return plain.length > 2 || (plain.length === 2 && !deleting) ? `${plain.slice(0, 2)}/${plain.slice(2)}` : plain;
}

function luhn(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < number.length; i += 1) {
    let digit = Number(number[number.length - 1 - i]);
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** The card as the gateway wants it, or the fields that are not filled in properly. */
export function readCard(text: CardText): { missing: CardField[]; card: Card } {
  const number = digits(text.number);
  const [month, year] = text.expiry.split('/').map(Number);
  const card = { number, exp_month: month || 0, exp_year: year ? 2000 + year : 0, cvc: digits(text.cvc) };
  const missing: CardField[] = [];
  if (!text.name.trim()) missing.push('name');
  if (number.length < 12 || !luhn(number)) missing.push('number');
  if (card.exp_month < 1 || card.exp_month > 12 || card.exp_year === 0) missing.push('expiry');
  if (card.cvc.length < 3 || card.cvc.length > 4) missing.push('cvc');
  if (!text.country) missing.push('country');
  return { missing, card };
}

export interface Card {
  number: string;
  exp_month: number;
  exp_year: number;
  cvc: string;
}
