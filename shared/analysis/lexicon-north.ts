import type { Words } from './concepts.ts';

/** German, Dutch, the Nordic languages and their neighbours. */
export const LEXICON_NORTH: Readonly<Record<string, Words>> = {
  de: {
    confirm:
      'bestatig*|bestaetig*|ueberpruf*|pruef*|verifizier*|aktivier*|freischalt*|validier*|freigeb*|prufen|beglaubig*',
    account:
      'e mail|email|mailadresse|e mail adresse|adresse|konto|kontos|konten|*konto|account|accounts|registrierung|anmeldung|benutzerkonto|mitgliedschaft|zugang|profil|identitat|mail|neuanmeldung',
    password: 'passwort|passworts|passworter|*passwort|kennwort|kennworts|*kennwort|passwortes',
    renew:
      'zurucksetz*|zuruckgesetzt|zuruckzusetzen|ander*|geandert|wahlen|festleg*|neu|neues|erstell*|vergessen|wiederherstell*|setzen|vergeben|anforder*|angefordert|rucksetz*',
    signIn: 'anmeld*|einlogg*|log in|login|logge|einloggen|angemeldet',
    oneTime:
      'magischer link|magischen link|anmeldelink|login link|loginlink|einmal link|einmallink|anmelde link|einmaliger link|passwortlos*|ohne passwort|magic link',
    invite: 'einlad*|eingeladen|lad dich|ladt dich|ladt sie',
    accept: 'annehm*|akzeptier*|beitret*|beizutreten|teilnehm*|mitmachen|trete',
    subscribe:
      'newsletter*|abonn*|abo|mailingliste|verteiler|*anmeldung zum newsletter|liste|opt in',
    go: 'klick*|klicke|anklicken|tippe|link|links|button|knopf|schaltflache|hier|folgend*|folge|folgen|unten|kopier*|einfug*|browser|offn*|aufruf*|besuch*',
    start:
      "fortfahr*|weiter|loslegen|los geht's|los gehts|starten|abschliess*|vervollstandig*|ja|erlauben|zulassen|beginnen|jetzt starten|registrier*|konto erstellen|konto anlegen|einrichten",
    undo: 'abmeld*|abbestell*|abbrechen|stornier*|ablehn*|widerruf*|austragen|nicht ich|das war ich nicht|ich war das nicht|loschen|geloscht|sperren|melden|deaktivier*|verwerf*|kundig*|ruckgangig|ignorier*|entfern*',
    manage:
      'einstellung*|verwalt*|hilfe|support|kontakt|kontaktier*|faq|datenschutz*|nutzungsbedingungen|agb|impressum|im browser ansehen|im browser|onlineversion|webversion|webseite|website|startseite|homepage|blog|mehr erfahren|weitere informationen|herunterladen|hilfecenter|hilfebereich|zur website|besuche uns|forum|dashboard',
    trade:
      'bestell*|rechnung*|quittung|beleg|zahl*|bezahl*|kauf*|lieferung|liefer*|versand*|paket|buchung*|reservier*|ticket*|gutschein*|rabatt*|angebot*|aktion|erstatt*|warenkorb|termin*|veranstaltung|teilnahme|preis',
    code: 'code|codes|pin|*code|tan|schlussel|ziffern|zahlencode|kode',
    secret:
      '*bestatigungscode|*bestaetigungscode|*sicherheitscode|*verifizierungscode|*verifikationscode|*authentifizierungscode|*zugangscode|*aktivierungscode|*anmeldecode|*logincode|login code|*einmalcode|einmal code|*einmalpasswort|einmal passwort|*einmalkennwort|*registrierungscode|*wiederherstellungscode|*prufcode|*zugriffscode|*freischaltcode|*freigabecode|*identifizierungscode|*autorisierungscode|auth code|authentifizierungs code|bestatigungs code|sicherheits code|*zurucksetzungscode|*einladungscode|*kontrollcode|*passcode|pin code|temporarer code|zwei faktor code|2fa code|einmaliger code|einmaligen code|otp|mtan|*pincode|*stelliger code|*stelligen code|*stellige code|*stellige zahl|*stellige nummer|*zahlencode|*verifizierungs pin|*bestatigungs pin|*geheimcode|*tan code',
    otherCode:
      '*gutscheincode|gutschein code|*rabattcode|rabatt code|*aktionscode|*promocode|*postleitzahl|plz|*barcode|*quellcode|quelltext|qr code|*fehlercode|*sendungscode|*buchungscode|*produktcode|*kundencode|*empfehlungscode|*freundecode|*landercode|*landervorwahl|*strichcode|*backup codes|*ersatzcodes|*notfallcodes|*dresscode|verhaltenskodex|*lizenzschlussel|*schlosscode|*turcode|*zahlenschloss',
    enter:
      'eingeb*|eingib*|gib|geben|einzugeben|eintipp*|verwend*|nutz*|benutz*|kopier*|eintrag*|gebe|lautet',
    expire:
      'ablauf*|lauft|abgelaufen|gultig*|minuten|verfall*|nicht weitergeben|gib den code nicht|niemals',
    number:
      'bestellung|bestellnummer|*nummer|nr|rechnung|rechnungsnummer|kundennummer|referenz|vorgang|telefon|tel|fax|mobil|handy|ticket|auftrag|auftragsnummer|sendung|gesamt|summe|betrag|preis|ust|ustid|version|revision|ip|ip adresse|plz|hrb|amtsgericht|iban|konto nr|aufgabe|fehler|aktenzeichen|seit|jahr|uhr|kennung',
    unasked:
      'falls sie|wenn sie diese|wenn du diese|wenn sie das nicht|wenn du das nicht|sollten sie|solltest du|nicht angefordert|nicht veranlasst|nicht beantragt|nicht von ihnen|nicht von dir|nicht selbst|nicht sie|nicht du|versehentlich|irrtumlich|wenn du nicht|wenn sie nicht|falls du|nicht mehr erhalten|nicht erwartet',
    done: 'wurde bestatigt|ist bestatigt|wurde verifiziert|ist verifiziert|wurde aktiviert|ist jetzt aktiv|ist nun aktiv|ist aktiv|ist aktiviert|wurde freigeschaltet|ist freigeschaltet|erfolgreich bestatigt|erfolgreich aktiviert|danke fur die bestatigung|wurde geandert|wurde zuruckgesetzt|wurde erfolgreich|bereits bestatigt|bereits aktiv|wurde hinzugefugt|adresse bestatigt ist',
  },
  nl: {
    confirm: 'bevestig*|verifi*|activ*|valide*|geverifieerd',
    account:
      'e mail|email|e mailadres|emailadres|mailadres|account|accounts|adres|registratie|aanmelding|inschrijving|profiel|identiteit|lidmaatschap',
    password: 'wachtwoord|wachtwoorden|*wachtwoord',
    renew:
      'reset*|herstel*|wijzig*|verander*|kies|kiezen|aanmaken|instellen|stel|nieuw|nieuwe|vergeten|opnieuw|aangevraagd',
    signIn: 'inlogg*|log in|aanmeld*|meld u aan|meld je aan|login|inloggen',
    oneTime:
      'magische link|inloglink|inlog link|eenmalige link|eenmalig|zonder wachtwoord|magic link',
    invite: 'uitnodig*|uitgenodigd|nodigt',
    accept: 'accepte*|aanvaard*|deelnemen|doe mee|word lid|neem deel|meedoen',
    subscribe: 'nieuwsbrief*|abonne*|inschrij*|mailinglijst|lijst|aanmelding',
    go: 'klik*|link|links|knop|hier|volg|volgende|onderstaande|hieronder|kopieer*|plak*|browser|open|bezoek|druk|tik',
    start:
      'doorgaan|ga verder|verder|beginnen|aan de slag|start|voltooi*|afronden|ja|toestaan|registreer*|aanmelden|account aanmaken',
    undo: 'uitschrij*|afmeld*|annule*|weiger*|afwijz*|intrek*|niet ik|dat was ik niet|ik was dit niet|verwijder*|blokke*|meld misbruik|rapporte*|deactive*|opzeg*|negeer|negeren',
    manage:
      'voorkeuren|instellingen|beheer*|hulp|help|support|ondersteuning|contact|faq|privacy*|voorwaarden|bekijk in browser|webversie|online versie|website|startpagina|homepage|blog|meer informatie|meer weten|lees meer|helpcentrum|download*',
    trade:
      'bestel*|factu*|bon|betal*|aankoop|aankopen|levering|bezorg*|verzend*|pakket|boeking*|reserver*|ticket*|kaartje*|coupon|korting*|actie|aanbieding*|terugbetal*|winkel*|afspraak|evenement',
    code: 'code|codes|*code|pin|sleutel|cijfers',
    secret:
      '*verificatiecode|*bevestigingscode|*beveiligingscode|*authenticatiecode|*toegangscode|*activeringscode|*activatiecode|*inlogcode|*aanmeldcode|eenmalige code|eenmalig wachtwoord|*herstelcode|*registratiecode|pincode|*identificatiecode|tijdelijke code|*uitnodigingscode|*controlecode|verificatie code|2fa code|otp|cijferige code|*resetcode|*autorisatiecode',
    otherCode:
      '*kortingscode|*actiecode|*couponcode|*postcode|*barcode|*streepjescode|*broncode|qr code|*foutcode|*trackingcode|*boekingscode|*productcode|*klantcode|*landcode|*back upcodes|back upcodes|*herstelcodes|dresscode|gedragscode|*vouchercode',
    enter: 'voer|invoer*|invul*|vul|typ|gebruik|gebruiken|kopieer|plak|toets',
    expire: 'verloopt|verlopen|geldig|minuten|deel deze code|vervalt|nooit',
    number:
      'bestelling|*nummer|nr|factuur|referentie|telefoon|tel|fax|mobiel|bel|ticket|order|totaal|bedrag|prijs|btw|kvk|versie|revisie|ip|ip adres|postbus',
    unasked:
      'als u niet|als je niet|als jij niet|als u dit niet|als je dit niet|niet aangevraagd|heeft u niet|heb je niet|niet zelf|per ongeluk|bent u dit niet|was jij dit niet|was u dit niet|niet meer ontvangen|wilt u niet',
    done: 'is bevestigd|is geverifieerd|is geactiveerd|is nu actief|is actief|zijn bevestigd|bedankt voor het bevestigen|is gewijzigd|is veranderd|is hersteld|is opnieuw ingesteld|is toegevoegd',
  },
  sv: {
    confirm: 'bekraft*|verifier*|aktiver*|valider*|godkann*',
    account:
      'e post|epost|e postadress*|mejl*|mail|konto|kontot|adress*|registrering*|medlemskap|profil|identitet',
    password: 'losenord*|*losenord',
    renew: 'aterstall*|andr*|andra|byt*|valj*|skapa*|nytt|glomt|satt|uppdater*',
    signIn: 'logga in|inlogg*|loggar in|logga',
    oneTime: 'magisk lank|magiska lanken|inloggningslank*|engangslank*|utan losenord',
    invite: 'inbjud*|bjudit in|bjuder in|inbjuden',
    accept: 'acceptera*|ga med|delta|tacka ja|anslut*',
    subscribe: 'nyhetsbrev*|prenumer*|e postlista|lista|utskick*',
    go: 'klick*|lank|lanken|lankar|knapp*|har|folj*|foljande|nedan|kopier*|klistra|webblasare*|oppna*|besok|tryck*',
    start: 'fortsatt*|kom igang|borja|slutfor*|ja|tillat*|satt igang|registrera*|skapa konto',
    undo: 'avregistrer*|avprenumer*|avsluta|avbryt*|avbest*|avboj*|avvisa|neka|aterkalla*|inte jag|det var inte jag|ta bort|radera|blockera|rapportera|inaktiver*|ignorer*',
    manage:
      'installningar*|hantera|hjalp|support|kontakt*|faq|integritet*|villkor*|visa i webblasare*|webbversion|webbplats*|hemsida*|startsida|blogg|las mer|mer information|hjalpcenter|ladda ner',
    trade:
      'bestall*|order*|faktur*|kvitto*|betal*|kop|leverans*|frakt|paket*|bokning*|biljett*|kupong*|rabatt*|erbjudande*|aterbetal*|kundvagn|kampanj*',
    code: 'kod|koden|koder|*kod|*koden|pin|siffror',
    secret:
      '*verifieringskod*|*bekraftelsekod*|*sakerhetskod*|*autentiseringskod*|*atkomstkod*|*aktiveringskod*|*inloggningskod*|*engangskod*|*engangslosenord*|*aterstallningskod*|*registreringskod*|*pinkod*|tillfallig kod|tillfalliga kod|*kontrollkod*|*inbjudningskod*|siffrig kod|siffriga kod*|otp|2fa kod',
    otherCode:
      '*rabattkod*|*kampanjkod*|*kupongkod*|*postnummer|*streckkod*|*kallkod*|qr kod*|*felkod*|*sparningskod*|*bokningskod*|*produktkod*|*presentkod*|*landskod*|*reservkoder*',
    enter: 'ange|anger|skriv*|anvand*|mata|fyll|kopiera|klistra',
    expire: 'upphor*|giltig*|gar ut|minuter|dela inte|utgar|dela aldrig',
    number:
      'ordernummer|*nummer|nr|faktura|referens|arende|telefon|tel|fax|mobil|ring|total|summa|belopp|pris|moms|org nr|version|revision|ip|ip adress',
    unasked:
      'om du inte|om det inte var du|inte begart|inte bett|inte var du|av misstag|inte langre|inte ar du|inte har',
    done: 'har bekraftats|ar bekraftad|har verifierats|ar verifierad|har aktiverats|ar nu aktivt|ar aktivt|ar aktiverat|tack for att du bekraftade|har andrats|har aterstallts|har lagts till',
  },
  da: {
    confirm: 'bekraeft*|bekraft*|verific*|aktiver*|valider*|godkend*|*bekræft*',
    account:
      'e mail|email|mail|mailadresse*|e mailadresse*|konto|kontoen|adresse*|registrering*|tilmelding*|profil|medlemskab',
    password: 'adgangskode*|kodeord*|password*',
    renew: 'nulstil*|skift*|aendr*|ændr*|andr*|vaelg*|vælg*|opret*|ny|nyt|glemt|gendan*',
    signIn: 'log ind|logge ind|login|logger ind|log pa|indlogning',
    oneTime: 'magisk link|loginlink|login link|engangslink|uden adgangskode',
    invite: 'inviter*|invitation*',
    accept: 'accepter*|deltag*|tilslut*|ga med',
    subscribe: 'nyhedsbrev*|abonn*|mailingliste*|tilmeld*|liste',
    go: 'klik*|link|linket|links|knap*|her|folg*|følg*|folgende|følgende|nedenfor|nedenstaende|kopier*|indsaet*|indsæt*|browser*|abn|åbn|tryk*|besog|besøg',
    start:
      'fortsaet*|fortsæt*|kom i gang|begynd|start|fuldfor*|fuldfør*|ja|tillad|faerdiggor|færdiggør|registrer*|opret konto|tilmeld dig',
    undo: 'afmeld*|frameld*|annuller*|afvis*|tilbagekald*|ikke mig|det var ikke mig|slet*|fjern|bloker*|rapporter*|deaktiver*|opsig*|ignorer*|afbestil*',
    manage:
      'indstillinger*|praeferencer|præferencer|administrer|hjaelp*|hjælp*|support|kontakt*|faq|privatliv*|betingelser|vilkar|vilkår|vis i browser|webversion|hjemmeside*|websted|forside|blog|laes mere|læs mere|mere information|download',
    trade:
      'bestil*|ordre*|faktura*|kvittering*|betal*|kob|køb|levering*|forsendelse*|pakke*|booking|reservation*|billet*|kupon*|rabat*|tilbud*|refunder*|refusion|indkobskurv',
    code: 'kode|koden|koder|*kode|*koden|pin|cifre',
    secret:
      '*bekraeftelseskode*|*bekræftelseskode*|*verifikationskode*|*verificeringskode*|*sikkerhedskode*|*godkendelseskode*|*adgangskode til engangsbrug|*aktiveringskode*|*loginkode*|login kode|*engangskode*|*engangsadgangskode*|*pinkode*|*gendannelseskode*|midlertidig kode|*nulstillingskode*|*kontrolkode*|cifret kode|cifrede kode|otp|2fa kode|*invitationskode*|*tilmeldingskode*',
    otherCode:
      '*rabatkode*|*kampagnekode*|*kuponkode*|*postnummer|*stregkode*|*kildekode*|qr kode*|*fejlkode*|*sporingskode*|*bookingkode*|*produktkode*|*gavekode*|*landekode*|*tilbudskode*',
    enter: 'indtast*|skriv*|brug*|anvend*|kopier|indsaet|indsæt|angiv*',
    expire: 'udlob*|udløb*|gyldig*|minutter|del ikke|del aldrig',
    number:
      'ordre|ordrenummer|*nummer|nr|faktura|reference|sag|telefon|tlf|tel|fax|mobil|ring|total|belob|beløb|pris|moms|cvr|version|revision|ip|ip adresse',
    unasked:
      'hvis du ikke|hvis det ikke var dig|ikke anmodet|ikke bedt|ikke var dig|ved en fejl|ikke laengere|ikke længere|ikke har',
    done: 'er bekraeftet|er bekræftet|er blevet bekraeftet|er verificeret|er aktiveret|er nu aktiv|er blevet aktiveret|er blevet aendret|er blevet ændret|er aendret|er ændret|tak for din bekraeftelse',
  },
  nb: {
    confirm: 'bekreft*|verifiser*|aktiver*|valider*|godkjenn*',
    account:
      'e post|epost|e postadresse*|konto|kontoen|adresse*|registrering*|pamelding*|påmelding*|profil|medlemskap|bruker',
    password: 'passord*|*passord',
    renew: 'tilbakestill*|endre*|bytt*|velg*|opprett*|nytt|glemt|sett|nullstill*|gjenopprett*',
    signIn: 'logg inn|logge inn|innlogg*|palogg*|pålogg*|logg pa|logger inn',
    oneTime: 'magisk lenke|innloggingslenke*|paloggingslenke*|engangslenke*|uten passord',
    invite: 'inviter*|invitasjon*',
    accept: 'godta*|aksepter*|bli med|delta|takk ja',
    subscribe: 'nyhetsbrev*|abonner*|abonnement*|e postliste|liste|påmelding',
    go: 'klikk*|lenke|lenken|lenker|link|knapp*|her|folg*|følg*|folgende|følgende|nedenfor|under|kopier*|lim inn|nettleser*|apne|åpne|trykk*|besok|besøk',
    start:
      'fortsett*|kom i gang|begynn|start|fullfor*|fullfør*|ja|tillat|registrer*|opprett konto|opprett bruker',
    undo: 'meld deg av|avmeld*|avslutt*|avbryt*|kanseller*|avvis*|avsla|avslå|tilbakekall*|ikke meg|det var ikke meg|slett*|fjern|blokker*|rapporter*|deaktiver*|ignorer*',
    manage:
      'innstillinger*|preferanser|administrer|hjelp*|support|kundeservice|kontakt*|faq|personvern*|vilkar*|vilkår*|vis i nettleser*|nettversjon|nettside*|nettsted|hjemmeside*|forside|blogg|les mer|mer informasjon|last ned',
    trade:
      'bestill*|ordre*|faktura*|kvittering*|betal*|kjop*|kjøp*|levering*|frakt|pakke*|booking|reservasjon*|billett*|kupong*|rabatt*|tilbud*|refusjon*|handlekurv',
    code: 'kode|koden|koder|*kode|*koden|pin|sifre',
    secret:
      '*bekreftelseskode*|*verifiseringskode*|*sikkerhetskode*|*autentiseringskode*|*tilgangskode*|*aktiveringskode*|*innloggingskode*|*paloggingskode*|*påloggingskode*|*engangskode*|*engangspassord*|*pinkode*|midlertidig kode|*gjenopprettingskode*|*kontrollkode*|sifret kode|sifrede kode*|otp|2fa kode|*invitasjonskode*|*registreringskode*',
    otherCode:
      '*rabattkode*|*kampanjekode*|*kupongkode*|*postnummer|*strekkode*|*kildekode*|qr kode*|*feilkode*|*sporingskode*|*bookingkode*|*produktkode*|*gavekode*|*landskode*',
    enter: 'skriv inn|tast inn|oppgi|angi|bruk*|fyll inn|legg inn|kopier',
    expire: 'utlop*|utløp*|gyldig*|minutter|ikke del|del aldri',
    number:
      'ordre|ordrenummer|*nummer|nr|faktura|referanse|sak|telefon|tlf|tel|fax|mobil|ring|total|belop|beløp|pris|mva|org nr|versjon|revisjon|ip|ip adresse',
    unasked:
      'hvis du ikke|dersom du ikke|om du ikke|hvis det ikke var deg|ikke bedt|ikke var deg|ved en feil|ikke lenger|ikke har',
    done: 'er bekreftet|er blitt bekreftet|er verifisert|er aktivert|er na aktiv|er nå aktiv|er blitt endret|er endret|har blitt endret|takk for at du bekreftet',
  },
  fi: {
    confirm: 'vahvist*|varmist*|aktivoi*|vahvista|todenn*|hyvaksy*',
    account:
      'sahkopost*|tili|tilin|tilisi|tiliasi|tunnus*|rekisteroity*|rekisteroint*|osoit*|jasenyy*|profiili*',
    password: 'salasana*',
    renew:
      'palaut*|vaihd*|vaihto|nollaa|nollata|nollaus*|aseta|asettaa|luo|unoht*|uusi|uuden|muuta',
    signIn: 'kirjaud*|kirjautu*|sisaankirjautu*',
    oneTime:
      'taikalinkki*|kirjautumislinkki*|kertakayttoinen linkki|kertakayttoista linkkia|ilman salasanaa',
    invite: 'kutsu*|kutsut*',
    accept: 'hyvaksy*|liity*|liittya|osallistu*',
    subscribe: 'uutiskirje*|tilau*|tilaa|postituslista*|lista*',
    go: 'klikka*|napsaut*|paina*|linkki*|linkist*|linkin|painike*|painiket*|tasta|tassa|seuraa*|seuraav*|alla ole*|kopioi*|liita|selaime*|avaa|valitse',
    start: 'jatka*|aloita*|viimeistele*|kylla|salli|rekisteroidy|luo tili',
    undo: 'peruuta*|peru|perua|peruut*|lopeta*|hylkaa*|hylata|en mina|en ollut mina|poista*|esta|ilmoita*|kumoa*|poistu',
    manage:
      'asetu*|hallitse*|hallinnoi|ohje*|apua|tuki|tukeen|asiakaspalvelu*|yhteystiedot|ota yhteytta|tietosuoja*|kayttoehdot|ehdot|selaimessa|verkkosivu*|kotisivu*|etusivu*|blogi*|lue lisaa|lisatietoja|lataa',
    trade:
      'tilausnumero|tilauksesi|tilausvahvistus|lasku*|kuitti*|maksu*|maksa*|osto*|toimitu*|lahety*|paket*|varau*|lippu*|kuponki*|alennu*|tarjou*|hyvity*|ostoskori*',
    code: 'koodi*|*koodi|*koodin|*koodisi|pin|tunnusluku*',
    secret:
      '*vahvistuskoodi*|*turvakoodi*|*todennuskoodi*|*varmennuskoodi*|*kirjautumiskoodi*|*aktivointikoodi*|*kertakayttokoodi*|kertakayttoinen koodi|kertakayttoisen koodin|kertakayttoinen salasana|*kertakayttosalasana*|*pin koodi*|*palautuskoodi*|*paasykoodi*|tilapainen koodi|valiaikainen koodi|*tarkistuskoodi*|*kutsukoodi*|*rekisterointikoodi*|numeroinen koodi|otp|*tunnistuskoodi*',
    otherCode:
      '*alennuskoodi*|*kampanjakoodi*|*postinumero*|*viivakoodi*|*lahdekoodi*|qr koodi*|*virhekoodi*|*seurantakoodi*|*varauskoodi*|*tuotekoodi*|*lahjakoodi*|*etukoodi*|*tarjouskoodi*',
    enter: 'syota*|anna|kirjoita|kayta*|nappaile|liita|kopioi',
    expire: 'vanhene*|voimassa|umpeutu*|minuut*|ala jaa|ala anna|paattyy',
    number:
      'tilaus|tilausnumero|*numero|nro|lasku|viite|asia|puhelin|puh|tel|faksi|soita|yhteensa|summa|hinta|alv|y tunnus|versio|ip|ip osoite|tiketti',
    unasked:
      'jos et|jos sina et|jos ette|et ole pyytanyt|et pyytanyt|ette ole pyytaneet|et tehnyt|vahingossa|erehdyksessa|et enaa|jos tama et ollut sina',
    done: 'on vahvistettu|on aktivoitu|on nyt aktiivinen|on jo vahvistettu|kiitos vahvistuksesta|on vaihdettu|on muutettu|on palautettu|on lisatty',
  },
  hu: {
    confirm:
      'megerosit*|erosits*|erositse*|hitelesit*|aktival*|ellenorz*|ellenoriz*|ellenoriz|igazol*|visszaigazol*',
    account: 'e mail*|email*|fiok*|cim|cime*|cimed*|regisztrac*|feliratkoz*|profil*',
    password: 'jelszo*|jelszav*|*jelszo',
    renew: 'visszaallit*|allits*|valtoztat*|modosit*|uj|elfelejt*|beallit*|megad*|letrehoz*|csere*',
    signIn: 'bejelentkez*|belep*|jelentkez*',
    oneTime: 'varazslink*|magikus link|bejelentkezesi link|egyszer hasznalatos|jelszo nelkul*',
    invite: 'meghiv*',
    accept: 'elfogad*|csatlakoz*',
    subscribe: 'hirlevel*|feliratkoz*|lista*|elofizet*',
    go: 'kattints*|kattintson*|kattint*|link*|hivatkoz*|gomb*|ide|itt|kovetkezo|alabbi|masol*|bongeszo*|nyiss*|nyissa',
    start: 'folytat*|tovabb|kezd*|befejez*|igen|engedelyez*|regisztral*',
    undo: 'leiratkoz*|megszakit*|megse*|lemond*|elutasit*|visszavon*|nem en voltam|torol*|torl*|letilt*|jelent*|figyelmen kivul',
    manage:
      'beallitas*|kezel*|sugo|segitseg|tamogatas|ugyfelszolgalat*|kapcsolat*|adatvedel*|feltetel*|weboldal*|honlap*|blog*|tudj meg tobbet|letolt*',
    trade:
      'rendeles*|szamla*|nyugta|fizet*|vasarl*|szallit*|csomag*|foglal*|jegy*|kupon*|kedvezmeny*|akcio*|ajanlat*|visszaterit*',
    code: 'kod|kodot|kodja|kodod|*kod|*kodot|*kodja|*kodod|pin',
    secret:
      '*ellenorzo kod*|*megerosito kod*|*biztonsagi kod*|*hitelesito kod*|*hitelesitesi kod*|*aktivalo kod*|*aktivalasi kod*|*belepesi kod*|*bejelentkezesi kod*|egyszer hasznalatos kod*|egyszeri kod*|egyszeri jelszo*|*ideiglenes kod*|*pin kod*|*hozzaferesi kod*|szamjegyu kod*|*visszaigazolo kod*|otp|*regisztracios kod*|*helyreallitasi kod*|*meghivokod*',
    otherCode:
      '*kuponkod*|*kedvezmenykod*|*iranyitoszam*|*vonalkod*|*forraskod*|qr kod*|*hibakod*|*nyomkovetesi kod*|*promocios kod*|*foglalasi kod*|*termekkod*|*ajandekkod*',
    enter: 'ird be|irja be|adja meg|add meg|hasznal*|masol*|gepel*',
    expire: 'lejar*|ervenyes*|perc*|ne ossza meg|ne oszd meg',
    number:
      'rendeles|*szam|*szama|szamla|hivatkozas|telefon*|tel|fax|mobil|osszesen|ar|afa|verzio|ip|ip cim|ugyszam',
    unasked:
      'ha nem on|ha nem te|ha ezt nem|nem on kerte|nem te kerted|nem kerte|nem kerted|teves*|tobbe nem',
    done: 'megerositve|aktivalva|sikeresen|mar aktiv|megvaltozott|modosult|koszonjuk a megerositest',
  },
};
