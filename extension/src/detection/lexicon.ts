import type { Concept } from './concepts.ts';

/**
 * The words of the concepts, in many languages. `word` and `more words` stand alone, `begin*` is the beginning of a word,
 * `*part` stands anywhere. Scripts without spaces always match anywhere. Every page carries this list: what tells
 * nothing about a field is not in it.
 */
export const LEXICON: Readonly<Record<Concept, string>> = {
  email: `*email|e mail*|mail|mails|mailadres*|*mailaddr|usermail|correo|correio|courriel|adresse electronique|courrier electronique|adres elektroniczn*|el past*|e past*
    epost*|e post*|sahkopost*|spost|eposta|e posta|poczt*|mejl*|posta|elektronska
    почт*|электронн*|имейл*|мейл*|пошт*|електронн*|ηλεκτρονικ*
    メール|メアド|邮箱|邮件|電郵|电邮|郵箱|郵件|信箱|이메일|메일|อีเมล|ईमेल|thu dien tu|surel
    بريد*|البريد|ايميل|الايميل|ایمیل|رایانامه|الکترونیک|الالكتروني|דואל|דוא ל|מייל|אימייל|דואר אלקטרוני`,
  signUp: `sign up|*signup|sign me up|signing up|*regist|create account|create an account|create your account|create my account|create a free|create free|create new|*createaccount|create profile|new account|newaccount|new user|newuser|new customer*|join|joining|get started|start free|free trial|become|enrol*|onboarding|set up your|setup|create password|create a password|choose a|choose your|apply now|application
    konto erstellen|kundenkonto anlegen|neukunde|neuanmeldung|mitglied werden|loslegen|anlegen|neu hier|neues konto
    crear|crea|unete|hazte|inscri*|darse de alta|iscriv*|creer|creez|cree|creation|rejoin*|devenir|criar|crie|cadastr*
    account aanmaken|maak een account|aanmelden|skapa*|bli medlem|opret*|tilmeld*|opprett|luo|rekisteroi*|liity
    zarejestr*|zaloz*|utworz|stworz|rejestr*|dolacz|zalozit|zaregistr*|vytvor*|letrehoz*|csatlakoz*|regisztr*|creeaza|inregistr*|creare|δημιουργ*|εγγραφ*
    регистр*|зарегистр*|зареєстр*|созда*|присоедин*|реестр*|зареестр*|створ*|приєдн*|създа*|kayit|kaydol|uye ol|uyelik|olustur|hesap ac
    登録|新規|アカウント作成|入会|注册|註冊|创建|建立帳|開戶|开户|加入會員|立即加入|가입|สมัคร|ลงทะเบียน|สร้างบัญชี|पंजीकरण|रजिस्टर
    dang ky|daftar|tao tai khoan|buat akun|التسجيل|ثبت نام|mendaftar|pendaftaran|bergabung|انشاء|انشئ|حساب جديد|انضم|عضو*|הרשמ*|הירשמ*|הירשם|הצטרפ*`,
  logIn: `log in|*login|logging in|sign in|*signin|signing in|sign into|logon|log on|signon|sign on|welcome back|returning|existing customer*|existing user|my account|authenticat*|auth|sso|unlock
    anmelden|einloggen|anmeldung|bereits kunde|kundenkonto|iniciar|inicia|inicie|entrar|acceder|accede|acceso|ingresar|identific*|connexion|connecte*|identifiez|espace client|accedi|accesso|entra|acessar|acesse|entre|ja sou cliente
    inloggen|logga|inloggning|log ind|logg inn|prisijung*|kirjaudu*|zaloguj*|logowan*|prihlas*|bejelentk*|belep*|autentific*|conecte*|conectare|συνδε*|εισοδος
    войти|вход|войдите|авториз*|входа|увійти|увійд*|вхід|влез|giris|oturum|ログイン|サインイン|ログオン|登录|登入|登陆|登錄|로그인|เข้าสู่ระบบ|ลงชื่อเข้า|लॉग|साइन इन
    dang nhap|masuk|تسجيل الدخول|دخول|الدخول|ورود|התחבר*|כניסה|היכנס*|להתחבר*`,
  subscribe: `*subscri|*newslett|*mailinglist|updates|notify*|keep me|*waitlist|mc embed|mailchimp|klaviyo|inbox|news|digest|keep in touch|offers|latest|weekly|alerts
    abonn*|warteliste|benachricht*|neuigkeiten|boletin|novedades|avisame|suscri*|infolettre|actualites|novita|assin*|novidades|receba
    nieuwsbrief|inschrijv*|nyhetsbrev|prenumer*|nyhedsbrev|uutiskirj*|tilaa|subskry*|biuletyn|zapisz*|odebirat|odber*|novink*|hirlevel|feliratkoz*|noutati|aboneaza*|meld deg pa|ενημερωτικ*
    подпис*|рассылк*|новост*|підпис*|розсилк*|абонир*|бюлетин|bulten*|abone|メルマガ|ニュースレター|購読|订阅|訂閱|電子報|구독|뉴스레터|ข่าวสาร|न्यूज़लेटर|nhan tin|langganan|berlangganan|buletin|اشترك|النشرة|نشرة|خبرنامه|*ניוזלטר|עדכונים|דיוור`,
  unsubscribe: `*unsubscribe|opt out|abbestellen|abmelden|darse de baja|desinscri*|afmelden|uitschrijv*|afmeld|отпис*|取消訂閱|berhenti`,
  forgot: `*forgot|reset|*resetpass|*passwordreset|recover*|lost|*lostpass|trouble signing|trouble logging|can t log in|need help signing|retrieve
    vergessen|zurucksetz*|anfordern|olvid*|recuper*|restablec*|oubli*|reinitialis*|perdu|dimenticat*|reimposta*|smarrit*|esquec*|redefin*
    vergeten|herstel*|glomt|aterstall*|glemt|nulstil*|tilbakestill|unohd*|unohtu*|palauta|zapomn*|resetuj|odzysk*|przypomn*|nie pamietasz|zapomenut*|obnov*|elfelejt*|visszaallit*|uitat|resete*|ξεχασ*|επαναφορα
    забыл*|восстанов*|сброс*|забул*|відновл*|скин*|забравен*|възстанов*|unuttu*|sifirla*|忘れ|再設定|リセット|再発行|忘记|忘記|重置|重设|重設|找回|찾기|재설정|분실|ลืม|รีเซ็ต|भूल|रीसेट
    quen|dat lai|lupa|نسيت|استعادة|اعادة تعيين|فراموش*|بازیابی|שכחת*|שכחתי|איפוס|שחזור`,
  order: `*checkout|check out|*billing|*shipping|*guest|donat*|*donation|order*|purchase|buy|*booking|reserv*|deliver*|payment|pay|cart|basket|tickets|receipt|quote|download|subtotal|total|proceed|invoice
    kasse|bestell*|gast|zahlung|rechnung*|liefer*|warenkorb|pedido|compra*|envio|pago|pagar|commande*|livraison|paiement|payer|panier|invite
    ordin*|pagamento|carrello|ospite|prenot*|entrega|carrinho|finalizar|afrekenen|verzend*|bezorg*|betal*|leverans|varukorg|bok*|lever*
    ostoskori|vara*|zamow*|dostaw*|platnosc|koszyk|faktur*|kosik|szallit*
    достав*|брон*|гость|поръч*|odeme|bilet*
    注文|購入|お届け|配送|支払|カート|订单|訂單|結帳|支付|購物車|주문|결제|배송|비회원|สั่งซื้อ|dat hang|gio hang|pesan*|الطلب|الدفع|الشحن|السلة|אורח`,
  repeat: `repeat|confirm*|*confirm|again|re enter|reenter|retype|re type|verify|email2|*mail2|twice
    wiederhol*|bestatig*|erneut|nochmal*|repet*|repit*|repite|ressaisi*|ripet*|conferma*|herhaal|bevestig|opnieuw|powtorz|potwierdz|ponownie|upprepa|bekraft*|gentag|bekraeft|gjenta|bekreft|toista|vahvista|uudelleen|zopakuj*|znovu|potvrd*|ismet*|megerosit*|ujra|reintrodu*|επαληθευ*|επιβεβαι*
    повтор*|подтверд*|еще раз|підтверд*|ще раз|потвърд*|tekrar|確認用|もう一度|再入力|确认邮|再次|确认電|確認電|재입력|다시|확인용|อีกครั้ง|दोबारा|nhap lai|ulangi|konfirmasi|تاكيد|تکرار|אימות|שוב`,
  userName: `*username|user name|*userid|user id|uname|login name|loginname|account name|nickname|handle|member number|member id|membership number|customer number|account number|user|login id|profile name|display name|alias
    benutzer*|usuario|pseudo*|utente|gebruiker*|klantnummer|bruger*|kayttaja*|uzytkownik*|felhasznalo*|логин|пользовател*|kullanici*
    ユーザid|会員番号|用户名|帳號|账号|昵称|아이디|यूज़र|pengguna|المستخدم`,
  password: `*password|*passwd|pwd|passcode|pass|passwort|contrasena|clave|mot de passe|mdp|parola|senha|wachtwoord|adgangskode|passord|salasana|haslo|heslo|jelszo|κωδικ*|парол*|sifre|パスワード|密码|密碼|비밀번호|รหัสผ่าน|पासवर्ड|mat khau|sandi|كلمة|סיסמ*`,
  phone: `*phone|*mobile|cell|msisdn|sms|tel|telefon*|movil|celular|puhelin*|mobil*|τηλεφωνο|κινητο|телефон*|gsm|cep|電話|携帯|手机|手機|휴대|전화|โทรศัพท์|เบอร์|मोबाइल|dien thoai|nomor hp|الجوال|همراه|טלפון|נייד`,
  personName: `first name|last name|full name|*firstname|*lastname|fullname|fname|lname|given name|surname|family name|your name|name|vorname|nachname|nom|prenom|nombre|apellido*|nome|cognome|voornaam|achternaam|naam|fornamn|namn|navn|fornavn|nimi|etunimi|imie|nazwisko|nev|ονομα*|имя|фамилия|име|ad|氏名|お名前|姓名|이름|성명|ชื่อ|नाम|ho ten|nama|الاسم|نام|שם`,
  place: `street|city|town|state|country|zip*|postal|postcode|address line|address1|address2|county|region|company|organi*|strasse|ort|plz|postleitzahl|pais|codigo postal|empresa|rue|ville|via|citta|cap|cep|straat|plaats|postnummer|ulica|miasto|utca|varos|город|住所|郵便|市区|都道府県|地址|주소|우편|पता|dia chi|thanh pho|alamat|العنوان|المدينة`,
  thing: `*search|query|q|keyword*|find|suche*|buscar|recherche*|cerca|zoek*|sok|haku|szukaj|hled*|keres*|поиск|ara|検索|搜索|搜尋|검색|ค้นหา|खोज|cari|بحث|*captcha|birth*|dob|age|gender|website|url|amount|quantity|qty|date|card|cvv|cvc|iban|ssn|tax|vat|title|honeypot|hp|leave this|subject|message|comment*`,
  code: `one time|*onetime|*otp|totp|*verificationcode|verify code|security code|*securitycode|authentication code|auth code|*authcode|confirmation code|passcode|access code|*mfa|*2fa|two factor|*twofactor|two step|tfa|sms code|*smscode|digit code|6 digit|six digit|enter code|enter the code|code sent|authenticator|verification|pincode|codes
    bestatigungscode|sicherheitscode|einmal*|verifizierung*|zugangscode|freischaltcode|tan|prufcode|codigo|code de|code a|code recu|code sms|codice|verificatiecode|bevestigingscode|beveiligingscode|verifieringskod|engangsk*|sakerhetskod|bekraftelsekod|bekraeftelseskode|sikkerhedskode|bekreftelseskode|sikkerhetskode|vahvistuskoodi|kertakaytto*|kod|kodu|overovaci|potvrzovaci|ellenorzo|hitelesito|κωδικος επ*|код|кода|одноразов*
    認証コード|確認コード|ワンタイム|認証番号|セキュリティコード|验证码|驗證碼|校验码|动态码|認證碼|인증번호|인증코드|확인코드|보안코드|รหัสยืนยัน|รหัส otp|सत्यापन कोड|ओटीपी|cod de verificare|인증 코드|ma xac|kode verif*|رمز التحقق|رمز التاكيد|كود|کد|קוד`,
  otherCode: `*coupon|*promo|*voucher|discount|gift card|*giftcard|referral|invite code|invitation code|zip|postal|area code|country code|dial|cvv|cvc|csc|card|ccv|captcha|tracking|booking|order number|swift|source|security question|characters
    rabat*|gutschein*|descuento|cupom|desconto|korting*|cadeaubon|slev*|скидк*|indirim*|クーポン|图形|圖形|쿠폰`,
  hasAccount: `ya tienes|gia un account|ja tem|al een|uz mate|mar van|already*|have an account|existing account|bereits|schon|ya eres|deja|redan|allerede|jo tili|onko sinulla|juz|ηδη|уже|вже|вече|zaten|すでに|既に|アカウントをお持ち|已有|已經有|已注册|已註冊|이미|มีบัญชี|पहले से|da co tai khoan|sudah|لديك حساب|قبلا|כבר`,
  noAccount: `no tienes|pas de compte|non hai|nao tem|nog geen|har du ikke|nie masz|noch nicht|no account|don t have an account|not a member|new here|new to|need an account|not registered|don t have|first time|noch kein*|todavia no|pas encore|nog geen|geen account|nemas|nemate|nincs*|δεν εχ*|нет аккаунта|еще не|нет учет*|немає|ще не|нямате|yok mu|お持ちでない|はじめて|初めて|没有账|沒有帳|还没|還沒|还未|신규|아직|계정이 없|ยังไม่มี|खाता नहीं|belum|ليس لديك|ندارید|אין לך`,
  remember: `remember*|*rememberme|keep me signed|keep me logged|stay signed|*keepsigned|angemeldet bleiben|eingeloggt bleiben|merken|recorda*|recuerda*|mantener*|rester connecte|memoriser|ricorda*|lembrar|onthoud|forbli|husk|muista|pysy|zapamietaj|zapamatov*|zustat|emlekez*|maradjak|θυμ*|запомн*|чужой|запам*|beni hatirla|ログイン状態|ログインしたまま|記憶|记住|記住|保持登|自动登录|로그인 유지|로그인 상태|자동 로그인|จดจำ|याद|ingat|تذكرني|به خاطر|זכור`,
};
