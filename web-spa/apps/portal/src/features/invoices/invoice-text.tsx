import type { ReactNode } from 'react';
import classes from './invoice-text.module.css';

/** A block of the merchant's own words, line breaks kept. */
export function InvoiceText({ title, text }: { title: ReactNode; text: string | null }) {
  if (!text?.trim()) return null;
  return (
    <section className={classes.text} data-keep-together>
      <h2>{title}</h2>
      <p>
        <bdi>{text}</bdi>
      </p>
    </section>
  );
}
