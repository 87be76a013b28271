import type { Words } from './concepts.ts';

/** Slavic languages, Greek, Turkish, Arabic, Hebrew, Persian. */
export const LEXICON_EAST: Readonly<Record<string, Words>> = {
  pl: {
    confirm: 'potwierd*|potwierdz*|zweryfik*|weryfik*|aktyw*|uwierzyteln*',
    account:
      'e mail*|email*|mail|adres*|konto|konta|kontem|koncie|rejestrac*|profil*|czlonkost*|poczt*',
    password: 'haslo|hasla|hasel|haslem|hasłem',
    renew: 'zresetuj*|reset*|zmien*|zmian*|odzysk*|ustaw*|nowe|nowego|utworz*|zapomn*|przywroc*',
    signIn: 'zaloguj*|logowani*|logowac|logowan*|loguj*',
    oneTime:
      'magiczny link|magicznego linku|link do logowania|jednorazowy link|bez hasla|linku do logowania|jednorazow*',
    invite: 'zapros*|zaprasz*|zaproszen*',
    accept: 'zaakceptuj*|akcept*|przyjmij|przyjac|dolacz*|weź udzial',
    subscribe:
      'newsletter*|subskry*|biuletyn*|list mailing*|liste mailing*|listy mailing*|prenumer*|lista|liste|listy',
    go: 'klikn*|klikaj*|link|linku|linka|lacze|odnosnik*|przycisk*|tutaj|tu|nastepuj*|ponizsz*|ponizej|skopiuj*|wklej*|przegladar*|otworz*|przejdz*|nacisn*',
    start:
      'kontynuuj*|rozpoczn*|zacznij*|dokoncz*|ukoncz*|zakoncz*|tak|zezwol*|dalej|zarejestruj*|zaloz konto|utworz konto',
    undo: 'wypisz*|anuluj*|rezygn*|odrzuc*|odmow*|cofnij|to nie ja|nie ja|usun*|zablokuj*|zglos*|dezaktyw*|zignoruj*|wycof*|wypisac',
    manage:
      'ustawieni*|preferencj*|zarzadz*|pomoc|pomocy|wsparci*|kontakt*|skontaktuj*|faq|prywatnosc*|regulamin*|warunki|zobacz w przegladarce|wersja online|strona glowna|strony glownej|strone|blog*|dowiedz sie|wiecej informacji|pobierz',
    trade:
      'zamowien*|zamowi*|faktur*|paragon*|platnosc*|zaplac*|zakup*|dostaw*|wysylk*|przesylk*|paczk*|rezerwac*|bilet*|kupon*|rabat*|znizk*|promocj*|ofert*|zwrot*|koszyk*',
    code: 'kod|kodu|kodem|kody|pin|cyfr*',
    secret:
      'kod weryfikacyjny|kodu weryfikacyjnego|kod potwierdzajacy|kodu potwierdzajacego|kod potwierdzenia|kod bezpieczenstwa|kodu bezpieczenstwa|kod uwierzytelniajacy|kod uwierzytelniania|kod autoryzacyjny|kod autoryzacji|kod dostepu|kod aktywacyjny|kod aktywacji|kod logowania|kod do logowania|kod jednorazowy|jednorazowy kod|kodu jednorazowego|haslo jednorazowe|jednorazowe haslo|kod tymczasowy|kod pin|kod rejestracyjny|kod odzyskiwania|cyfrowy kod|kod zaproszenia|otp|kod sms|tymczasowy kod|kod resetowania|kod do resetowania|kod do zresetowania',
    otherCode:
      'kod rabatowy|kod promocyjny|kod znizkowy|kod pocztowy|kod kreskowy|kod zrodlowy|kod qr|kod bledu|kod sledzenia|kod produktu|kod klienta|kod rezerwacji|kod polecajacy|kod kuponu|kody zapasowe',
    enter: 'wprowadz*|wpisz*|podaj*|uzyj*|wklej*|skopiuj*|uzyc|przepisz',
    expire: 'wygas*|wazny*|waznosc*|wazne|minut*|nie udostepniaj*|nikomu',
    number:
      'zamowienie|zamowienia|numer*|nr|faktura|faktury|referenc*|zgloszen*|telefon*|tel|faks|zadzwon*|razem|suma|kwota|cena|nip|regon|krs|wersja|rewizja|ip|adres ip',
    unasked:
      'jesli nie|jezeli nie|to nie ty|nie prosil*|nie zadal*|nie skladal*|nie zlecal*|nie rejestrowal*|przez pomylke|pomylkowo|nie chcesz|jesli to nie|nie zglaszal*',
    done: 'zostal potwierdzony|zostalo potwierdzone|zostalo aktywowane|jest aktywne|jest juz aktywne|zostal zweryfikowany|zostalo zweryfikowane|zostalo zmienione|zostal zmieniony|zostalo zresetowane|dziekujemy za potwierdzenie|pomyslnie',
  },
  cs: {
    confirm: 'potvrd*|potvrz*|over*|aktiv*|autentiz*|validac*',
    account: 'e mail*|email*|ucet|uctu|uctem|adres*|registrac*|profil*|clenstvi',
    password: 'heslo|hesla|heslem|hesel',
    renew: 'obnov*|resetov*|reset|zmen*|nastav*|nove|noveho|vytvor*|zapomen*|zvol*',
    signIn: 'prihlas*|prihlaseni|prihlasovac*',
    oneTime: 'magicky odkaz|magickeho odkazu|prihlasovaci odkaz|jednorazovy odkaz|bez hesla',
    invite: 'pozvan*|pozval*|zveme|pozvat',
    accept: 'prijmo*|prijmout|pripoj*|zucastn*|prijm*',
    subscribe: 'newsletter*|odber*|prihlaseni k odberu|zpravodaj*|seznam*',
    go: 'klikn*|kliknutim|odkaz*|tlacitk*|zde|sem|nasledujici*|nize|zkopir*|vloz*|prohlizec*|otevr*|prejd*|navstiv*',
    start:
      'pokracov*|pokracuj*|zacit|zacn*|dokonc*|ano|povol*|zaregistr*|registrovat|vytvorit ucet',
    undo: 'odhlas*|zrus*|odmit*|zamit*|odvol*|nejsem to ja|nebyl jsem to ja|to jsem nebyl|smaz*|blok*|nahlas*|deaktiv*|ignoruj*',
    manage:
      'nastaveni|predvolb*|sprav*|napoved*|pomoc|podpor*|kontakt*|faq|soukromi*|podmink*|zobrazit v prohlizeci|webova stranka|domovska stranka|web|blog*|vice informaci|zjistit vice|stahn*',
    trade:
      'objednav*|faktur*|uctenk*|platb*|zaplat*|nakup*|doruc*|doprav*|zasilk*|balik*|rezervac*|vstupenk*|kupon*|slev*|akce|nabidk*|vracen*|kosik*',
    code: 'kod|kodu|kodem|kody|pin|cislic*',
    secret:
      'overovaci kod|overovaciho kodu|potvrzovaci kod|potvrzovaciho kodu|bezpecnostni kod|bezpecnostniho kodu|autentizacni kod|autorizacni kod|pristupovy kod|aktivacni kod|aktivacniho kodu|prihlasovaci kod|prihlasovaciho kodu|jednorazovy kod|jednorazoveho kodu|jednorazove heslo|docasny kod|pin kod|kod pin|registracni kod|kod pro overeni|kod pro prihlaseni|ciferny kod|kod pro obnovu|kod pozvanky|otp|mistny kod',
    otherCode:
      'slevovy kod|promo kod|promokod|postovni smerovaci|psc|carovy kod|zdrojovy kod|qr kod|kod chyby|chybovy kod|sledovaci kod|kod produktu|kod zakaznika|kod rezervace|darkovy kod|zalozni kody',
    enter: 'zadej*|zadat|vloz*|napis*|pouzij*|opis*|zkopir*',
    expire: 'vyprs*|platn*|plati|minut*|nesdilej*|nikomu',
    number:
      'objednavka|objednavky|cislo|c|faktura|reference|pripad|telefon*|tel|fax|mobil|celkem|castka|cena|dph|ic|dic|verze|revize|ip|ip adresa|tiket',
    unasked:
      'pokud jste|pokud jsi|pokud to nebyl*|nezadal*|nepozadal*|nevyzadal*|omylem|pokud nechcete|neprejete',
    done: 'byl potvrzen|byla potvrzena|byl overen|byla overena|byl aktivovan|je aktivni|je nyni aktivni|bylo zmeneno|byl zmenen|byla zmenena|dekujeme za potvrzeni|uspesne',
  },
  sk: {
    confirm: 'potvrd*|overt*|overit|overen*|overova*|aktiv*|autentif*',
    account: 'e mail*|email*|ucet|uctu|uctom|adres*|registrac*|profil*',
    password: 'heslo|hesla|heslom|hesiel',
    renew: 'obnov*|resetov*|zmen*|nastav*|nove|noveho|vytvor*|zabud*',
    signIn: 'prihlas*',
    oneTime: 'magicky odkaz|prihlasovaci odkaz|jednorazovy odkaz|bez hesla',
    invite: 'pozvan*|pozval*|pozyva*',
    accept: 'prijat|prijm*|pripoj*',
    subscribe: 'newsletter*|odber*|zoznam*',
    go: 'klikn*|odkaz*|tlacid*|sem|tu|nasledujuc*|nizsie|skopir*|prehliadac*|otvor*',
    start: 'pokracov*|zacat|zacn*|dokonc*|ano|povol*|zaregistr*|registrovat|vytvorit ucet',
    undo: 'odhlas*|zrus*|odmiet*|zamiet*|nie som to ja|nebol som to ja|vymaz*|blok*|nahlas*|ignoruj*',
    manage:
      'nastaveni*|sprav*|pomoc|podpor*|kontakt*|sukromi*|podmienk*|web*|blog*|viac informacii|stiahn*',
    trade:
      'objednav*|faktur*|platb*|nakup*|doruc*|doprav*|zasielk*|balik*|rezervac*|kupon*|zlav*|akcia|ponuk*',
    code: 'kod|kodu|kodom|kody|pin|cislic*',
    secret:
      'overovaci kod|overovacieho kodu|potvrdzovaci kod|bezpecnostny kod|bezpecnostneho kodu|autentifikacny kod|pristupovy kod|aktivacny kod|prihlasovaci kod|jednorazovy kod|jednorazove heslo|docasny kod|pin kod|registracny kod|ciferny kod|otp|miestny kod',
    otherCode:
      'zlavovy kod|promo kod|psc|ciarovy kod|zdrojovy kod|qr kod|kod chyby|sledovaci kod|kod produktu',
    enter: 'zadaj*|zadat|vloz*|napis*|pouzit*|pouzi*',
    expire: 'vyprs*|platn*|plati|minut*|nezdielaj*',
    number:
      'objednavka|objednavky|cislo|c|faktura|referencia|telefon*|tel|fax|spolu|suma|cena|dph|ico|verzia|ip',
    unasked: 'ak ste|ak si ne|nepoziadal*|neziadal*|omylom|ak to nebol*|nezelate',
    done: 'bol potvrdeny|bola potvrdena|bol overeny|bola overena|bol aktivovany|je aktivny|bolo zmenene|dakujeme za potvrdenie|uspesne',
  },
  hr: {
    confirm: 'potvrd*|verificir*|aktivir*|provjer*|ovjer*|verifikuj*|verifikac*',
    account: 'e mail*|e post*|email*|racun|racuna|nalog|naloga|adres*|registraci*|profil*|imejl*',
    password: 'lozink*|zapork*|sifr*',
    renew:
      'resetir*|poniste*|ponovno postav*|promijen*|promen*|nova|novu|postav*|zaborav*|obnov*|oporav*',
    signIn: 'prijav*|prijavi*|ulogu*|login',
    oneTime: 'carobna poveznica|magicni link|poveznica za prijavu|jednokratn*|bez lozinke',
    invite: 'pozivnic*|pozvan*|poziva*|poziv',
    accept: 'prihvat*|pridruzi*|pridruzit*',
    subscribe: 'newsletter*|pretplat*|bilten*|lista|popis',
    go: 'klikn*|poveznic*|link|linku|veza|vezu|gumb*|dugme|ovdje|ovde|sljedec*|sledec*|nize|ispod|kopiraj*|zalijepi*|preglednik*|otvori*',
    start: 'nastav*|zapocn*|pocn*|dovrsi*|zavrsi*|da|dopusti*|registriraj*|registruj*|stvori racun',
    undo: 'odjav*|otkaz*|odbij*|odbac*|opozov*|nisam ja|nisam to bio|izbris*|blokir*|prijavi zlouporab*|deaktivir*|zanemar*|ponisti pretplatu',
    manage:
      'postavk*|podesavanj*|upravlj*|pomoc|podrsk*|kontakt*|privatnost*|uvjeti|uslovi|web stranic*|pocetna|blog*|saznaj*|preuzm*',
    trade:
      'narudzb*|porudzbin*|racun broj|faktur*|placanj*|kupnj*|kupovin*|dostav*|posiljk*|paket*|rezervacij*|ulaznic*|kupon*|popust*|akcij*|ponud*|povrat*',
    code: 'kod|koda|kodom|kôd|kodovi|pin|znamenk*',
    secret:
      'kod za potvrdu|kod za provjeru|kontrolni kod|potvrdni kod|sigurnosni kod|bezbednosni kod|verifikacijski kod|verifikacioni kod|pristupni kod|aktivacijski kod|aktivacioni kod|kod za prijavu|jednokratni kod|jednokratna lozinka|jednokratnu lozinku|privremeni kod|pin kod|znamenkasti kod|otp|kod za aktivaciju|kod za verifikaciju',
    otherCode:
      'kod za popust|promotivni kod|promo kod|postanski broj|bar kod|crticni kod|izvorni kod|qr kod|kod greske|kod pogreske|kod za pracenje',
    enter: 'unesi*|upisi*|koristi*|upotrijeb*|upotreb*|ukucaj*|kopiraj*',
    expire: 'istjec*|istic*|istekn*|vrijedi|vazi|minut*',
    number:
      'narudzba|narudzbe|broj|br|faktura|referenc*|telefon*|tel|fax|faks|ukupno|iznos|cijena|cena|oib|pib|pdv|verzija|ip',
    unasked:
      'ako niste|ako nisi|niste zatrazil*|niste trazil*|nisi zatrazi*|greskom|ako to niste|ne zelite',
    done: 'je potvrden*|je aktiviran*|je verificiran*|je promijenjen*|je promenjen*|uspjesno|uspesno|hvala na potvrdi',
  },
  ru: {
    confirm: 'подтверд*|подтвержд*|актив*|верифи*|провер*|валид*',
    account:
      'e mail|email|почт*|электронн*|адрес*|аккаунт*|учетн*|учётн*|регистрац*|профил*|запис*|имейл*',
    password: 'парол*',
    renew:
      'сброс*|сменить|смен*|измен*|восстанов*|восстановл*|нов*|создать|создайте|задать|забы*|установ*|обнов*',
    signIn: 'войти|войдите|вход|входа|авториз*|логин*',
    oneTime:
      'ссылка для входа|ссылку для входа|ссылке для входа|одноразовая ссылка|без пароля|волшебная ссылка|магическая ссылка',
    invite: 'приглаш*|пригласи*',
    accept: 'принять|примите|принят*|присоедин*|вступ*',
    subscribe: 'подпис*|рассыл*|список|списк*|новостн*',
    go: 'нажмите|нажать|нажав|кликн*|щелкн*|щёлкн*|ссылк*|кнопк*|здесь|сюда|след*|перейд*|перейти|пройд*|ниже|скопир*|встав*|браузер*|откр*',
    start:
      'продолж*|начать|начн*|заверш*|да|разреш*|приступ*|далее|зарегистр*|создать аккаунт|создать учетную',
    undo: 'отпис*|отказ*|отмен*|отклон*|отозв*|это не я|не я|это был не я|удал*|заблокир*|блокир*|сообщить о|деактив*|игнор*|проигнор*',
    manage:
      'настройк*|управл*|помощ*|поддержк*|справк*|свяжитесь|связаться|контакт*|конфиденциальн*|условия|соглашен*|посмотреть в браузере|веб версия|онлайн верси*|сайт*|главн*|блог*|подробнее|узнать больше|скачать',
    trade:
      'заказ*|счет|счёт|счета|чек|оплат*|плат*|покуп*|доставк*|посылк*|брон*|билет*|купон*|скидк*|акци*|предложен*|возврат*|корзин*|промо*',
    code: 'код|кода|кодом|коды|пин|цифр*',
    secret:
      'код подтверждения|кода подтверждения|код проверки|проверочный код|проверочного кода|код безопасности|защитный код|код аутентификации|код авторизации|код доступа|код активации|код для входа|код входа|код для подтверждения|одноразовый код|одноразового кода|одноразовый пароль|одноразового пароля|временный код|пин код|пинкод|код регистрации|код восстановления|код верификации|секретный код|значный код|код приглашения|otp|код для сброса|код для регистрации|аутентификационный код|код двухфакторной|подтверждающий код|код пригл*',
    otherCode:
      'промокод*|промо код|код купона|код скидки|почтовый индекс|почтовый код|штрих код|штрихкод|исходный код|исходного кода|qr код|код ошибки|код отслеживания|трек код|код товара|код клиента|код бронирования|код города|код страны|резервные коды',
    enter: 'введите|введи|ввести|укажите|использ*|вставьте|скопируйте|наберите|введит*',
    expire: 'истек*|истеч*|действ*|минут*|не сообщайте|никому|не передавайте',
    number:
      'заказ|заказа|номер*|№|счет|счёт|счета|ссылочный|обращени*|заявк*|телефон*|тел|факс|звоните|итого|сумма|цена|инн|огрн|кпп|версия|ревизия|ip|ip адрес|тикет|индекс|задача|ошибка',
    unasked:
      'если вы не|если это не вы|если это были не вы|не запрашивал*|не отправлял*|не регистрировал*|не делал*|по ошибке|не хотите|если не вы|вы не просили|если вы ничего не',
    done: 'подтвержден|подтверждён|подтверждена|подтверждён|активирован|активирована|успешно|уже активен|был изменен|был изменён|изменен|изменён|завершена|спасибо за подтверждение|сброшен|обновлен|обновлён',
  },
  uk: {
    confirm: 'підтверд*|підтвердж*|актив*|верифік*|перевір*',
    account: 'e mail|email|пошт*|електронн*|адрес*|обліков*|акаунт*|реєстрац*|профіл*|запис*',
    password: 'парол*',
    renew: 'скин*|зміни*|змін*|віднов*|нов*|створ*|забул*|встанов*|оновит*|оновл*',
    signIn: 'увійти|увійдіть|вхід|входу|авториз*|логін*|ввійти',
    oneTime:
      'посилання для входу|одноразове посилання|без пароля|магічне посилання|чарівне посилання',
    invite: 'запрош*|запроси*',
    accept: 'прийня*|прийм*|приєдна*|долуч*',
    subscribe: 'підпис*|розсил*|список|списк*',
    go: 'натисн*|клацн*|клікн*|посилан*|кнопк*|тут|сюди|наступн*|перейд*|перейти|нижче|скопію*|вставт*|браузер*|відкри*',
    start: 'продовж*|почати|почн*|заверш*|так|дозвол*|розпоч*|зареєстр*|створити обліковий',
    undo: 'відпис*|скасу*|відмов*|відхил*|відклик*|це не я|не я|видал*|заблок*|повідомити про|деактив*|ігнор*|проігнор*',
    manage:
      "налаштув*|керув*|допомог*|підтримк*|довідк*|зв'яж*|контакт*|конфіденційн*|умови|переглянути в браузері|веб версія|сайт*|головн*|блог*|детальніше|дізнатися більше|завантаж*",
    trade:
      'замовл*|рахун*|чек|оплат*|плат*|покуп*|купівл*|доставк*|посилк*|бронюв*|квит*|купон*|знижк*|акці*|пропозиц*|поверн*|кошик*|промо*',
    code: 'код|коду|кодом|коди|пін|цифр*',
    secret:
      'код підтвердження|коду підтвердження|код перевірки|код безпеки|код автентифікації|код авторизації|код доступу|код активації|код для входу|код входу|одноразовий код|одноразового коду|одноразовий пароль|тимчасовий код|пін код|код реєстрації|код відновлення|код верифікації|секретний код|значний код|код запрошення|otp|код для підтвердження|перевірочний код|код для скидання',
    otherCode:
      'промокод*|промо код|код купона|код знижки|поштовий індекс|штрих код|штрихкод|вихідний код|qr код|код помилки|код відстеження|код товару|код клієнта|код бронювання|код країни|резервні коди',
    enter: 'введіть|введи|ввести|вкажіть|використ*|вставте|скопіюйте|наберіть',
    expire: 'закінч*|дійсн*|дії|діє|хвилин*|нікому|не повідомляйте|спливає|не передавайте',
    number:
      'замовлення|номер*|№|рахунок|звернення|заявк*|телефон*|тел|факс|дзвоніть|разом|сума|ціна|єдрпоу|іпн|версія|ревізія|ip|ip адреса|індекс',
    unasked:
      'якщо ви не|якщо це не ви|якщо це були не ви|не запитувал*|не надсилал*|не реєструвал*|помилково|не бажаєте|не хочете|не робили',
    done: 'підтверджено|активовано|успішно|вже активний|змінено|завершено|дякуємо за підтвердження|скинуто|оновлено',
  },
  bg: {
    confirm: 'потвърд*|потвържд*|актив*|верифиц*|проверк*|провери',
    account: 'имейл*|e mail|email|поща|адрес*|акаунт*|профил*|регистрац*|сметк*',
    password: 'парол*',
    renew: 'нулир*|смен*|промен*|възстанов*|нов*|създа*|забрав*|задай*|зада*',
    signIn: 'вход|вписв*|влез*|влизане|логване',
    oneTime: 'магически линк|магическата връзка|линк за вход|връзка за вход|еднократ*|без парола',
    invite: 'покан*|кани',
    accept: 'прием*|присъедин*',
    subscribe: 'абон*|бюлетин*|списък*',
    go: 'щракн*|кликн*|натисн*|връзк*|линк*|бутон*|тук|следн*|последв*|отвор*|долу|по долу|копир*|постав*|браузър*',
    start: 'продълж*|започн*|завърш*|да|разреш*|регистрирай*|създай акаунт',
    undo: 'отпиш*|отпис*|отказ*|отмен*|отхвърл*|не съм аз|не бях аз|изтри*|блокир*|докладв*|деактив*|пренебрег*|игнор*',
    manage:
      'настройк*|управл*|помощ*|поддръжк*|контакт*|свържете|поверителност*|условия|уебсайт*|сайт*|начал*|блог*|научете повече|изтегл*',
    trade:
      'поръчк*|фактур*|касов*|плащан*|покупк*|доставк*|пратк*|резервац*|билет*|купон*|отстъпк*|промоц*|оферт*|количк*',
    code: 'код|кода|кодът|кодове|пин|цифр*',
    secret:
      'код за потвърждение|кодът за потвърждение|код за потвърждаване|код за сигурност|код за проверка|код за верификация|код за удостоверяване|код за достъп|код за активиране|код за вход|кодът за вход|еднократен код|еднократната парола|еднократна парола|временен код|пин код|код за регистрация|код за възстановяване|цифрен код|otp|потвърдителен код|кодът ви за потвърждение',
    otherCode:
      'промо код|промокод*|код за отстъпка|пощенски код|баркод*|изходен код|qr код|код за грешка|код за проследяване|код на продукт*',
    enter: 'въвед*|използв*|напиш*|постав*|копир*',
    expire: 'изтич*|валид*|минут*|не споделяйте',
    number: 'поръчка|номер*|№|фактура|справка|телефон*|тел|факс|общо|сума|цена|еик|версия|ip',
    unasked:
      'ако не сте|ако вие не|ако не си|ако това не сте|не сте заявил*|не сте поискал*|не сте искал*|по погрешка|по грешка|не желаете',
    done: 'е потвърден|беше потвърден|е потвърдена|е активиран|беше активиран|успешно|беше променен|беше променена|е променена|благодарим за потвърждението',
  },
  el: {
    confirm: 'επιβεβαι*|επαληθευ*|ενεργοποι*|πιστοποι*|επικυρω*',
    account: 'email|e mail|ηλεκτρονικ*|διευθυνσ*|λογαριασμ*|εγγραφ*|προφιλ',
    password:
      'κωδικο προσβασης|κωδικου προσβασης|κωδικος προσβασης|κωδικο σας προσβασης|συνθηματικ*|κωδικου σας',
    renew: 'επαναφορ*|επαναφερ*|αλλαγ*|αλλαξ*|ορισ*|νεο|νεου|δημιουργ*|ξεχασ*|ανακτησ*',
    signIn: 'συνδεθ*|συνδεσ*|εισοδ*',
    oneTime: 'μαγικος συνδεσμος|συνδεσμος συνδεσης|μιας χρησης|χωρις κωδικο',
    invite: 'προσκλη*|προσκαλ*|προσκεκλ*',
    accept: 'αποδοχ*|αποδεχ*|συμμετ*',
    subscribe: 'ενημερωτικ*|newsletter|συνδρομ*|λιστα',
    go: 'κλικ|πατησ*|πατηστε|συνδεσμ*|κουμπι*|εδω|ακολουθ*|παρακατω|αντιγρα*|επικολλ*|περιηγητ*|ανοιξ*',
    start: 'συνεχ*|ξεκιν*|ολοκληρ*|ναι|επιτρεψ*|εγγραφειτε|δημιουργια λογαριασμου',
    undo: 'διαγραφ*|απεγγραφ*|ακυρω*|απορριψ*|ανακλησ*|δεν ημουν εγω|αποκλεισμ*|αναφορα|απενεργοποι*|αγνοησ*',
    manage:
      'ρυθμισ*|προτιμησ*|διαχειρι*|βοηθεια|υποστηριξ*|επικοινων*|απορρητ*|οροι|ορους|ιστοσελιδ*|αρχικη|μαθετε περισσοτερα|ληψη',
    trade:
      'παραγγελι*|τιμολογι*|αποδειξ*|πληρωμ*|αγορ*|παραδοσ*|αποστολ*|κρατησ*|εισιτηρι*|κουπονι*|εκπτωσ*|προσφορ*|επιστροφ*',
    code: 'κωδικος|κωδικο|κωδικου|κωδικοι|pin|ψηφι*',
    secret:
      'κωδικος επαληθευσης|κωδικο επαληθευσης|κωδικου επαληθευσης|κωδικος επιβεβαιωσης|κωδικο επιβεβαιωσης|κωδικος ασφαλειας|κωδικο ασφαλειας|κωδικος ενεργοποιησης|κωδικο ενεργοποιησης|κωδικος συνδεσης|κωδικο συνδεσης|κωδικος μιας χρησης|κωδικο μιας χρησης|προσωρινος κωδικος|προσωρινο κωδικο|ψηφιος κωδικος|ψηφιο κωδικο|κωδικος εισοδου|κωδικος pin|otp|κωδικος πιστοποιησης|κωδικος εγγραφης',
    otherCode:
      'κωδικος εκπτωσης|εκπτωτικος κωδικος|ταχυδρομικος κωδικας|πηγαιος κωδικας|κωδικος προιοντος|κωδικος σφαλματος|κωδικος παραγγελιας',
    enter: 'εισαγ*|πληκτρολογ*|χρησιμοποι*|γραψ*|αντιγραψ*',
    expire: 'ληγ*|ληξ*|ισχυ*|λεπτα|μην μοιρα*|μην κοινοποι*',
    number: 'παραγγελια|αριθμος|αρ|τιμολογιο|τηλεφωνο|τηλ|φαξ|συνολο|ποσο|τιμη|αφμ|εκδοση|ip',
    unasked: 'αν δεν|εαν δεν|δεν ζητησ*|δεν το ζητησ*|δεν ησασταν|κατα λαθος|δεν επιθυμειτε',
    done: 'εχει επιβεβαιωθει|επιβεβαιωθηκε|εχει επαληθευτει|επαληθευτηκε|εχει ενεργοποιηθει|ενεργοποιηθηκε|ειναι πλεον ενεργος|αλλαξε|εχει αλλαξει|επιτυχως',
  },
  tr: {
    confirm: 'dogrula*|onayla*|onay|aktiflestir*|etkinlestir*|aktive*|aktivasyon*|teyit',
    account:
      'e posta*|eposta*|email|mail|hesab*|hesap*|adres*|kayit|kaydi*|uyelik*|uyelig*|profil*',
    password: 'sifre*|parola*|sifren*',
    renew: 'sifirla*|degistir*|yenile*|unut*|olustur*|belirle*|yeni|kurtar*|guncelle*',
    signIn: 'giris yap*|giris|oturum ac*|oturum',
    oneTime:
      'sihirli baglanti*|sihirli link|giris baglanti*|tek kullanimlik baglanti*|tek seferlik baglanti*|sifresiz',
    invite: 'davet*|davetiye*',
    accept: 'kabul et*|kabul|katil*',
    subscribe: 'abone*|abonelik*|bulten*|liste*|haber bulten*',
    go: 'tikla*|baglanti*|link*|dugme*|buton*|buraya|burayi|asagidaki|asagida|takip|kopyala*|yapistir*|tarayici*|ac|ziyaret',
    start: 'devam*|basla*|tamamla*|bitir*|evet|izin ver*|kaydol*|kayit ol*|uye ol*|hesap olustur*',
    undo: 'abonelikten cik*|abonelikten ayril*|iptal*|reddet*|ret|geri cek*|ben degildim|bu ben degil*|sil|silin*|engelle*|bildir*|sikayet|devre disi*|yoksay*|goz ardi|dikkate alma*|kaldir*',
    manage:
      'ayarlar*|tercih*|yonet*|yardim*|destek|iletisim*|sss|gizlilik*|kosullar*|sartlar*|tarayicida goruntule|web sitesi*|websitesi*|ana sayfa*|blog*|daha fazla bilgi|indir|magazamiz*',
    trade:
      'siparis*|fatura*|makbuz*|odeme*|satin al*|teslim*|kargo*|paket*|rezervasyon*|bilet*|kupon*|indirim*|kampanya*|teklif*|iade*|sepet*',
    code: 'kod|kodu|kodun*|koduyla|kodlar*|pin|haneli|rakam*',
    secret:
      'dogrulama kodu*|onay kodu*|guvenlik kodu*|kimlik dogrulama kodu*|erisim kodu*|aktivasyon kodu*|etkinlestirme kodu*|giris kodu*|oturum acma kodu*|tek kullanimlik kod*|tek seferlik kod*|tek kullanimlik sifre*|tek kullanimlik parola*|tek seferlik sifre*|gecici kod*|pin kodu*|kayit kodu*|kurtarma kodu*|haneli kod*|sifirlama kodu*|otp|davet kodu*|sms kodu*',
    otherCode:
      'indirim kodu*|kupon kodu*|promosyon kodu*|kampanya kodu*|posta kodu*|barkod*|kaynak kod*|qr kod*|kare kod*|hata kodu*|takip kodu*|urun kodu*|musteri kodu*|rezervasyon kodu*|referans kodu*|alan kodu*|ulke kodu*|hediye kodu*|yedek kod*',
    enter: 'gir|girin*|giriniz|yaz*|kullan*|yapistir*|kopyala*',
    expire: 'gecerli*|sona er*|suresi dol*|dakika*|paylasma*|gecerlilik',
    number:
      'siparis|numara*|no|fatura|referans|talep|telefon*|tel|faks|arayin|toplam|tutar|fiyat|vergi|surum|ip|ip adresi|tarih',
    unasked:
      'eger bu|siz degilseniz|sen degilsen|siz yapmadiysaniz|talep etmediyseniz|istemediyseniz|istemediysen|talebinde bulunmadiysaniz|bulunmadiysaniz|bulunmadiysan|yanlislikla|istemiyorsaniz|almak istemiyor*|yapmadiysaniz|size ait degilse',
    done: 'dogrulandi|onaylandi|etkinlestirildi|aktiflestirildi|basariyla|artik aktif|degistirildi|sifirlandi|guncellendi|tamamlandi|eklendi',
  },
  ar: {
    confirm: 'تأكيد|تاكيد|أكد|اكد|تحقق|التحقق|تفعيل|فعل |تنشيط|توثيق|إثبات',
    account: 'بريد|البريد الإلكتروني|البريد الالكتروني|حساب|عنوان|تسجيل|اشتراكك|الهوية|ايميل|إيميل',
    password: 'كلمة المرور|كلمة السر|كلمة مرور|الرقم السري|كلمة مرورك|كلمه المرور',
    renew: 'إعادة تعيين|اعادة تعيين|إعادة ضبط|تغيير|استعادة|استرداد|نسيت|جديدة|تعيين|إنشاء|تحديث',
    signIn: 'تسجيل الدخول|تسجيل دخول|الدخول|دخول|سجل الدخول|لتسجيل دخولك',
    oneTime: 'رابط سحري|الرابط السحري|رابط تسجيل الدخول|رابط الدخول|لمرة واحدة|بدون كلمة مرور',
    invite: 'دعوة|دعاك|دعوتك|مدعو|يدعوك|الدعوة',
    accept: 'قبول|اقبل|انضم|الانضمام|انضمام|موافقة',
    subscribe: 'اشتراك|الاشتراك|النشرة|نشرة|القائمة البريدية|قائمة بريدية',
    go: 'انقر|اضغط|النقر|الضغط|رابط|الرابط|زر |الزر|هنا|التالي|أدناه|ادناه|انسخ|الصق|المتصفح|افتح|اتبع',
    start:
      'متابعة|استمرار|ابدأ|ابدا|إكمال|اكمال|أكمل|إنهاء|نعم|السماح|سجل الآن|إنشاء حساب|أنشئ حساب',
    undo: 'إلغاء|الغاء|رفض|لم أكن أنا|ليس أنا|لست أنا|حذف|حظر|إبلاغ|الإبلاغ|تعطيل|تجاهل|إيقاف|سحب',
    manage:
      'إعدادات|اعدادات|تفضيلات|إدارة|مساعدة|المساعدة|الدعم|دعم|اتصل بنا|تواصل|الخصوصية|الشروط|الأحكام|عرض في المتصفح|الموقع|موقعنا|الرئيسية|مدونة|اقرأ المزيد|معرفة المزيد|تحميل',
    trade:
      'طلبك|الطلب|رقم الطلب|فاتورة|الفاتورة|إيصال|الدفع|دفع|شراء|توصيل|شحن|الشحن|حجز|الحجز|تذكرة|قسيمة|كوبون|خصم|عرض خاص|عروض|استرداد المبلغ|السلة',
    code: 'رمز|الرمز|كود|الكود|رموز|أرقام',
    secret:
      'رمز التحقق|رمز تحقق|كود التحقق|رمز التأكيد|كود التأكيد|رمز الأمان|رمز الامان|رمز المصادقة|رمز الدخول|رمز تسجيل الدخول|رمز التفعيل|كود التفعيل|رمز لمرة واحدة|الرمز المؤقت|رمز مؤقت|كلمة مرور لمرة واحدة|كلمة المرور لمرة واحدة|رمز الوصول|الرمز السري|رمز سري|رمز الاستعادة|رمز otp|otp|رمز التعريف|رمز الدعوة|رمز إعادة التعيين',
    otherCode:
      'رمز الخصم|كود الخصم|كود خصم|رمز خصم|رمز القسيمة|الرمز البريدي|رمز بريدي|كود المنتج|رمز المنتج|رمز الخطأ|رمز التتبع|رمز الاستجابة|باركود|رمز الحجز|رموز احتياطية|رمز ترويجي|الرمز الترويجي',
    enter: 'أدخل|ادخل|إدخال|ادخال|استخدم|استخدام|اكتب|كتابة|الصق|انسخ',
    expire: 'صالح|صلاحية|تنتهي|ينتهي|دقيقة|دقائق|لا تشارك|عدم مشاركة|ساري',
    number:
      'طلب رقم|رقم|فاتورة|مرجع|هاتف|الهاتف|جوال|فاكس|اتصل|المجموع|الإجمالي|المبلغ|السعر|إصدار|تذكرة',
    unasked:
      'إذا لم|اذا لم|إن لم|لم تطلب|لم تقم|لم تكن أنت|لست أنت|عن طريق الخطأ|بالخطأ|لا ترغب|ما لم',
    done: 'تم تأكيد|تم التحقق|تم تفعيل|تم تغيير|بنجاح|تمت إعادة|حسابك نشط|تم تحديث|تمت إضافة',
  },
  he: {
    confirm: 'אישור|אשר|אמת|אימות|לאמת|לאשר|הפעל|הפעלת|להפעיל|אמתו|אשרו|הפעלה',
    account: 'דוא"ל|דואר אלקטרוני|דואל|מייל|אימייל|חשבון|כתובת|הרשמה|רישום|פרופיל|הרשמת|דוא״ל',
    password: 'סיסמה|סיסמא|סיסמת|הסיסמה',
    renew: 'איפוס|אפס|לאפס|שינוי|שנה|לשנות|שחזור|שכחת|חדשה|בחר|צור|עדכון|הגדר',
    signIn: 'התחבר|התחברות|להתחבר|כניסה|היכנס|להיכנס|התחברו',
    oneTime: 'קישור קסם|קישור התחברות|קישור כניסה|קישור לכניסה|חד פעמי|ללא סיסמה|קישור להתחברות',
    invite: 'הזמנה ל|הוזמנת|הזמין אותך|הזמינה אותך|מזמין אותך|מוזמן|ההזמנה שלך ל|הזמנה להצטרף',
    accept: 'קבל|לקבל|הצטרף|להצטרף|הצטרפות|קבלת ההזמנה',
    subscribe: 'מינוי|הרשמה לניוזלטר|ניוזלטר|רשימת תפוצה|רשימת דיוור|עדכונים',
    go: 'לחץ|לחצו|ללחוץ|לחיצה|הקלק|הקש|קישור|הקישור|כפתור|הכפתור|כאן|הבא|למטה|העתק|הדבק|דפדפן|פתח|עקוב',
    start: 'המשך|להמשיך|התחל|להתחיל|השלם|להשלים|סיום|כן,|אפשר|בואו נתחיל|הירשם|להירשם|צור חשבון',
    undo: 'ביטול|בטל|לבטל|הסר|הסרה|להסיר|דחה|דחייה|לא אני|זה לא אני|מחק|חסום|דווח|השבת|התעלם',
    manage:
      'הגדרות|העדפות|ניהול|נהל|עזרה|תמיכה|צור קשר|צרו קשר|פרטיות|תנאי|הצג בדפדפן|אתר|דף הבית|בלוג|מידע נוסף|קרא עוד|הורד',
    trade:
      'מספר הזמנה|הזמנתך|חשבונית|קבלה על|תשלום|רכישה|קנייה|משלוח|חבילה|כרטיס|קופון|הנחה|מבצע|החזר|עגלה|שובר',
    code: 'קוד|הקוד|קודים|ספרות|פין',
    secret:
      'קוד אימות|קוד האימות|קוד אישור|קוד האישור|קוד אבטחה|קוד האבטחה|קוד כניסה|קוד הכניסה|קוד התחברות|קוד הפעלה|קוד חד פעמי|קוד זמני|סיסמה חד פעמית|קוד גישה|קוד סודי|קוד פין|קוד שחזור|קוד איפוס|קוד רישום|קוד הרשמה|otp|הקוד שלך|קוד זיהוי|קוד הזמנה|קוד בן',
    otherCode:
      'קוד קופון|קוד הנחה|קוד מבצע|קוד פרומו|קוד מוצר|קוד שגיאה|קוד מקור|קוד פתוח|ברקוד|קוד מעקב|מיקוד|קוד qr',
    enter: 'הזן|הזינו|להזין|הכנס|הקלד|השתמש|הדבק|העתק|הקש',
    expire: 'תוקף|בתוקף|יפוג|פג|דקות|אל תשתף|אין לשתף|אין למסור',
    number: "הזמנה מספר|מספר|מס'|חשבונית|אסמכתא|טלפון|טל'|נייד|פקס|סה\"כ|סכום|מחיר|גרסה|פנייה|ח.פ",
    unasked: 'אם לא|לא ביקשת|לא אתה|לא את |לא ביצעת|לא נרשמת|בטעות|לא מעוניין|לא מזהה',
    done: 'אומת בהצלחה|אושר בהצלחה|אומתה|אושרה|הופעל בהצלחה|בהצלחה|שונתה|שונה|עודכנה',
  },
  fa: {
    confirm:
      'تأیید|تایید|تائید|فعال سازی|فعالسازی|فعال‌سازی|فعال کردن|فعال کنید|اعتبارسنجی|احراز هویت|تصدیق',
    account: 'ایمیل|رایانامه|پست الکترونیک|حساب|نشانی|آدرس|ثبت نام|ثبت‌نام|عضویت|پروفایل',
    password: 'رمز عبور|گذرواژه|کلمه عبور|کلمه‌ی عبور|پسورد|گذرواژهٔ',
    renew: 'بازنشانی|بازیابی|تغییر|فراموشی|فراموش|جدید|تنظیم مجدد|ریست|ایجاد|تعیین',
    signIn: 'ورود|وارد شدن|وارد شوید|وارد حساب|لاگین',
    oneTime:
      'لینک جادویی|پیوند جادویی|لینک ورود|پیوند ورود|یک بار مصرف|یکبار مصرف|یک‌بار مصرف|بدون رمز',
    invite: 'دعوت',
    accept: 'پذیرش|پذیرفتن|بپذیرید|قبول|پیوستن|ملحق|بپیوندید',
    subscribe: 'اشتراک|خبرنامه|فهرست پستی|لیست ایمیل',
    go: 'کلیک|لینک|پیوند|دکمه|اینجا|زیر |روی|کپی|مرورگر|باز کنید|بزنید|ضربه',
    start: 'ادامه|شروع|تکمیل|پایان|بله|اجازه|آغاز|ثبت نام کنید|ایجاد حساب',
    undo: 'لغو|انصراف|رد کردن|رد دعوت|نپذیرفتن|من نبودم|کار من نبود|حذف|مسدود|گزارش|غیرفعال|نادیده',
    manage:
      'تنظیمات|مدیریت|راهنما|پشتیبانی|کمک|تماس با ما|حریم خصوصی|شرایط|قوانین|مشاهده در مرورگر|وب سایت|وب‌سایت|صفحه اصلی|وبلاگ|بیشتر بدانید|دانلود',
    trade:
      'سفارش|فاکتور|صورتحساب|رسید|پرداخت|خرید|ارسال کالا|تحویل|بسته|رزرو|بلیت|بلیط|کوپن|تخفیف|پیشنهاد ویژه|سبد خرید',
    code: 'کد|رمز|رقمی',
    secret:
      'کد تأیید|کد تایید|کد تائید|کد امنیتی|کد احراز هویت|کد ورود|کد فعال سازی|کد فعالسازی|کد فعال‌سازی|کد یک بار مصرف|کد یکبار مصرف|کد یک‌بار مصرف|رمز یک بار مصرف|رمز یکبار مصرف|رمز یک‌بار مصرف|رمز پویا|کد موقت|کد دسترسی|کد بازیابی|کد ثبت نام|کد ثبت‌نام|otp|کد اعتبارسنجی|کد تصدیق|کد دعوت',
    otherCode:
      'کد تخفیف|کد پستی|کدپستی|بارکد|کد منبع|کد خطا|کد رهگیری|کد پیگیری|کد محصول|کد مشتری|کد رزرو|کد معرف|کد هدیه|کد سفارش',
    enter: 'وارد کنید|وارد نمایید|استفاده|بنویسید|کپی کنید|وارد کردن',
    expire: 'اعتبار|معتبر|منقضی|دقیقه|در اختیار|به اشتراک نگذارید',
    number: 'شماره|سفارش|فاکتور|مرجع|تلفن|موبایل|فکس|نمابر|جمع|مبلغ|قیمت|نسخه|تیکت',
    unasked:
      'اگر شما|اگر این|درخواست نکرده|نداده‌اید|نکرده اید|نکرده‌اید|شما نبودید|اشتباه|نمی‌خواهید|نمی خواهید',
    done: 'تأیید شد|تایید شد|فعال شد|با موفقیت|تغییر کرد|تغییر یافت|به‌روزرسانی شد',
  },
};
