import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { CheckIcon, LinkButton } from '@portico/ui';
import { useEffect } from 'react';
import { boot } from '../../app/boot';
import { LanguageChoice } from '../doorway/language-choice';
import classes from './landing.module.css';

/** The installation's own front page; customers normally arrive at their portal's address instead. */
export function Landing() {
  const { t } = useLingui();
  useEffect(() => {
    document.title = t`Portico – invoices your customers can pay`;
  }, [t]);
  const points = [
    t`Write an invoice, send it, see when it was viewed.`,
    t`Your customers see what they owe and pay with one button.`,
    t`Payments are matched to invoices; receipts go out by themselves.`,
  ];
  return (
    <main className={classes.landing}>
      <div className={classes.column}>
        <p className={classes.product}>
          <span className={classes.mark} aria-hidden="true" />
          Portico
        </p>
        <h1 className={classes.title}>
          <Trans>The customer portal with invoicing behind it</Trans>
        </h1>
        <ul className={classes.points}>
          {points.map((point) => (
            <li key={point}>
              <CheckIcon />
              {point}
            </li>
          ))}
        </ul>
        <Group gap="sm">
          <Button component="a" href="/office/" size="md">
            <Trans>Open the back office</Trans>
          </Button>
          {boot.development && boot.demo ? (
            <LinkButton to="/$portal/login" params={{ portal: boot.demo.portal_name }} variant="default" size="md">
              <Trans>Try as customer</Trans>
            </LinkButton>
          ) : null}
        </Group>
        <p className={classes.hint}>
          <Trans>
            You are a customer? Open the link from your invitation: every business has its own address here.
          </Trans>
        </p>
      </div>
      <footer className={classes.footer}>
        <LanguageChoice />
        <a href="/docs" className={classes.docs}>
          <Trans>API reference</Trans>
        </a>
      </footer>
    </main>
  );
}
