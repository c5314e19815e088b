/* Words of which texts and names are made up. All of them are our own lists; who is called like that is by chance. */

const list = (words: string): readonly string[] => words.trim().split(/\s+/)

export const firstNames = list(`
  Sanne Emma Anna Julia Sophie Lotte Eva Fleur Noor Femke Marieke Ingrid Johanna Petra Esther Karin Fatima Aisha Yasmin Zeynep
  Daan Sem Lucas Levi Finn Bram Thijs Jan Piet Kees Willem Hendrik Mohammed Ahmed Youssef Emre Mehmet Pieter Jeroen Bas
  James Oliver Harry Jack George Amelia Olivia Grace Emily Charlotte Jürgen René Zoë Chloé André Søren Łukasz Ana Miguel Inês`)

const roots = list(`
  Hoek Berg Veld Bos Meer Water Zand Dijk Dorp Molen Brug Steen Kerk Linden Eik Beek Heide Wolf Haan Vis Koning Graaf Bakker
  Smid Brouwer Kuiper Timmer Schip Poort Toren Wal Burg Zee Duin Polder Akker Noord Zuid Ooster Wester Lang Groot Klein Rood`)
const ends = list(
  'stra sma huis kamp horst inga veld man sen mans ink ers aard oord laar rade loo beek wijk berg',
)
const famous = list(`
  Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Dijkstra Brouwer Dijk Vries Jong Boer Graaf Berg Kok
  Smith Jones Taylor Brown Williams Müller Yılmaz Nguyen Kaya Silva`)
/** The most common first. */
export const lastNames: readonly string[] = [
  ...famous,
  ...ends.flatMap((end) => roots.map((root) => `${root}${end}`)),
]

const common = list(`
  de het een ik is van en niet mijn op in dat voor wat waar met kan u the a my is to of and was i it for not when can you
  factuur rekening betaling bedrag abonnement contract levering pakket bestelling afspraak monteur storing internet meter
  verhuizing adres wijziging opzegging klacht garantie reparatie terugbetaling incasso termijn herinnering korting aanbieding
  invoice bill payment amount subscription contract delivery parcel order appointment engineer outage internet meter moving
  address change cancellation complaint warranty repair refund direct debit instalment reminder discount offer account
  betaald verhuisd besteld ontvangen gestuurd gebeld gewacht beloofd gewijzigd paid moved ordered received sent called waited
  wanneer waarom hoeveel welke graag opnieuw nog steeds vandaag morgen gisteren dubbel verkeerd kapot laat
  why how much which please again still today tomorrow yesterday twice wrong broken late nobody somebody`)
const firstParts = list(`
  factuur rekening betaal klant contract lever pakket bestel afspraak storings internet meter verhuis adres opzeg klacht garantie
  reparatie incasso termijn korting energie water gas stroom zorg reis auto woon brand bank spaar pensioen loon belasting huur
  koop school winkel kantoor post mail telefoon data netwerk modem kabel scherm sleutel pas kaart`)
const secondParts = list(`
  nummer overzicht datum bedrag gegevens kosten dienst afdeling formulier bevestiging voorwaarden wijziging aanvraag verzoek
  melding bericht code plicht recht lijst regeling pakket punt tijd plaats bewijs fout boete service beheer keuze aanbod verschil
  periode jaar maand week dag stand teller opname kast lijn verbinding koppeling verzekering polis premie dekking`)

/** The most common first: the first is in a third of all questions, the last in a few of a thousand. */
export const vocabulary: readonly string[] = [
  ...common,
  ...secondParts.flatMap((second) => firstParts.map((first) => `${first}${second}`)),
]

/** In ten of a million cases. */
export const rareWord = 'regenboogtrui'
