import type { Concept } from './concepts.ts';

/**
 * The words of the concepts, in many languages. `word` and `more words` stand alone, `begin*` is the beginning of a word,
 * `*part` stands anywhere. Scripts without spaces always match anywhere. Every page carries this list: what tells
 * nothing about a field is not in it.
 */
export const LEXICON: Readonly<Record<Concept, string>> = {
  email: `*email|e mail|mail|mails|mailadress*|*mailaddr|usermail|correo|courriel|adresse electronique|posta elettronica
    endereco eletronico|epost*|e post*|sahkopost*|spost|eposta|e posta|poczt*|mejl*|posta|elektronicka adresa|elektronska
    почт*|электронн*|имейл*|мейл*|пошт*|електронн*|ηλεκτρονικ*|ηλ ταχυδρομ*
    メール|メアド|邮箱|邮件|電郵|电邮|郵箱|郵件|信箱|이메일|메일|อีเมล|ईमेल|thu dien tu|hop thu|surel
    بريد*|البريد|ايميل|الايميل|ایمیل|رایانامه|الکترونیک|الالكتروني|דואל|דוא ל|מייל|אימייל|דואר אלקטרוני`,
  signUp: `sign up|*signup|sign me up|signing up|*regist|create account|create an account|create your account|create my account|create a free|create free|create new|*createaccount|create profile|new account|newaccount|new user|newuser|new customer*|new member|join|joining|get started|start free|start for free|start now|start trial|free trial|try it free|try for free|try free|become|open account|open an account|enrol*|onboarding|set up your|setup|create password|create a password|choose a|choose your|apply now|application
    konto erstellen|konto anlegen|konto eroffnen|kundenkonto anlegen|neues konto|neukunde|neuanmeldung|kostenlos anmelden|mitglied werden|account erstellen|jetzt starten|loslegen|anlegen|neu hier
    crear|crea|darse de alta|date de alta|unete|nueva cuenta|hazte|inscri*|creer|creez|cree|creation|nouveau client|nouveau compte|rejoin*|devenir|nuovo cliente|apri un conto|criar|crie|cadastr*|nova conta
    account aanmaken|maak een|aanmelden|nieuwe klant|word lid|lid worden|account maken|nieuw account|skapa*|bli medlem|ny kund|nytt konto|opret*|bliv medlem|ny kunde|tilmeld*|opprett|bli kunde|luo|rekisteroi*|liity|uusi asiakas
    zarejestr*|zaloz*|utworz|stworz|rejestr*|dolacz|nowe konto|zalozit|zaregistr*|vytvor*|novy ucet|letrehoz*|uj fiok|csatlakoz*|creeaza|cont nou|inregistr*|creare|δημιουργ*|εγγραφ*
    регистр*|зарегистр*|созда*|присоедин*|реестр*|зареестр*|створ*|приєдн*|създа*|kayit|kaydol|uye ol|uyelik|olustur|hesap ac|yeni uye
    登録|新規|アカウント作成|入会|注册|註冊|创建|建立帳|開戶|开户|加入會員|立即加入|가입|계정 만들|สมัคร|ลงทะเบียน|สร้างบัญชี|पंजीकरण|खाता बनाएं|साइन अप|रजिस्टर
    dang ky|tao tai khoan|daftar|mendaftar|buat akun|pendaftaran|bergabung|انشاء|انشئ|حساب جديد|انضم|سجل الان|تسجيل جديد|ثبت نام|ایجاد حساب|عضو*|הרשמ*|הירשמ*|הירשם|הצטרפ*|חשבון חדש|פתיחת חשבון`,
  logIn: `log in|*login|logging in|sign in|*signin|signing in|sign into|logon|log on|signon|sign on|welcome back|returning|existing customer*|existing user|registered customer*|my account|authenticat*|auth|sso|unlock
    anmelden|einloggen|anmeldung|bereits kunde|kundenkonto|iniciar|inicia|inicio de sesion|inicie|entrar|acceder|accede|acceso|ingresar|identific*|ya soy cliente|connexion|connecte*|s identifier|identifiez|deja client|espace client|accedi|accesso|entra|gia cliente|area riservata|acessar|acesse|entre|fazer login|ja sou cliente
    inloggen|meld je aan|bestaande klant|logga|inloggning|log ind|logg inn|logg pa|kirjaudu*|zaloguj*|logowan*|prihlas*|bejelentk*|belep*|autentific*|conecte*|conectare|συνδε*|εισοδος
    войти|вход|войдите|авториз*|входа|увійти|увійд*|вхід|влез|giris|oturum|ログイン|サインイン|ログオン|登录|登入|登陆|登錄|로그인|เข้าสู่ระบบ|ลงชื่อเข้า|लॉग|साइन इन
    dang nhap|masuk|تسجيل الدخول|دخول|الدخول|ورود|התחבר*|כניסה|היכנס*|להתחבר*`,
  subscribe: `*subscri|*newslett|mailing list|*mailinglist|updates|notify*|get notified|stay up to date|stay in touch|stay informed|in the loop|keep me|*waitlist|waiting list|early access|mc embed|mailchimp|klaviyo|inbox|news|digest|keep in touch|offers|latest|weekly|alerts|be the first
    abonn*|auf dem laufenden|warteliste|benachricht*|neuigkeiten|boletin|novedades|lista de espera|avisame|suscri*|infolettre|actualites|restez informe|novita|lista d attesa|resta aggiornato|assin*|novidades|receba
    nieuwsbrief|inschrijv*|schrijf je in|op de hoogte|nyhetsbrev|prenumer*|nyhedsbrev|uutiskirj*|tilaa|subskry*|biuletyn|zapisz*|odebirat|odber*|novink*|hirlevel|feliratkoz*|noutati|ενημερωτικ*
    подпис*|рассылк*|новост*|підпис*|розсилк*|абонир*|бюлетин|bulten*|abone|メルマガ|ニュースレター|購読|订阅|訂閱|電子報|구독|뉴스레터|ข่าวสาร|न्यूज़लेटर|ban tin|nhan tin|langganan|berlangganan|buletin|اشترك|النشرة|نشرة|خبرنامه|ניוזלטר|עדכונים|דיוור`,
  unsubscribe: `*unsubscribe|opt out|abbestellen|abmelden|darse de baja|desinscri*|afmelden|uitschrijv*|afmeld|отпис*|取消訂閱|berhenti`,
  forgot: `*forgot|reset|*resetpass|*passwordreset|recover*|lost|*lostpass|trouble signing|trouble logging|can t log in|can t access|need help signing|retrieve
    vergessen|zurucksetz*|anfordern|olvid*|recuper*|restablec*|oubli*|reinitialis*|perdu|dimenticat*|reimposta*|smarrit*|esquec*|redefin*
    vergeten|herstel*|glomt|aterstall*|glemt|nulstil*|tilbakestill|unohd*|unohtu*|palauta|zapomn*|resetuj|odzysk*|przypomn*|zapomenut*|obnov*|elfelejt*|visszaallit*|uitat|resete*|ξεχασ*|επαναφορα
    забыл*|восстанов*|сброс*|забул*|відновл*|скин*|забравен*|възстанов*|unuttu*|sifirla*|忘れ|再設定|リセット|再発行|忘记|忘記|重置|重设|重設|找回|찾기|재설정|분실|ลืม|รีเซ็ต|भूल|रीसेट
    quen|dat lai|khoi phuc|lupa|atur ulang|نسيت|استعادة|اعادة تعيين|فراموش*|بازیابی|שכחת*|שכחתי|איפוס|שחזור`,
  order: `*checkout|check out|*billing|*shipping|*guest|donat*|*donation|order*|purchase|buy|*booking|reserv*|deliver*|payment|pay|cart|basket|tickets|receipt|quote|download|subtotal|total|proceed|invoice
    kasse|bestell*|gast|zahlung|rechnung*|liefer*|warenkorb|pedido|compra*|envio|pago|pagar|commande*|livraison|paiement|payer|panier|invite
    ordin*|pagamento|carrello|ospite|prenot*|entrega|carrinho|finalizar|afrekenen|verzend*|bezorg*|betal*|leverans|varukorg|bok*|lever*
    ostoskori|vara*|zamow*|dostaw*|platnosc|koszyk|faktur*|kosik|szallit*
    достав*|брон*|гость|поръч*|odeme|bilet*
    注文|購入|お届け|配送|支払|カート|订单|訂單|結帳|支付|購物車|주문|결제|배송|비회원|สั่งซื้อ|dat hang|gio hang|pesan*|الطلب|الدفع|الشحن|السلة|אורח`,
  repeat: `repeat|confirm*|*confirm|again|re enter|reenter|retype|re type|verify|email2|*mail2|mail 2|twice
    wiederhol*|bestatig*|erneut|nochmal*|repet*|repit*|repite|ressaisi*|ripet*|conferma*|herhaal|bevestig|opnieuw|powtorz|potwierdz|ponownie|upprepa|bekraft*|gentag|bekraeft|gjenta|bekreft|toista|vahvista|uudelleen|zopakuj*|znovu|potvrd*|ismet*|megerosit*|ujra|reintrodu*|επαληθευ*|επιβεβαι*
    повтор*|подтверд*|еще раз|підтверд*|ще раз|потвърд*|tekrar|確認用|もう一度|再入力|确认邮|再次|确认電|確認電|재입력|다시|확인용|อีกครั้ง|दोबारा|nhap lai|ulangi|konfirmasi|تاكيد|تکرار|אימות|שוב`,
  userName: `*username|user name|*userid|user id|uname|login name|loginname|account name|nickname|handle|member number|member id|membership number|customer number|account number|user|login id|profile name|display name|alias
    benutzer*|usuario|pseudo*|utente|gebruiker*|klantnummer|bruger*|kayttaja*|uzytkownik*|felhasznalo*|логин|пользовател*|kullanici*
    ユーザid|会員番号|用户名|帳號|账号|昵称|아이디|यूज़र|pengguna|المستخدم`,
  password: `*password|*passwd|pwd|passcode|pass|passwort|contrasena|clave|mot de passe|mdp|parola|senha|wachtwoord|adgangskode|passord|salasana|haslo|heslo|jelszo|κωδικ*|парол*|sifre|パスワード|密码|密碼|비밀번호|รหัสผ่าน|पासवर्ड|mat khau|sandi|كلمة|סיסמ*`,
  phone: `*phone|*mobile|cell|msisdn|sms|tel|telefon*|movil|celular|puhelin*|mobil*|τηλεφωνο|κινητο|телефон*|gsm|cep|電話|携帯|手机|手機|휴대|전화|โทรศัพท์|เบอร์|मोबाइल|dien thoai|nomor hp|الجوال|همراه|טלפון|נייד`,
  personName: `first name|last name|full name|*firstname|*lastname|fullname|fname|lname|given name|surname|family name|your name|name|vorname|nachname|nom|prenom|nombre|apellido*|nome|cognome|voornaam|achternaam|naam|fornamn|namn|navn|fornavn|nimi|etunimi|imie|nazwisko|nev|ονομα*|имя|фамилия|име|ad|氏名|お名前|姓名|이름|성명|ชื่อ|नाम|ho ten|nama|الاسم|نام|שם`,
  place: `street|city|town|state|country|zip*|postal|postcode|address line|address1|address2|county|region|company|organi*|strasse|ort|plz|postleitzahl|pais|codigo postal|empresa|rue|ville|via|citta|cap|cep|straat|plaats|postnummer|ulica|miasto|utca|varos|город|住所|郵便|市区|都道府県|地址|주소|우편|पता|dia chi|thanh pho|alamat|العنوان|المدينة`,
  thing: `*search|query|q|keyword*|find|suche*|buscar|recherche*|cerca|zoek*|sok|haku|szukaj|hled*|keres*|поиск|ara|検索|搜索|搜尋|검색|ค้นหา|खोज|cari|بحث|*captcha|birth*|dob|age|gender|website|url|amount|quantity|qty|date|card|cvv|cvc|iban|ssn|tax|vat|title|honeypot|hp|leave this|subject|betreff|sujet|message|nachricht|messaggio|comment*|kommentar*|お問い合わせ|内容|문의`,
  friend: `friend*|recipient*|referral|invitee|colleague|teammate|destinatari*|ontvanger|odbiorc*|朋友|gift`,
  code: `one time|*onetime|*otp|totp|*verificationcode|verify code|security code|*securitycode|authentication code|auth code|*authcode|confirmation code|passcode|pass code|login code|access code|sign in code|*mfa|*2fa|two factor|*twofactor|two step|2 step|tfa|sms code|*smscode|digit code|6 digit|six digit|enter code|enter the code|code we|code sent|sent a code|authenticator|verification|pincode|mailed code|codes
    bestatigungscode|sicherheitscode|einmal*|verifizierung*|zugangscode|freischaltcode|tan|zwei faktor|prufcode|codigo|code de|code a|code recu|code sms|codice|verificatiecode|bevestigingscode|beveiligingscode|verifieringskod|engangsk*|sakerhetskod|bekraftelsekod|bekraeftelseskode|sikkerhedskode|bekreftelseskode|sikkerhetskode|vahvistuskoodi|kertakaytto*|kod|kodu|overovaci|potvrzovaci|ellenorzo|hitelesito|cod de|κωδικος επ*|код|кода|одноразов*
    認証コード|確認コード|ワンタイム|認証番号|セキュリティコード|验证码|驗證碼|校验码|动态码|認證碼|인증번호|인증코드|확인코드|보안코드|รหัสยืนยัน|รหัส otp|सत्यापन कोड|ओटीपी|ma xac|ma otp|kode verifikasi|kode otp|رمز التحقق|رمز التاكيد|كود|کد|קוד`,
  otherCode: `*coupon|*promo|*voucher|discount|gift card|*giftcard|referral|invite code|invitation code|zip|postal|area code|country code|dial|cvv|cvc|csc|card|ccv|captcha|tracking|booking|order number|swift|source|security question|characters
    rabat*|gutschein*|descuento|cupom|desconto|korting*|cadeaubon|slev*|скидк*|indirim*|クーポン|图形|圖形|쿠폰`,
  hasAccount: `already*|have an account|existing account|bereits|schon|ya tienes|ya tengo|ya eres|ya estas|tienes cuenta|deja|hai gia|sei gia|gia registrat*|ja tem|ja possui|ja e|al een account|heb je al|heeft u al|redan|allerede|jo tili|onko sinulla|juz|uz mate|mate uz|mas uz|mar van|van mar|ai deja|ηδη|уже|вже|вече|zaten|hesabin var|hesabiniz var|すでに|既に|アカウントをお持ち|已有|已經有|已注册|已註冊|이미|มีบัญชี|पहले से|da co tai khoan|sudah|لديك حساب|قبلا|כבר`,
  noAccount: `no account|don t have an account|dont have an account|not a member|new here|new to|need an account|not registered|don t have|first time|noch kein*|noch nicht|neu bei|no tienes|aun no|eres nuevo|todavia no|pas de compte|pas encore|nouveau sur|non hai|nuovo su|sei nuovo|nao tem|ainda nao|nog geen|geen account|nieuw bij|inget konto|har du inget|ny har|ikke medlem|ingen konto|har du ikke|ei tilia|eiko sinulla|nie masz|nemas|nemate|jeste ne*|nincs*|nu ai|δεν εχ*|нет аккаунта|еще не|нет учет*|немає|ще не|нямате|yok mu|uye degil|お持ちでない|はじめて|初めて|没有账|沒有帳|还没|還沒|还未|신규|아직|계정이 없|ยังไม่มี|खाता नहीं|chua co|belum|ليس لديك|ندارید|אין לך`,
  remember: `remember*|*rememberme|keep me signed|keep me logged|stay signed|stay logged|*keepsigned|trust this|angemeldet bleiben|eingeloggt bleiben|merken|recorda*|recuerda*|mantener*|no cerrar|se souvenir|rester connecte|memoriser|ricorda*|resta collegato|lembrar|manter conectado|continuar conectado|onthoud|ingelogd blijven|aangemeld blijven|kom ihag|forbli|husk|muista|pysy|zapamietaj|nie wylogowuj|zapamatov*|zustat|emlekez*|maradjak|tine minte|θυμ*|запомн*|чужой|запам*|beni hatirla|oturumu acik|ログイン状態|ログインしたまま|記憶|记住|記住|保持登|自动登录|로그인 유지|로그인 상태|자동 로그인|จดจำ|याद|ghi nho|ingat|تذكرني|به خاطر|זכור`,
};
