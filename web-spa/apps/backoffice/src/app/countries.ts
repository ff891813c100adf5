/** Countries with the currency they use; names come from the browser, in its language. */
const TABLE =
  'AD EUR AE AED AF AFN AG XCD AL ALL AM AMD AO AOA AR ARS AT EUR AU AUD AW AWG AZ AZN BA BAM BB BBD BD BDT BE EUR BF XOF BG EUR BH BHD BI BIF BJ XOF BM BMD BN BND BO BOB BR BRL BS BSD BT BTN BW BWP BY BYN BZ BZD CA CAD CD CDF CF XAF CG XAF CH CHF CI XOF CL CLP CM XAF CN CNY CO COP CR CRC CU CUP CV CVE CW XCG CY EUR CZ CZK DE EUR DJ DJF DK DKK DM XCD DO DOP DZ DZD EC USD EE EUR EG EGP ER ERN ES EUR ET ETB FI EUR FJ FJD FO DKK FR EUR GA XAF GB GBP GD XCD GE GEL GG GBP GH GHS GI GIP GL DKK GM GMD GN GNF GP EUR GQ XAF GR EUR GT GTQ GW XOF GY GYD HK HKD HN HNL HR EUR HT HTG HU HUF ID IDR IE EUR IL ILS IM GBP IN INR IQ IQD IR IRR IS ISK IT EUR JE GBP JM JMD JO JOD JP JPY KE KES KG KGS KH KHR KM KMF KN XCD KR KRW KW KWD KY KYD KZ KZT LA LAK LB LBP LC XCD LI CHF LK LKR LR LRD LS LSL LT EUR LU EUR LV EUR LY LYD MA MAD MC EUR MD MDL ME EUR MG MGA MK MKD ML XOF MM MMK MN MNT MO MOP MR MRU MT EUR MU MUR MV MVR MW MWK MX MXN MY MYR MZ MZN NA NAD NC XPF NE XOF NG NGN NI NIO NL EUR NO NOK NP NPR NZ NZD OM OMR PA PAB PE PEN PF XPF PG PGK PH PHP PK PKR PL PLN PR USD PS ILS PT EUR PY PYG QA QAR RE EUR RO RON RS RSD RU RUB RW RWF SA SAR SB SBD SC SCR SD SDG SE SEK SG SGD SI EUR SK EUR SL SLE SM EUR SN XOF SO SOS SR SRD SS SSP ST STN SV USD SY SYP SZ SZL TD XAF TG XOF TH THB TJ TJS TL USD TM TMT TN TND TO TOP TR TRY TT TTD TV AUD TW TWD TZ TZS UA UAH UG UGX US USD UY UYU UZ UZS VA EUR VC XCD VE VES VN VND VU VUV WS WST XK EUR YE YER ZA ZAR ZM ZMW ZW ZWG'.split(
    ' ',
  );

const currencyByCountry = new Map<string, string>();
for (let at = 0; at < TABLE.length; at += 2) {
  currencyByCountry.set(TABLE[at] ?? '', TABLE[at + 1] ?? '');
}

export const currencyOf = (country: string): string | undefined => currencyByCountry.get(country);

interface Option {
  value: string;
  label: string;
}

const byLabel = (locale: string) => {
  const collator = new Intl.Collator(locale);
  return (a: Option, b: Option) => collator.compare(a.label, b.label);
};

export function countryOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return [...currencyByCountry.keys()]
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort(byLabel(locale));
}

export function currencyOptions(locale: string): Option[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return [...new Set(currencyByCountry.values())].sort().map((value) => {
    const name = names.of(value);
    return { value, label: name && name !== value ? `${value} – ${name}` : value };
  });
}

export function timeZoneOptions(): string[] {
  return Intl.supportedValuesOf('timeZone').concat('UTC');
}

/** What the browser knows about where somebody works. */
export function browserDefaults(language: string = navigator.language) {
  let region: string | undefined;
  try {
    region = new Intl.Locale(language).maximize().region;
  } catch {
    region = undefined;
  }
  const country = region && currencyByCountry.has(region) ? region : 'US';
  return {
    country,
    base_currency: currencyOf(country) ?? 'USD',
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
}
