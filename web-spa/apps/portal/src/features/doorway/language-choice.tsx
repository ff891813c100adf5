import { useLingui } from '@lingui/react/macro';
import { LOCALE_NAMES, LOCALES } from '@portico/i18n';
import { chooseLanguage } from '../../app/language';
import classes from './language-choice.module.css';

/** Every language under its own name, so that whoever needs it can read it. */
export function LanguageChoice() {
  const { t, i18n } = useLingui();
  return (
    <nav className={classes.choice} aria-label={t`Language`}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          className={classes.language}
          aria-pressed={locale === i18n.locale}
          onClick={() => void chooseLanguage(locale)}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </nav>
  );
}
