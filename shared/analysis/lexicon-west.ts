import type { Words } from './concepts.ts';

/** English and the Romance languages. */
export const LEXICON_WEST: Readonly<Record<string, Words>> = {
  en: {
    confirm: 'confirm*|verif*|activat*|validat*|authenticat*|prove',
    account:
      'email|e mail|email address|account|accounts|address|registration|registering|sign up|signup|signing up|membership|identity|profile|mailbox',
    password: 'password|passwords|passphrase|passwort',
    renew:
      'reset|resetting|change|changing|set|set up|choose|create|recover*|forgot|forgotten|new|update|restore|lost',
    signIn:
      'sign in|signin|signing in|log in|login|logging in|log on|logon|signs you in|log you in|sign you in',
    oneTime:
      'magic link|magic sign in|sign in link|signin link|login link|log in link|one time link|one time login|passwordless|instant login|secure link to sign|secure link to log|log in with this|sign in with this|temporary link|single use',
    invite: 'invite|invited|invites|invitation|invitations|inviting',
    accept:
      'accept|accepting|join|joining|take part|see invitation|view invitation|open invitation|respond',
    subscribe:
      'subscribe|subscribing|subscription|subscriptions|newsletter|mailing list|opt in|list|email list|email updates|double opt in',
    go: 'click|clicking|tap|press|follow|visit|open|use|link|links|button|here|copy|paste|browser|below|following|url',
    start:
      "continue|proceed|get started|getting started|complete|finish|finalize|finalise|start|begin|go to|yes|take me|let's go|approve|allow|authorize|sign up|signup|register|create account|create your account|create my account|set up|activate",
    undo: "unsubscribe|unsubscribing|cancel|canceled|cancelled|cancel account|revoke|revoking|decline|reject|deny|disavow|opt out|block|report|not me|wasn't me|wasnt me|not you|wasn't you|secure your account|secure account|secure my account|delete|remove|stop|deactivate|undo|dispute|do not recognize|don't recognize|leave|ignore|turn off|mute|disable",
    manage:
      'preferences|settings|manage|help|help center|help centre|support|contact us|contact|faq|privacy|privacy policy|terms|terms of service|legal|imprint|view in browser|view online|view this email|web version|online version|home page|homepage|website|our site|blog|community|download|app store|google play|facebook|twitter|instagram|linkedin|youtube|discord|github|documentation|docs|learn more|read more|status page|about us|careers|forum|guide|guides|tutorial|feedback|survey|share|follow us|dashboard',
    trade:
      'order|orders|meeting|webinar|calendar|ordered|purchase|purchased|invoice|invoices|receipt|payment|paid|pay|refund|shipping|shipped|delivery|delivered|shipment|tracking|parcel|package|booking|reservation|ticket|tickets|coupon|voucher|discount|promo|offer|sale|billing|bill|total|subtotal|rsvp|appointment|attendance|event|trial|plan',
    code: 'code|codes|pin|token|key|passcode|digits',
    secret:
      'verification code|confirmation code|security code|authentication code|authorization code|access code|activation code|login code|log in code|sign in code|signin code|sign up code|signup code|registration code|recovery code|reset code|temporary code|one time code|one time password|one time passcode|one time pin|one time passphrase|single use code|otp|otp code|passcode|pass code|two factor code|2fa code|mfa code|two step code|verification pin|security pin|pin code|pin number|login pin|access pin|secret code|validation code|email code|magic code|digit code|digit pin|character code|letter code|temporary login code|login token|verification token|verification number|authentication number|invitation code|invite code|pairing code|unlock code|device code|account code|user code',
    otherCode:
      'discount code|coupon code|promo code|promotion code|promotional code|voucher code|gift code|gift card code|referral code|offer code|zip code|postal code|post code|postcode|area code|country code|dial code|source code|open source code|qr code|bar code|barcode|error code|status code|exit code|response code|tracking code|booking code|reservation code|order code|product code|item code|tax code|swift code|sort code|dress code|code of conduct|vs code|code review|code snippet|your own code|lines of code|code sample|backup code|backup codes|recovery codes|lock code|door code|gate code|discount|coupon|registration number|code base|codebase|code editor|claim code|color code|colour code|license key|licence key|public key|api key|ssh key|key fingerprint|access key|personal access token|access token|code scanning|code changes|low code|no code|write code|writing code|code block|morse code|code name',
    enter: 'enter|type|type in|input|paste|fill in|use|copy|provide|submit|enter it|key in',
    expire:
      "expire|expires|expired|expiring|valid for|valid until|minutes|will be valid|only valid|good for|do not share|don't share|never share|never ask",
    number:
      'order|order number|order no|order id|invoice|invoice number|receipt|receipt number|ticket|ticket number|case|case number|issue|reference|reference number|ref|tracking|tracking number|transaction|transaction id|payment id|customer number|customer id|account number|member number|membership number|confirmation number|booking|booking number|reservation|phone|telephone|tel|call|fax|mobile|total|amount|price|vat|tax id|sku|item|qty|quantity|model|serial|serial number|version|revision|build|id|ip|ip address|suite|street|po box|p o box|floor|room|flight|zip|year|copyright|document|document no|number|no|nr|ending in|last four|card|bug|pull request|commit|port|date|born|apt|since|web order|sequence|user id|postcode',
    unasked:
      "if you did not|if you didn't|if you didnt|if this was not|if this wasn't|if it wasn't|wasn't you|was not you|did not request|didn't request|have not requested|haven't requested|not requested|did not initiate|didn't initiate|did not make|didn't make|not expecting|don't recognize|do not recognize|not you|by mistake|unless you|never signed up|no longer want|no longer wish|don't want|do not want|if you believe|if you think|unauthorized",
    done: "has been verified|is verified|is now verified|have been verified|was verified|has been confirmed|is confirmed|is now confirmed|was confirmed|has been activated|is now active|is now activated|was activated|already verified|already confirmed|already active|successfully verified|successfully confirmed|successfully activated|thank you for confirming|thanks for confirming|thanks for verifying|thank you for verifying|has been changed|was changed|has been updated|was updated|has been reset|was reset|are now subscribed|you are subscribed|you're subscribed|has been added|was added|has been removed",
  },
  fr: {
    confirm: 'confirm*|verifi*|activ*|valid*|authentifi*',
    account:
      'e mail|email|mail|courriel|adresse|compte|comptes|inscription|identite|profil|adresse electronique|messagerie',
    password: 'mot de passe|mots de passe|mdp',
    renew:
      'reinitialis*|modifi*|chang*|defin*|choisi*|cre*|recuper*|oubli*|nouveau|renouvel*|restaur*',
    signIn: "connexion|connect*|se connecter|identifi*|s'identifier|ouvrir une session",
    oneTime:
      'lien magique|lien de connexion|connexion unique|usage unique|lien temporaire|sans mot de passe',
    invite: 'invit*',
    accept: 'accept*|rejoin*|rejoign*|particip*',
    subscribe:
      "abonn*|newsletter|infolettre|lettre d'information|liste de diffusion|bulletin|liste",
    go: 'cliqu*|clic|lien|liens|bouton|ici|suiv*|copi*|coll*|navigateur|ci dessous|ouvr*|appuy*|rendez vous',
    start:
      "continuer|poursui*|commenc*|termin*|final*|oui|autoris*|complet*|demarrer|s'inscrire|inscrivez*|creer un compte|creer mon compte|creer votre compte",
    undo: "desabonn*|se desinscrire|desinscri*|annul*|refus*|declin*|revoqu*|rejet*|ce n'est pas moi|pas moi|supprim*|bloqu*|signal*|desactiv*|resili*|ignor*",
    manage:
      "preferences|parametres|gerer|aide|assistance|support|contact*|faq|confidentialite|conditions|mentions legales|voir en ligne|version en ligne|version web|dans votre navigateur|site web|accueil|blog|en savoir plus|centre d'aide|visiter|telecharg*",
    trade:
      "commande*|facture*|recu|paiement|achat*|livraison|colis|reservation|billet*|coupon|remise|reduction|promo*|bon d'achat|panier|rembours*|solde*|evenement|rendez vous|participation|presence|seance|cadeau",
    code: 'code|codes|pin|jeton|chiffres|cle',
    secret:
      "code de verification|code de confirmation|code de securite|code d'authentification|code d'acces|code d'activation|code de connexion|code d'identification|code d'inscription|code de recuperation|code de reinitialisation|code a usage unique|code unique|mot de passe a usage unique|mot de passe unique|code temporaire|code pin|code secret|code de validation|code otp|code d'invitation|code d'autorisation|code de double authentification|code provisoire|otp",
    otherCode:
      "code promo*|code de reduction|code reduction|code de remise|code remise|code avantage|code cadeau|code postal|code barre|code barres|code source|code qr|qr code|code d'erreur|code erreur|code de suivi|code produit|code client|code parrain*|code vestimentaire|code de la route|code pays|bon de reduction|codes de secours|codes de recuperation",
    enter: 'saisi*|entr*|tap*|utilis*|coll*|copi*|renseign*|indiqu*|introdui*',
    expire: 'expir*|valable*|valide|minutes|ne partagez|ne communiquez|ne transmettez|dans les',
    number:
      'commande|n°|no|numero|numero de commande|facture|reference|ref|dossier|telephone|tel|fax|appel*|demande|ticket|suivi|client|total|montant|prix|tva|siret|version|revision|adresse ip|le|bp|article|anomalie',
    unasked:
      "si vous n'avez pas|si vous n'etes pas|si ce n'est pas vous|si ce n'etait pas vous|si vous n'etes pas a l'origine|pas demande|n'avez pas demande|n'est pas vous|par erreur|si vous ne souhaitez|ne souhaitez plus|ne reconnaissez pas",
    done: "a ete verifie*|a ete confirme*|a ete active*|est verifie*|est confirme*|est maintenant actif|est desormais actif*|est maintenant active*|est desormais active*|merci d'avoir confirme|a ete modifie*|a ete change*|a ete reinitialise*|est deja actif|vous etes inscrit*|a ete ajoute*",
  },
  es: {
    confirm: 'confirm*|verific*|activ*|valid*|autentic*|comprueb*|comprob*',
    account:
      'correo|correo electronico|email|e mail|cuenta|cuentas|direccion|registro|inscripcion|identidad|perfil|mail',
    password: 'contrasena|contrasenas|clave|clave de acceso|password',
    renew:
      'restablec*|reestablec*|cambi*|recuper*|olvid*|cre*|elig*|elij*|defin*|nueva|resete*|actualiz*|renov*|modific*|establec*',
    signIn:
      'iniciar sesion|inicia sesion|inicie sesion|inicio de sesion|acced*|acceso|ingres*|entrar|conect*|identific*|iniciar tu sesion|inicies sesion|entra',
    oneTime:
      'enlace magico|link magico|enlace de acceso|enlace de inicio de sesion|un solo uso|sin contrasena|enlace temporal|vinculo magico',
    invite: 'invit*',
    accept: 'acept*|unirse|unirte|unete|unase|participar|sumate',
    subscribe: 'suscri*|subscri*|boletin*|newsletter|lista|lista de correo',
    go: 'clic|haga clic|haz clic|pulse|pulsa|pincha|pinche|enlace|enlaces|link|vinculo|boton|aqui|sigue|siga|siguiente|copi*|peg*|navegador|abajo|abr*|visit*',
    start:
      'continu*|comenzar|comienza|empez*|empieza|complet*|termin*|finaliz*|si|autoriz*|permit*|registrate|registrese|registrarse|crear cuenta|crea tu cuenta|crear tu cuenta',
    undo: 'darse de baja|darte de baja|date de baja|dar de baja|baja|cancel*|anular suscripcion|anul*|desuscri*|rechaz*|declin*|revoc*|no fui yo|no he sido yo|no soy yo|no era yo|elimin*|bloque*|denunci*|inform*|desactiv*|ignor*',
    manage:
      'preferencias|ajustes|configuracion|gestion*|administr*|ayuda|soporte|contact*|faq|privacidad|terminos|condiciones|aviso legal|ver en el navegador|version web|ver en linea|sitio web|pagina de inicio|inicio|blog|saber mas|mas informacion|centro de ayuda|descarg*|visita nuestra',
    trade:
      'pedido*|factura*|recibo|pago*|compra*|envio*|entrega*|paquete|reserva*|entrada*|cupon*|descuento*|promo*|oferta*|reembols*|carrito|evento|cita|asistencia|vale',
    code: 'codigo|codigos|pin|token|clave|digitos|cifras',
    secret:
      'codigo de verificacion|codigo de confirmacion|codigo de seguridad|codigo de autenticacion|codigo de acceso|codigo de activacion|codigo de inicio de sesion|codigo de identificacion|codigo de registro|codigo de recuperacion|codigo de restablecimiento|codigo de un solo uso|codigo unico|contrasena de un solo uso|clave de un solo uso|codigo temporal|codigo pin|codigo secreto|codigo de validacion|codigo otp|otp|codigo de invitacion|codigo de autorizacion|clave dinamica|codigo de ingreso',
    otherCode:
      'codigo promocional|codigo de descuento|codigo descuento|codigo de cupon|codigo postal|codigo de barras|codigo fuente|codigo qr|codigo de error|codigo de seguimiento|codigo de producto|codigo de cliente|codigo de reserva|codigo de referido|codigo abierto|codigo de regalo|codigos de respaldo|cupon|codigo de area|codigo de pais|codigo de conducta',
    enter: 'introduc*|introduz*|ingres*|escrib*|us*|utiliz*|peg*|copi*|digit*|tecle*',
    expire: 'caduc*|expir*|vence*|valid*|vigen*|minutos|no compart*|no lo compart*|nunca te pedir*',
    number:
      'pedido|n°|nº|no|num|numero|numero de pedido|factura|referencia|ref|caso|telefono|tel|movil|fax|llam*|ticket|incidencia|seguimiento|cliente|total|importe|precio|iva|cif|nif|version|revision|ip|direccion ip|cp',
    unasked:
      'si no has|si no ha|si no fuiste|si no fue usted|si no eres|si no reconoces|si no reconoce|si no solicit*|no solicit*|no has solicitado|no ha solicitado|no fuiste tu|por error|si no desea*|ya no desea*|si no quier*|si no pedis*|si no realiz*',
    done: 'ha sido verificad*|ha sido confirmad*|ha sido activad*|esta verificad*|esta confirmad*|ya esta activ*|ya esta verificad*|ya esta confirmad*|gracias por confirmar|ha sido modificad*|ha sido cambiad*|se ha cambiado|se ha modificado|fue verificad*|fue confirmad*|fue cambiad*|se ha verificado|se ha confirmado|se ha activado',
  },
  ca: {
    confirm: 'confirm*|verific*|activ*|valid*',
    account: 'correu|correu electronic|compte|adreca|registre|inscripcio',
    password: 'contrasenya|contrasenyes',
    renew: 'restabl*|canvi*|recuper*|oblid*|crea*|nova',
    signIn: 'inicia la sessio|iniciar sessio|inici de sessio|accedeix|entra',
    oneTime: "enllac magic|d'un sol us",
    invite: 'convid*|invit*',
    accept: 'accept*|uneix*',
    subscribe: 'subscri*|butlleti*',
    go: 'fes clic|feu clic|clic|enllac|boto|aqui|segueix|copi*|navegador',
    start: "continu*|comenca*|complet*|registra't|crea el compte",
    undo: "donar se de baixa|dona't de baixa|cancel*|anul*|rebutj*|no he estat jo",
    manage: 'preferencies|configuracio|ajuda|suport|privacitat|condicions|contact*',
    trade: 'comanda|factura|rebut|pagament|descompte|reserva',
    code: 'codi|codis|pin',
    secret:
      "codi de verificacio|codi de confirmacio|codi de seguretat|codi d'acces|codi d'un sol us|codi temporal",
    otherCode: 'codi postal|codi de descompte|codi promocional|codi de barres',
    enter: 'introdu*|escri*|utilitz*',
    expire: 'caduc*|minuts|valid*',
    number: 'comanda|numero|factura|referencia|telefon|total',
    unasked: 'si no has|si no heu|no has sol·licitat|per error',
    done: 'ha estat verificat|ha estat confirmat|ha estat canviada|ja esta actiu|esta confirmat',
  },
  pt: {
    confirm: 'confirm*|verific*|ativ*|activ*|valid*|autentic*',
    account:
      'e mail|email|conta|contas|endereco|registo|registro|cadastro|inscricao|identidade|perfil|correio eletronico',
    password: 'senha|senhas|palavra passe|palavra chave',
    renew:
      'redefin*|repor|alter*|mud*|troc*|recuper*|esquec*|cri*|defin*|nova|escolh*|restaur*|reset*|atualiz*',
    signIn:
      'entrar|entre|iniciar sessao|inicie sessao|inicio de sessao|fazer login|faca login|login|acess*|aceder|aceda|conect*',
    oneTime:
      'link magico|link de acesso|link de login|uso unico|sem senha|ligacao magica|link temporario',
    invite: 'convid*|convit*',
    accept: 'aceit*|particip*|junt*|entrar n*|ingress*',
    subscribe:
      'subscri*|assinatura|assin*|inscri*|newsletter|boletim|lista|lista de e mails|lista de emails',
    go: 'clique|clicar|clicando|click|toque|link|links|ligacao|hiperligacao|botao|aqui|siga|seguinte|abaixo|copi*|col*|navegador|browser|abr*|visit*',
    start:
      'continu*|comec*|conclu*|complet*|finaliz*|sim|autoriz*|permit*|prossiga|prosseguir|registe se|registre se|cadastre se|cadastrar|criar conta|crie sua conta',
    undo: 'cancel*|anul*|descadastr*|desinscre*|recus*|rejeit*|declin*|revog*|nao fui eu|nao sou eu|exclu*|elimin*|bloque*|denunci*|desativ*|ignor*|remov*',
    manage:
      'preferencias|configuracoes|definicoes|gerenci*|gerir|ajuda|suporte|apoio|contato|contacto|contat*|faq|privacidade|termos|condicoes|ver no navegador|versao web|ver online|site|pagina inicial|blog|saiba mais|central de ajuda|baixar|visite noss*|visite a noss*',
    trade:
      'pedido*|encomenda*|fatura*|factura*|recibo|pagamento*|compra*|envio|entrega*|reserva*|bilhete*|ingresso*|cupom|cupao|cupons|desconto*|promo*|oferta*|reembols*|carrinho|evento|vale',
    code: 'codigo|codigos|pin|token|digitos|chave',
    secret:
      'codigo de verificacao|codigo de confirmacao|codigo de seguranca|codigo de autenticacao|codigo de acesso|codigo de ativacao|codigo de login|codigo de identificacao|codigo de registo|codigo de registro|codigo de recuperacao|codigo de redefinicao|codigo de uso unico|codigo unico|senha de uso unico|senha unica|codigo temporario|codigo pin|codigo secreto|codigo de validacao|codigo otp|otp|codigo de convite|codigo de autorizacao|codigo de inicio de sessao',
    otherCode:
      'codigo promocional|codigo de desconto|codigo do cupom|codigo postal|codigo de barras|codigo fonte|codigo aberto|codigo qr|qr code|codigo de erro|codigo de rastreamento|codigo de rastreio|codigo do produto|codigo do cliente|codigo de reserva|codigo de indicacao|cupom|codigos de backup|codigo de area|codigo do pais|codigo de conduta',
    enter: 'insir*|inser*|introduz*|digit*|us*|utiliz*|col*|copi*|inform*|escrev*|preench*',
    expire: 'expir*|valid*|minutos|nao compartilhe|nao partilhe|vence*|nunca pedir*',
    number:
      'pedido|encomenda|n°|nº|numero|no|num|fatura|factura|referencia|ref|caso|chamado|telefone|tel|celular|telemovel|fax|lig*|ticket|rastreio|cliente|total|valor|preco|cpf|cnpj|nif|versao|revisao|ip|endereco ip|cep',
    unasked:
      'se voce nao|se nao foi voce|se nao solicit*|se nao foi|se nao pediu|se nao reconhec*|nao solicit*|nao pediu|por engano|se nao deseja*|nao deseja mais|caso nao|se nao efetuou|se nao fez',
    done: 'foi verificad*|foi confirmad*|foi ativad*|esta verificad*|esta confirmad*|ja esta ativ*|agora esta ativ*|obrigado por confirmar|foi alterad*|foi modificad*|foi redefinid*|foi atualizad*',
  },
  it: {
    confirm: 'conferm*|verific*|attiv*|convalid*|autentic*|valid*',
    account:
      'e mail|email|account|indirizzo|registrazione|iscrizione|profilo|identita|posta elettronica|utenza',
    password: "password|parola d'ordine|parola chiave",
    renew:
      'reimpost*|ripristin*|cambi*|modific*|recuper*|dimentic*|crea|creare|impost*|nuova|scegli*|resett*|aggiorn*|reset',
    signIn: 'acced*|accesso|entra|login|connett*|effettuare il login',
    oneTime:
      'link magico|link di accesso|monouso|una sola volta|uso singolo|senza password|link temporaneo',
    invite: 'invit*',
    accept: 'accett*|unisciti|unirsi|partecip*|entra in',
    subscribe: 'iscri*|abbon*|newsletter|lista|mailing list|sottoscri*',
    go: 'clicc*|click|clic|tocca|link|collegament*|pulsante|bottone|qui|segui|seguente|sotto|copi*|incoll*|browser|apri|premi|visit*',
    start:
      'continu*|prosegui*|inizi*|complet*|termin*|finalizz*|si|autorizz*|consenti|comincia|registrati|iscriviti|crea account|crea un account|crea il tuo account',
    undo: 'annull*|cancell*|disiscriv*|disiscri*|rifiut*|declin*|revoc*|non sono stato io|non sono io|elimin*|blocc*|segnal*|disattiv*|ignor*|rimuov*',
    manage:
      'preferenze|impostazioni|gesti*|aiuto|assistenza|supporto|contatt*|faq|privacy|termini|condizioni|note legali|visualizza nel browser|versione web|versione online|sito web|sito|pagina iniziale|blog|scopri di piu|centro assistenza|scarica|visita',
    trade:
      'ordin*|fattur*|ricevuta|pagament*|acquist*|spedizion*|consegn*|pacco|prenotazion*|bigliett*|coupon|buono|sconto|sconti|promo*|offert*|rimbors*|carrello|evento|appuntamento',
    code: 'codice|codici|pin|token|cifre|chiave',
    secret:
      "codice di verifica|codice verifica|codice di conferma|codice di sicurezza|codice di autenticazione|codice di accesso|codice d'accesso|codice di attivazione|codice di login|codice di identificazione|codice di registrazione|codice di recupero|codice di ripristino|codice monouso|codice usa e getta|codice unico|password monouso|codice temporaneo|codice pin|codice segreto|codice di convalida|codice otp|otp|codice di invito|codice d'invito|codice di autorizzazione|codice di reimpostazione",
    otherCode:
      'codice promozionale|codice promo|codice sconto|codice coupon|codice postale|codice di avviamento|codice a barre|codice sorgente|codice qr|codice di errore|codice errore|codice di tracciamento|codice prodotto|codice cliente|codice fiscale|codice di prenotazione|codice prenotazione|codice amico|codice referral|codici di backup|buono sconto|codice ordine|codice regalo|codice di condotta',
    enter: 'inseri*|digit*|us*|utilizz*|incoll*|copi*|scriv*|immett*',
    expire: 'scad*|valid*|minuti|non condivid*|non comunic*',
    number:
      'ordine|n°|nº|numero|fattura|riferimento|rif|pratica|telefono|tel|cellulare|fax|chiama*|ticket|tracciamento|cliente|totale|importo|prezzo|iva|p iva|versione|revisione|ip|indirizzo ip|cap',
    unasked:
      'se non hai|se non sei|se non ha|se non e stato|se non riconosci|se non riconosce|non hai richiesto|non ha richiesto|non sei stato|per errore|se non desider*|non vuoi piu|se non avete|se non vuoi',
    done: 'e stato verificato|e stata verificata|e stato confermato|e stata confermata|e stato attivato|e stata attivata|e verificato|e confermato|e ora attivo|e gia attivo|grazie per aver confermato|e stata modificata|e stato modificato|e stata cambiata|e stata reimpostata',
  },
  ro: {
    confirm: 'confirm*|verific*|activ*|valid*|autentific*',
    account: 'e mail|email|cont|contul|contului|adresa|adresei|inregistrar*|inscriere*|profil*',
    password: 'parola|parolei|parole',
    renew: 'reset*|schimb*|modific*|recuper*|uitat*|crea*|seta*|noua|aleg*',
    signIn: 'conect*|autentific*|logare|intra in cont|login',
    oneTime: 'link magic|unica folosinta|o singura data|fara parola',
    invite: 'invit*',
    accept: 'accept*|alatur*|particip*',
    subscribe: 'abon*|newsletter|buletin*|lista',
    go: 'clic|click|apasa*|link|linkul|buton*|aici|urmatorul|urmati|copia*|lipi*|browser*|mai jos|deschide*|acceseaz*',
    start: 'continu*|incepe*|finaliz*|complet*|da|inregistreaza te|creeaza cont',
    undo: 'dezabon*|anul*|refuz*|respinge*|revoc*|nu am fost eu|nu eu|sterge*|bloca*|raport*|dezactiv*|ignor*',
    manage:
      'preferinte*|setari*|ajutor|asistenta|suport|contact*|confidentialitate|termen*|conditi*|vezi in browser|site|blog|afla mai multe',
    trade:
      'comand*|factur*|chitanta|plata|plati|livrar*|rezervar*|bilet*|cupon|voucher|reducer*|promo*|ofert*|rambursar*',
    code: 'cod|codul|codului|coduri|pin',
    secret:
      'cod de verificare|codul de verificare|cod de confirmare|codul de confirmare|cod de securitate|codul de securitate|cod de acces|codul de acces|cod de autentificare|codul de autentificare|cod de activare|codul de activare|cod unic|codul unic|parola unica|cod temporar|cod de unica folosinta|cod de conectare|codul de conectare|cod otp|otp|cod pin|codul pin',
    otherCode:
      'cod postal|codul postal|cod promotional|codul promotional|cod de reducere|codul de reducere|cod de bare|cod sursa|cod qr|cod de eroare|cod client|cod produs',
    enter: 'introduce*|folos*|tasteaz*|scrie*|utiliz*|copia*',
    expire: 'expir*|valabil*|minute',
    number:
      'comanda|numar|numarul|nr|factura|referinta|telefon|tel|fax|tichet|total|pret|ip|versiune*',
    unasked:
      'daca nu ati|daca nu ai|nu ati solicitat|nu ai solicitat|nu ai fost tu|nu ati fost dumneavoastra|din greseala|nu mai doriti|nu mai doresti',
    done: 'a fost verificat*|a fost confirmat*|a fost activat*|este verificat*|este confirmat*|este activ|a fost schimbat*|a fost modificat*|multumim pentru confirmare',
  },
};
