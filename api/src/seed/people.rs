//! The demo business's customers.

/// A customer: name, country, town, street, currency, language, first and last name of the contact person.
pub struct Person {
    pub company: &'static str,
    pub country: &'static str,
    pub city: &'static str,
    pub zip: &'static str,
    pub street: &'static str,
    pub currency: &'static str,
    pub language: &'static str,
    pub first: &'static str,
    pub last: &'static str,
}

macro_rules! people {
    ($($company:literal $country:literal $zip:literal $city:literal $street:literal $currency:literal $language:literal $first:literal $last:literal;)*) => {
        /// All of them.
        pub const PEOPLE: &[Person] = &[$(Person {
            company: $company, country: $country, city: $city, zip: $zip, street: $street,
            currency: $currency, language: $language, first: $first, last: $last,
        }),*];
    };
}

people! {
    "Hopper & Sons Cabinetmakers" "DE" "10119" "Berlin" "Torstraße 12" "EUR" "en" "Grace" "Hopper";
    "Weinhaus Lindenthal" "DE" "50935" "Köln" "Dürener Straße 88" "EUR" "de" "Jonas" "Lindenthal";
    "Praxis Dr. Sommer" "DE" "80331" "München" "Sendlinger Straße 4" "EUR" "de" "Katharina" "Sommer";
    "Bäckerei Morgenrot" "DE" "04109" "Leipzig" "Barfußgäßchen 7" "EUR" "de" "Uwe" "Petzold";
    "Nordlicht Segelreisen GmbH" "DE" "24103" "Kiel" "Hafenstraße 21" "EUR" "de" "Wiebke" "Claasen";
    "Atelier Blau" "DE" "20357" "Hamburg" "Marktstraße 119" "EUR" "de" "Mira" "Anders";
    "Kinderladen Pusteblume e. V." "DE" "12047" "Berlin" "Reuterstraße 60" "EUR" "de" "Selma" "Aydın";
    "Steinmetz Obermaier" "DE" "93047" "Regensburg" "Gesandtenstraße 3" "EUR" "de" "Franz" "Obermaier";
    "Fahrradmanufaktur Wedding" "DE" "13347" "Berlin" "Gerichtstraße 23" "EUR" "de" "Tobias" "Krüger";
    "Solarwerk Allgäu GmbH" "DE" "87435" "Kempten" "Illerstraße 15" "EUR" "de" "Anna" "Hiller";
    "Kaffeerösterei Fünf Elemente" "AT" "1070" "Wien" "Neubaugasse 31" "EUR" "de" "Lukas" "Brandstätter";
    "Alpenhotel Edelweiß" "AT" "6020" "Innsbruck" "Maria-Theresien-Straße 40" "EUR" "de" "Sophie" "Haller";
    "Uhrmacher Bächtold AG" "CH" "8001" "Zürich" "Rennweg 9" "CHF" "de" "Reto" "Bächtold";
    "Lac Léman Voyages SA" "CH" "1201" "Genève" "Rue du Mont-Blanc 14" "CHF" "fr" "Élodie" "Favre";
    "Librairie du Canal" "FR" "75010" "Paris" "12 quai de Valmy" "EUR" "fr" "Camille" "Rousseau";
    "Fromagerie Perrin" "FR" "69002" "Lyon" "45 rue Mercière" "EUR" "fr" "Antoine" "Perrin";
    "Studio Lumière" "FR" "13001" "Marseille" "3 rue de la République" "EUR" "fr" "Inès" "Benali";
    "Vitivinícola Ribera Alta" "ES" "09300" "Aranda de Duero" "Calle Isilla 18" "EUR" "es" "Carmen" "Ortega";
    "Cerámicas del Sur" "ES" "41001" "Sevilla" "Calle Sierpes 52" "EUR" "es" "Javier" "Molina";
    "Ostello San Frediano" "IT" "50124" "Firenze" "Borgo San Frediano 20" "EUR" "it" "Giulia" "Bianchi";
    "Officina Rossi" "IT" "40121" "Bologna" "Via dell'Indipendenza 8" "EUR" "it" "Marco" "Rossi";
    "Bloemen van Dijk" "NL" "1017 AB" "Amsterdam" "Keizersgracht 402" "EUR" "nl" "Sanne" "van Dijk";
    "Waterkering Ingenieurs" "NL" "3011 AA" "Rotterdam" "Wijnhaven 65" "EUR" "nl" "Pieter" "de Boer";
    "Fjällräven Friluftsliv" "SE" "111 22" "Stockholm" "Vasagatan 16" "SEK" "sv" "Astrid" "Lindqvist";
    "Göteborg Keramik" "SE" "411 05" "Göteborg" "Kyrkogatan 28" "SEK" "sv" "Erik" "Nyström";
    "Thames & Tyne Logistics Ltd" "GB" "SE1 9GF" "London" "4 London Bridge Street" "GBP" "en-GB" "Oliver" "Whitfield";
    "The Marmalade Press" "GB" "EH1 1YZ" "Edinburgh" "21 Cockburn Street" "GBP" "en-GB" "Fiona" "MacLeod";
    "Pennine Wool Co." "GB" "LS1 4DY" "Leeds" "9 Park Row" "GBP" "en-GB" "Harriet" "Ackroyd";
    "Cardiff Bay Brewing" "GB" "CF10 4PA" "Cardiff" "Mermaid Quay 3" "GBP" "en-GB" "Rhys" "Morgan";
    "Blue Ridge Outfitters Inc." "US" "28801" "Asheville, NC" "55 Haywood Street" "USD" "en" "Dana" "Calloway";
    "Harbor Light Dental" "US" "04101" "Portland, ME" "120 Commercial Street" "USD" "en" "Samuel" "Pierce";
    "Mission Street Bikes" "US" "94103" "San Francisco, CA" "998 Mission Street" "USD" "en" "Priya" "Raman";
    "Prairie Wind Energy LLC" "US" "50309" "Des Moines, IA" "410 Court Avenue" "USD" "en" "Walter" "Jensen";
    "Lone Star Letterpress" "US" "78702" "Austin, TX" "1709 East 6th Street" "USD" "en" "Marisol" "Vega";
    "Atelier Nord-Est Inc." "CA" "H2X 1Y4" "Montréal" "3655 boulevard Saint-Laurent" "USD" "fr" "Noémie" "Gagnon";
    "Harbour City Surf" "AU" "2026" "Bondi Beach" "78 Campbell Parade" "USD" "en" "Lachlan" "Reid";
    "桜坂デザイン株式会社" "JP" "810-0031" "福岡市" "中央区谷2-10-5" "JPY" "ja" "健太" "森";
    "Kobo Kyoto" "JP" "604-8005" "京都市" "中京区恵比須町427" "JPY" "ja" "さくら" "田中";
    "مجموعة الخليج للتجارة" "AE" "00000" "دبي" "شارع الشيخ زايد 210" "USD" "ar" "ليلى" "الحداد";
    "دار الكويت للنشر" "KW" "13001" "مدينة الكويت" "شارع فهد السالم 33" "KWD" "ar" "أحمد" "الصباح";
    "Casa Azulejo Lda" "PT" "1200-108" "Lisboa" "Rua do Alecrim 40" "EUR" "pt" "Inês" "Carvalho";
    "Padaria Boa Vista" "BR" "22250-040" "Rio de Janeiro" "Praia de Botafogo 300" "USD" "pt-BR" "Rafael" "Moreira";
    "上海云帆设计有限公司" "CN" "200040" "上海" "南京西路1266号" "USD" "zh" "丽" "王";
    "Smørrebrød & Søn" "DK" "1263" "København" "Esplanaden 14" "EUR" "en" "Freja" "Sørensen";
    "Reykjavík Wool House" "IS" "101" "Reykjavík" "Laugavegur 59" "EUR" "en" "Björn" "Þórsson";
}
